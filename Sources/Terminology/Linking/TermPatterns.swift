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

  /// What is to be known of a key at every match.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    static let beginsWithWord = Traits(rawValue: 1)
    static let endsWithWord = Traits(rawValue: 2)
    /// Some entry asks for letter case.
    static let hasExact = Traits(rawValue: 4)
    /// It begins or ends with a sign that is no bracket: `.NET`, `C++`.
    static let hasOpenEdge = Traits(rawValue: 8)
    /// Nobody's name as it stands, but names with a hyphen written solid: `finetuning`.
    static let isSolid = Traits(rawValue: 16)
  }

  /// Folded to lower case, in byte order, without doubles.
  let keys: [[UInt8]]
  /// By key.
  let traits: [Traits]
  /// The entries of all keys; those of one key stand together, exact ones first.
  let entries: [Entry]
  /// By key, its first entry; one more for the end.
  let firstEntry: [Int32]
  /// By entry, its claim where it has only one.
  let soleClaims: [TermClaim?]

  init(of concepts: [Concept]) {
    var found: [[UInt8]: [[UInt8]?: [TermClaim]]] = [:]
    /// Whether a key is somebody's name as it stands: then nobody's plural or singular.
    var names: Set<[UInt8]> = []
    /// Keys of names that have no hyphen to leave out.
    var withoutHyphen: Set<[UInt8]> = []
    let variantsOfAll = concepts.map { $0.terms.map(TermVariants.init) }
    for variants in variantsOfAll.joined() {
      for form in variants.forms.prefix(variants.nameCount) { names.insert(form.map(Self.lowercase)) }
    }
    for (index, concept) in concepts.enumerated() {
      for position in concept.terms.indices {
        let variants = variantsOfAll[index][position]
        let claim = TermClaim(concept: Int32(index), term: Int32(position))
        // A concept's terms come in order: the first that has the form speaks for the concept.
        for (place, form) in variants.forms.enumerated() {
          let key = form.map(Self.lowercase)
          if !concept.terms[position].name.utf8.contains(UInt8(ascii: "-")) { withoutHyphen.insert(key) }
          if place >= variants.nameCount, names.contains(key) { continue }
          found[key, default: [:]][variants.isExact ? form : nil, default: []].appendUnlessOfSameConcept(claim)
        }
      }
    }
    var keys: [[UInt8]] = []
    var traits: [Traits] = []
    var entries: [Entry] = []
    var firstEntry: [Int32] = []
    for (key, cases) in found.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      keys.append(key)
      firstEntry.append(Int32(entries.count))
      entries += cases.map { Entry(exact: $0, claims: $1) }.sorted { a, b in
        guard let left = a.exact else { return false }
        guard let right = b.exact else { return true }
        return left.lexicographicallyPrecedes(right)
      }
      var trait: Traits = []
      if WordEdges.isWordByte(key[0]) { trait.insert(.beginsWithWord) }
      if WordEdges.isWordByte(key[key.count - 1]) { trait.insert(.endsWithWord) }
      if cases.keys.contains(where: { $0 != nil }) { trait.insert(.hasExact) }
      if WordEdges.isOpenEdge(key[0]) || WordEdges.isOpenEdge(key[key.count - 1]) { trait.insert(.hasOpenEdge) }
      if !key.contains(TermFolding.separator), !withoutHyphen.contains(key) { trait.insert(.isSolid) }
      traits.append(trait)
    }
    firstEntry.append(Int32(entries.count))
    soleClaims = entries.map { $0.claims.count == 1 ? $0.claims[0] : nil }
    (self.keys, self.traits, self.entries, self.firstEntry) = (keys, traits, entries, firstEntry)
  }

  static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// The entry of a key that holds as the key is written in `bytes`: first one that asks for this very case.
  func entry(of key: Int, writtenAs bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard traits[key].contains(.hasExact) else { return firstEntry[key] }
    let written = TermFolding.fold(bytes, keepingCase: true)
    return (firstEntry[key]..<firstEntry[key + 1]).first { entries[Int($0)].exact.map { $0 == written } ?? true }
  }
}

extension [TermClaim] {
  fileprivate mutating func appendUnlessOfSameConcept(_ claim: TermClaim) {
    if last?.concept != claim.concept { append(claim) }
  }
}
