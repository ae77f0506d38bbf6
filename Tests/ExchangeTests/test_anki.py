"""The decks in a real collection: imported, imported again, edited and imported again."""

import shutil

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from conftest import ROOT


@pytest.fixture
def collection(tmp_path):
    collection = Collection(str(tmp_path / "collection.anki2"))
    yield collection
    collection.close()


def read(collection, package):
    """What an import made of the notes: counts of new, updated and duplicate."""
    path = package.with_suffix(".apkg")
    shutil.copy(package, path)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())).log
    assert not log.conflicting
    return len(log.new), len(log.updated), len(log.duplicate)


@pytest.mark.parametrize("deck", ["terms", "questions"])
def test_a_deck_comes_once(export, collection, deck):
    package = export("anki", "--deck", deck)
    pages = [p for p in (ROOT / "Content" / deck).glob("*.zh.md")]
    assert read(collection, package) == (len(pages), 0, 0)
    assert read(collection, package) == (0, 0, len(pages))
    assert collection.note_count() == collection.card_count() == len(pages)
    message, is_sound = collection.fix_integrity()
    assert is_sound, message


def test_a_changed_page_changes_its_note_and_keeps_what_was_learned(export, collection, tmp_path):
    site = tmp_path / "site"
    (site / "Content/questions").mkdir(parents=True)
    for name in ("what", "why"):
        (site / f"Content/questions/{name}.zh.md").write_text(f"---\ntitle: {name}？\ntags: [a]\n---\n旧的回答。\n")
    arguments = ("anki", "--deck", "questions")
    assert read(collection, export(*arguments, root=site)) == (2, 0, 0)
    card = collection.get_card(collection.find_cards("what*")[0])
    card.reps, card.ivl, card.type, card.queue, card.due = 3, 10, 2, 2, 30
    collection.update_card(card)
    page = site / "Content/questions/what.zh.md"
    page.write_text("---\ntitle: what？真的吗？\ntags: [b]\n---\n新的回答 $x<1$。\n")
    new, updated, duplicate = read(collection, export(*arguments, root=site, time="1700000100"))
    assert (new, collection.note_count()) == (0, 2) and updated + duplicate == 2 and updated >= 1
    note = collection.get_note(collection.find_notes("真的吗")[0])
    assert "新的回答" in note["Answer"] and r"\(x&lt;1\)" in note["Answer"] and note.tags == ["b"]
    assert note["Question"] == "what？真的吗？"
    assert collection.get_card(card.id).ivl == 10


def test_images_travel_with_the_deck(export, collection, tmp_path):
    site = tmp_path / "site"
    (site / "Content/questions").mkdir(parents=True)
    (site / "Content/assets").mkdir()
    (site / "Content/assets/p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (site / "Content/questions/what.zh.md").write_text("---\ntitle: 图？\n---\n![图](../assets/p.png)\n")
    read(collection, export("anki", "--deck", "questions", root=site))
    note = collection.get_note(collection.find_notes("")[0])
    name = note["Answer"].split('src="')[1].split('"')[0]
    assert collection.media.have(name)
