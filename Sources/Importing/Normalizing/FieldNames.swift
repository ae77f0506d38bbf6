/// Names of fields that exports and pages put on lines of their own or before a colon, as keys. A class, though it never
/// changes: rules hand it to every line, and so many sets are dear to copy.
final class FieldNames: Sendable {
  enum Origin: String, Sendable, CaseIterable {
    case author, url, licence, site, published
  }

  let export: Set<String>
  /// What stands before the tags of an article.
  let tags: Set<String>
  /// Fields that collections of questions put below each of them.
  let questionFields: Set<String>
  /// The fields at the head of a letter.
  let letter: Set<String>
  /// What a page calls an advertisement.
  let sponsored: Set<String>
  /// What stands where an author's name would, and is none.
  let noNames: Set<String>
  /// What stands above an advertisement as a line of its own, and the button that ends it.
  let cards: Set<String>
  let cardButtons: Set<String>
  /// What stands before an account by which somebody wants to be reached.
  let contacts: Set<String>
  /// Buttons that sites draw beside code.
  let codeButtons: Set<String>
  /// Words of such buttons, one of which longer labels have.
  let codeButtonWords: [[Unicode.Scalar]]
  /// Above what a course is made of, for whom it is, and what it brings.
  let curricula: Set<String>
  /// With what an article ends, between signs.
  let endMarks: Set<String>
  /// With what a heading ends over what the writer tells of himself.
  let asides: [[Unicode.Scalar]]
  /// With what a word ends that stands before the day on which somebody wrote, longest first.
  let dayVerbs: [String]
  /// With what a notice begins that says whose a text is.
  let rightsOpenings: [[Unicode.Scalar]]
  private let origins: [String: Origin]

  init(_ lists: [String: [String]]) {
    export = Set(lists["export"] ?? [])
    tags = Set(lists["tags"] ?? [])
    questionFields = Set(lists["question-fields"] ?? [])
    letter = Set(lists["letter"] ?? [])
    sponsored = Set(lists["sponsored"] ?? [])
    cards = Set(lists["cards"] ?? [])
    cardButtons = Set(lists["card-buttons"] ?? [])
    contacts = Set(lists["contacts"] ?? [])
    codeButtons = Set(lists["code-buttons"] ?? [])
    codeButtonWords = (lists["code-button-words"] ?? []).map { Array($0.unicodeScalars) }
    curricula = Set(lists["curricula"] ?? [])
    asides = (lists["asides"] ?? []).map { Array($0.unicodeScalars) }
    endMarks = Set(lists["end-marks"] ?? [])
    dayVerbs = (lists["day-verbs"] ?? []).sorted { ($1.count, $0) < ($0.count, $1) }
    rightsOpenings = (lists["rights"] ?? []).map { Array($0.unicodeScalars) }
    noNames = Set(lists["no-names"] ?? [])
    var origins: [String: Origin] = [:]
    for origin in Origin.allCases {
      for name in lists[origin.rawValue] ?? [] where origins[name] == nil { origins[name] = origin }
    }
    self.origins = origins
  }

  /// What a field of this name says of a page's origin.
  func origin(named key: String) -> Origin? { origins[key] }
}
