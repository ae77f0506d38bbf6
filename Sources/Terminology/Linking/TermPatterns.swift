/// A concept's claim on a name, by indices into a termbase.
struct TermClaim: Sendable, Hashable, Comparable {
  let concept: Int32
  let term: Int32

  static func < (a: TermClaim, b: TermClaim) -> Bool { (a.concept, a.term) < (b.concept, b.term) }
}

/// Everything to be found: folded keys in order, and under each who claims it and in which letter case.
struct TermPatterns: Sendable {
  /// One letter case of a key.
  struct Entry: Sendable {
    /// The form as it must be written; `nil` where case does not matter.
    let exact: [UInt8]?
    /// One claim a concept, ordered.
    let claims: [TermClaim]
  }

  /// Folded to lower case, in byte order, without doubles.
  let keys: [[UInt8]]
  /// By index of the key; exact ones first.
  let entries: [[Entry]]

  init(of concepts: [Concept]) {
    var found: [[UInt8]: [[UInt8]?: [TermClaim]]] = [:]
    for (index, concept) in concepts.enumerated() {
      for (position, term) in concept.terms.enumerated() {
        let variants = TermVariants(of: term)
        for form in variants.forms {
          let exact = variants.isExact ? form : nil
          var claims = found[form.map(Self.lowercase), default: [:]][exact, default: []]
          // A concept's terms come in order: the first that has the form speaks for the concept.
          if claims.last?.concept != Int32(index) {
            claims.append(TermClaim(concept: Int32(index), term: Int32(position)))
          }
          found[form.map(Self.lowercase), default: [:]][exact] = claims
        }
      }
    }
    let ordered = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    keys = ordered.map(\.key)
    entries = ordered.map { _, cases in
      cases.map { Entry(exact: $0, claims: $1) }.sorted { a, b in
        guard let left = a.exact else { return false }
        guard let right = b.exact else { return true }
        return left.lexicographicallyPrecedes(right)
      }
    }
  }

  static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// The claims on a key as it is written in `bytes`.
  func claims(of key: Int, writtenAs bytes: UnsafeBufferPointer<UInt8>) -> [TermClaim]? {
    var written: [UInt8]?
    for entry in entries[key] {
      guard let exact = entry.exact else { return entry.claims }
      let asWritten = written ?? TermFolding.fold(bytes, keepingCase: true)
      if asWritten == exact { return entry.claims }
      written = asWritten
    }
    return nil
  }
}
