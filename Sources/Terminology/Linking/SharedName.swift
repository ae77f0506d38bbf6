public import ContentModel

/// One name claimed by several concepts.
public struct SharedName: Sendable, Hashable {
  public let name: String
  /// Who claims it, and as which term; ordered by concept.
  public let claims: [Claim]

  public struct Claim: Sendable, Hashable {
    public let concept: DocumentID
    public let term: Term
  }
}

extension Termbase {
  /// Names that several concepts claim, case and width aside where they are not abbreviations; ordered by name.
  public var sharedNames: [SharedName] {
    struct Key: Hashable {
      let form: [UInt8]
      let isExact: Bool
    }
    var claims: [Key: [SharedName.Claim]] = [:]
    for concept in concepts {
      for term in concept.terms {
        let variants = TermVariants(of: term)
        guard let form = variants.forms.first else { continue }
        let key = Key(form: variants.isExact ? form : form.map(TermPatterns.lowercase), isExact: variants.isExact)
        if claims[key]?.contains(where: { $0.concept == concept.id }) == true { continue }
        claims[key, default: []].append(.init(concept: concept.id, term: term))
      }
    }
    return claims.values.filter { $0.count > 1 }.map { SharedName(name: $0[0].term.name, claims: $0) }
      .sorted { ($0.name, $0.claims[0].concept) < ($1.name, $1.claims[0].concept) }
  }
}
