"""The SKOS export as rdflib reads it, held to the integrity conditions of the SKOS reference."""

from collections import Counter

import pytest
from rdflib import RDF, Graph, compare
from rdflib.namespace import SKOS

BASE = "https://example.org/glossary"


@pytest.fixture(scope="module")
def graph(export):
    return Graph().parse(export("skos"), format="turtle", publicID=BASE)


def test_both_syntaxes_say_the_same(export, graph):
    other = Graph().parse(export("skos", "--format", "json-ld"), format="json-ld", publicID=BASE, base=BASE)
    assert len(graph) > 2000
    assert compare.isomorphic(graph, other)


def test_every_concept_is_in_the_scheme_with_one_preferred_label_a_language(graph):
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 200
    for concept in concepts:
        assert (concept, SKOS.inScheme, None) in graph
        languages = Counter(label.language for label in graph.objects(concept, SKOS.prefLabel))
        assert languages and max(languages.values()) == 1, concept


def test_labels_of_different_kinds_are_disjoint(graph):
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        kinds = [set(graph.objects(concept, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        assert sum(map(len, kinds)) == len(set().union(*kinds)), concept


def test_relations_lead_to_concepts_without_circles_and_apart(graph):
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    above = {concept: set(graph.transitive_objects(concept, SKOS.broader)) - {concept} for concept in concepts}
    for concept in concepts:
        for parent in graph.objects(concept, SKOS.broader):
            assert parent in concepts and concept not in above[parent] | {parent}
        for other in graph.objects(concept, SKOS.related):
            assert other in concepts
            assert other not in above[concept] and concept not in above[other], (concept, other)


def test_top_concepts_are_those_with_nothing_above(graph):
    tops = set(graph.objects(None, SKOS.hasTopConcept))
    assert tops == {c for c in graph.subjects(RDF.type, SKOS.Concept) if (c, SKOS.broader, None) not in graph}
