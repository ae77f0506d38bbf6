internal import Terminology

extension QuestionComparison {
  /// Why two questions are one, or nearly one, in words.
  func reason(_ a: ParsedQuestion, _ b: ParsedQuestion, answers: Double? = nil) -> String {
    var parts: [String] = []
    let facetsA = facetNames(a), facetsB = facetNames(b)
    parts.append(facetsA == facetsB ? "both ask for \(facetsA)" : "one asks for \(facetsA), one for \(facetsB)")
    let names = (conceptNames(a), conceptNames(b))
    if names.0 == names.1 {
      parts[0] += names.0.isEmpty ? " in the same words" : " of \(names.0)"
    } else {
      parts[0] += " of \(names.0) and \(names.1)"
    }
    let leftover = leftoverShare(of: a, b)
    if leftover < 1 { parts.append("the other words agree to \(percent(leftover))") }
    if let answers { parts.append("the answers overlap by \(percent(answers))") }
    return parts.joined(separator: "; ")
  }

  private func leftoverShare(of a: ParsedQuestion, _ b: ParsedQuestion) -> Double { compare(a, b).leftover }

  private func facetNames(_ question: ParsedQuestion) -> String {
    question.facets.map { vocabulary.facets.facets[$0].name }.joined(separator: " and ")
  }

  private func conceptNames(_ question: ParsedQuestion) -> String {
    question.conceptSet.map { index in
      let concept = vocabulary.concepts[index]
      return concept.english.first ?? concept.chinese.first ?? concept.id
    }.joined(separator: " + ")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
