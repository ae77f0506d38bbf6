internal import Terminology

extension QuestionComparison {
  /// Why two questions are one, or nearly one, in words.
  func reason(_ a: ParsedQuestion, _ b: ParsedQuestion, answersOverlap isAnswered: Bool = false) -> String {
    let facets = (facetNames(a), facetNames(b)), names = (conceptNames(a), conceptNames(b))
    let subject =
      if names.0 != names.1 { "about \(names.0.isEmpty ? "words alone" : names.0) or \(names.1.isEmpty ? "words alone" : names.1), " } else
      {
        names.0.isEmpty ? "in the same words, " : "about \(names.0), "
      }
    var parts = [subject + (facets.0 == facets.1 ? "both ask for \(facets.0)" : "one asks for \(facets.0), one for \(facets.1)")]
    let leftover = leftoverShare(of: a, b)
    if leftover < 1 { parts.append("the other words agree to \(percent(leftover))") }
    // How much depends on what else there is: no number that changes with every import.
    if isAnswered { parts.append("the answers overlap") }
    return parts.joined(separator: "; ")
  }

  private func leftoverShare(of a: ParsedQuestion, _ b: ParsedQuestion) -> Double { compare(a, b).leftover }

  private func facetNames(_ question: ParsedQuestion) -> String {
    question.facets.map { "“\(vocabulary.facets.facets[$0].name)”" }.joined(separator: " and ")
  }

  private func conceptNames(_ question: ParsedQuestion) -> String {
    question.conceptSet.map { index in
      let concept = vocabulary.concepts[index]
      return concept.english.first ?? concept.chinese.first ?? concept.id
    }.joined(separator: " and ")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
