internal import ContentModel

/// What a page is about, as far as the names of concepts on it tell: whether an everyday word (提示, `token`) is a name there.
///
/// It is where a tag of the page, or a concept that the page names by a name that is no everyday word, is of a subject that `EverydayNames`
/// gives the word; and where the page names the concept otherwise as well. A reviewed concept of which neither field nor kin is known needs
/// no witness.
struct PageSubject {
  private let termbase: Termbase
  /// What the page's tags and its witnesses belong to.
  private var areas: Set<Int>
  /// Concepts that the page names by a name that is no everyday word, by index.
  private var witnesses: Set<Int32> = []
  /// Names that the page itself explains as something else.
  private var contradicted: Set<TermClaim> = []

  init(_ termbase: Termbase, tags: Set<String>) {
    (self.termbase, areas) = (termbase, termbase.areas.of(tags))
  }

  /// Takes a text of the page into account. O(text).
  mutating func read(_ text: String) {
    var text = text
    text.withUTF8 { read(termbase.names(in: $0), in: $0) }
  }

  mutating func read(_ matches: [TermMatcher.Match], in bytes: UnsafeBufferPointer<UInt8>) {
    for match in matches {
      guard let claim = termbase.matcher.patterns.soleClaims[Int(match.entry)] else { continue }
      if StatedGloss.contradicts(termbase.concepts[Int(claim.concept)], after: match.range, in: bytes) { contradicted.insert(claim) }
      if termbase.everydayNames.subjects(of: claim) == nil { add(claim.concept) }
    }
  }

  /// The concept that the page explains.
  mutating func add(_ id: DocumentID) {
    if let index = termbase.index(of: id) { add(index) }
  }

  private mutating func add(_ index: Int32) {
    if witnesses.insert(index).inserted { areas.insert(termbase.areas.of(Int(index))) }
  }

  /// Whether a name on the page means the concept that claims it.
  func allows(_ claim: TermClaim) -> Bool {
    if contradicted.contains(claim) { return false }
    guard let subjects = termbase.everydayNames.subjects(of: claim), !witnesses.contains(claim.concept) else { return true }
    let concept = termbase.concepts[Int(claim.concept)]
    if concept.fields.isEmpty, concept.kin.isEmpty { return concept.isReviewed }
    return !subjects.isDisjoint(with: areas)
  }
}
