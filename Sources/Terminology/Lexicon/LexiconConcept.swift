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

  package init(
    id: String, chinese: [String], english: [String], abbreviations: [String] = [], field: String = "",
    within: [String] = [], near: [String] = []
  ) {
    self.id = id
    self.chinese = chinese
    self.english = english
    self.abbreviations = abbreviations
    self.field = field
    self.within = within
    self.near = near
  }

  /// All names, Chinese first.
  package var names: [String] { chinese + english + abbreviations }
}
