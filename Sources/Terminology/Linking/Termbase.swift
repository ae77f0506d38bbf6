public import ContentModel

/// All concepts of a site, and the automaton that finds their names.
///
/// A name that two concepts claim is no error here: `TermLinker` decides by the page, and `sharedNames` lists them.
public struct Termbase: Sendable, Equatable {
  /// Ordered by id.
  public let concepts: [Concept]
  package let matcher: TermMatcher
  private let indexOfSlug: [String: Int32]
  let everydayNames: EverydayNames
  let areas: SubjectAreas
  /// Who claims a name that is not looked for in texts: `[[R]]` means it all the same.
  private let shortNames: [String: [TermClaim]]

  /// Concepts of one id are taken together. O(names).
  public init(_ concepts: [Concept]) {
    var merged: [DocumentID: Concept] = [:]
    for concept in concepts {
      if let other = merged[concept.id] {
        merged[concept.id] = Concept(
          id: concept.id, terms: other.terms + concept.terms, fields: other.fields.union(concept.fields),
          kin: other.kin.union(concept.kin), isReviewed: other.isReviewed || concept.isReviewed)
      } else {
        merged[concept.id] = concept
      }
    }
    self.concepts = merged.values.sorted { $0.id < $1.id }
    matcher = TermMatcher(TermPatterns(of: self.concepts))
    areas = SubjectAreas(self.concepts)
    everydayNames = EverydayNames(self.concepts, areas)
    indexOfSlug = Dictionary(
      self.concepts.enumerated().map { ($1.id.slug, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var shortNames: [String: [TermClaim]] = [:]
    for (concept, entry) in self.concepts.enumerated() {
      for (position, term) in entry.terms.enumerated() where !TermVariants.areLookedFor(term.name) {
        shortNames[term.name, default: []].append(TermClaim(concept: Int32(concept), term: Int32(position)))
      }
    }
    self.shortNames = shortNames
  }

  /// By the concepts: all else follows from them.
  public static func == (lhs: Termbase, rhs: Termbase) -> Bool { lhs.concepts == rhs.concepts }

  func index(of id: DocumentID) -> Int32? { indexOfSlug[id.slug] }

  /// The concept that `[[text]]` means: the one with this slug, or with this name, case and width aside.
  public func concept(
    named text: String, language: LanguageTag? = nil, tags: some Sequence<String> = []
  ) -> Resolution {
    if let index = indexOfSlug[text] { return .found(concepts[Int(index)].id) }
    let claims = matcher.claims(ofWhole: text)
    return resolve(claims.isEmpty ? shortNames[text] ?? [] : claims, language: language, tags: Set(tags), own: nil)
  }
}

/// A place in a text where a name stands.
public struct TermMatch: Sendable, Hashable {
  /// UTF-8 offsets.
  public let range: Range<Int>
  /// Who claims the name, ordered by concept.
  public let claims: [SharedName.Claim]
}

extension Termbase {
  /// Every place in a text where a name of any concept stands: leftmost, longest, apart. For checks; see `TermLinker`.
  public func matches(in text: String) -> [TermMatch] {
    var text = text
    return text.withUTF8 { bytes in
      names(in: bytes).map { match in
        TermMatch(range: match.range, claims: matcher.claims(on: match).map(claim))
      }
    }
  }

  /// The matches that stand for themselves, and are no part of a longer proper name.
  func names(in bytes: UnsafeBufferPointer<UInt8>) -> [TermMatcher.Match] {
    ProperNames.standard.removingParts(from: matcher.matches(in: bytes), in: bytes)
  }

  private func claim(_ claim: TermClaim) -> SharedName.Claim {
    let concept = concepts[Int(claim.concept)]
    return .init(concept: concept.id, term: concept.terms[Int(claim.term)])
  }
}
