/// The data the normalizer works with: phrases, disguises, wordings of questions, field names, hashed boilerplate lines.
///
/// What ships with the program lies in readable files (`Data/normalizing`); `extended(with:)` adds a user's own in the
/// same format. A class, though it never changes: it goes with every line, and so many tables are dear to copy.
package final class ImportRules: Sendable {
  let phrases: PhraseIndex
  let disguises: Disguises
  let wording: QuestionWording
  let fields: FieldNames
  /// Hashes of lines that are known to be boilerplate.
  let boilerplate: Set<UInt64>
  private let source: RuleSource

  /// What ships with the program.
  package static let standard = ImportRules(RuleSource.shipped)

  init(_ source: RuleSource) {
    self.source = source
    phrases = PhraseIndex(source.phrases)
    disguises = Disguises(source.disguises)
    wording = QuestionWording(source.questions)
    fields = FieldNames(source.fields)
    boilerplate = source.boilerplate
  }

  /// These rules and those of a YAML mapping with the keys `phrases`, `disguises`, `questions`, `fields` and
  /// `boilerplate`, each as in the file of that name that ships with the program:
  ///
  ///     phrases:
  ///       - rule: my-site-footer
  ///         action: strip
  ///         phrases: [^感谢…论坛支持]
  ///
  /// A phrase list of the user's comes before the shipped ones. Throws `ImportRulesError` with the fault's line.
  ///
  /// - Parameter section: the key under which the mapping stands in a larger text; `nil` where it is the whole text.
  package func extended(with yaml: String, section: String? = nil) throws(ImportRulesError) -> ImportRules {
    ImportRules(try source.extended(with: yaml, section: section))
  }
}
