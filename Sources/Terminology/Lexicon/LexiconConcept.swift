/// A concept of the field with its names in both languages.
package struct LexiconConcept: Sendable, Hashable {
  /// Stable name in kebab-case: `gradient-accumulation`.
  package let id: String
  /// Preferred name first.
  package let chinese: [String]
  /// Preferred name first.
  package let english: [String]
  package let abbreviations: [String]
  /// The subject field, the name of the data file for concepts that ship with the program.
  package let field: String
  /// Concepts that say nothing new beside this one: a question about the KV cache of a language model is one about
  /// the KV cache.
  package let within: [String]
  /// Concepts that questions take for this one; never by themselves a reason to merge.
  package let near: [String]
  /// Concepts beside any one of which this one may stand (closures: of JavaScript, of Python). A title that names none
  /// of them asks the same as one that names one; titles that name different ones ask different things.
  package let settings: [String]

  package init(
    id: String, chinese: [String], english: [String], abbreviations: [String] = [], field: String = "",
    within: [String] = [], near: [String] = [], settings: [String] = []
  ) {
    self.id = id
    self.chinese = chinese
    self.english = english
    self.abbreviations = abbreviations
    self.field = field
    self.within = within
    self.near = near
    self.settings = settings
  }

  /// All names, Chinese first.
  package var names: [String] { chinese + english + abbreviations }
}
