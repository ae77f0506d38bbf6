public import ContentModel
public import Diagnostics

/// Which concept a name means on a page.
public enum Resolution: Sendable, Hashable {
  case found(DocumentID)
  /// Several claim it, and neither the page's tags nor its language decide; ordered by id.
  case ambiguous([DocumentID])
  case unknown
}

extension Termbase {
  /// One claimant is meant. Of several, first the page's own concept, then the one that shares most tags with the page,
  /// then the only one whose preferred term it is in the page's language.
  func resolve(
    _ claims: [TermClaim], language: LanguageTag?, tags: Set<String>, own: DocumentID?
  ) -> Resolution {
    guard let first = claims.first else { return .unknown }
    guard claims.contains(where: { $0.concept != first.concept }) else { return .found(id(first)) }
    if let own, claims.contains(where: { id($0) == own }) { return .found(own) }
    let candidates = Set(claims.map(\.concept)).sorted()
    let scores = candidates.map { concepts[Int($0)].fields.intersection(tags).count }
    let best = scores.max() ?? 0
    if best > 0, scores.count(where: { $0 == best }) == 1, let index = scores.firstIndex(of: best) {
      return .found(concepts[Int(candidates[index])].id)
    }
    let preferred = Set(
      claims.filter { claim in
        let term = concepts[Int(claim.concept)].terms[Int(claim.term)]
        return term.status == .preferred && (language == nil || term.language == language)
      }.map(\.concept))
    if let only = preferred.first, preferred.count == 1 { return .found(concepts[Int(only)].id) }
    return .ambiguous(candidates.map { concepts[Int($0)].id })
  }

  private func id(_ claim: TermClaim) -> DocumentID { concepts[Int(claim.concept)].id }

  /// The rule that finds names of several concepts.
  public static let ambiguousTerm = "ambiguous-term"

  /// What is said of a name that may mean several concepts.
  public static func ambiguity(of name: String, between concepts: [DocumentID], at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, rule: ambiguousTerm, "\"\(name)\" may mean \(concepts.map(\.slug).joined(separator: " or "))", at: location,
      suggestion:
        "write [[\(concepts[0].slug)|\(name)]], give the page a tag of the concept that is meant, or list the other under \"no-link\"")
  }
}
