"""What a page looks like, small enough to stand in git and the same on every machine.

A screenshot becomes a grid of cells of 40 × 40 pixels, each a letter for its mean brightness: a page is some twenty lines of
text, in which a difference can be seen by eye. Fonts are taken out of it: all text is set in Noto Sans Mono CJK SC, whose
letters are half an em wide and whose Han characters one, so that lines break alike wherever it is installed, and the mean of
a cell hides how edges of letters are drawn. What the fonts of the theme
look like is left to eyes and test_typography.py; a colour that is as bright as the right one is not seen.
"""

import io
import pathlib

from PIL import Image

FOLDER = pathlib.Path(__file__).parent / "appearance"
CELL = 40
HEIGHT = 920
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-"
# Two steps of 64 are what another rasterizer changes in the mean of a cell of text, and one cell of a hundred what another
# version of Chromium's form controls does; a text that moves changes more, in the cells of its edges.
STEPS = 2
SHARE = 0.01

# What is blocked by the policy of the site is let through by the context, which bypasses it.
ONE_FACE = """
  *, *::before, *::after { font-family: "Noto Sans Mono CJK SC" !important; transition: none !important; caret-color: transparent !important; }
"""


def grid(png):
    """The rows of a screenshot's grid."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    columns, rows = round(picture.width / CELL), round(picture.height / CELL)
    cells = picture.resize((columns, rows), Image.Resampling.BOX).tobytes()
    letters = "".join(LETTERS[value * len(LETTERS) // 256] for value in cells)
    return [letters[start:start + columns] for start in range(0, len(letters), columns)]


def difference(found, wanted):
    """A line for each row that differs, where more cells differ than another machine explains; else none."""
    if [len(row) for row in found] != [len(row) for row in wanted]:
        return [f"{len(found)} rows of {len(found[0])} cells, not {len(wanted)} of {len(wanted[0]) if wanted else 0}"]
    marks = [
        "".join("X" if abs(LETTERS.index(a) - LETTERS.index(b)) > STEPS else "." for a, b in zip(row, other))
        for row, other in zip(found, wanted)
    ]
    count = sum(row.count("X") for row in marks)
    if count <= SHARE * sum(map(len, marks)):
        return []
    return [f"{count} cells differ"] + [f"{number:3} {row}" for number, row in enumerate(marks) if "X" in row]


def read(kind):
    """The grids of a kind of page by name."""
    path, grids, rows = FOLDER / f"{kind}.txt", {}, []
    for line in path.read_text().splitlines() if path.exists() else []:
        if line.startswith("# "):
            rows = grids[line[2:]] = []
        else:
            rows.append(line)
    return grids


def write(kind, grids):
    FOLDER.mkdir(exist_ok=True)
    text = "".join(f"# {name}\n" + "".join(f"{row}\n" for row in rows) for name, rows in grids.items())
    (FOLDER / f"{kind}.txt").write_text(text)
