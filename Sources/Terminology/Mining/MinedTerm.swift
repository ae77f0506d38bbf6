/// A concept as a page states it: names that stand for one another, and where.
package struct MinedTerm: Sendable, Hashable {
  package let chinese: String?
  package let english: String?
  package let abbreviation: String?
  /// Further names of the same concept on the page.
  package let aliases: [String]
  /// The sentence that defines it, where the page has one, word for word; and its line.
  package let definition: String?
  package let definitionLine: Int?
  /// Line that states it first, as numbered by the caller.
  package let line: Int

  package init(
    chinese: String?, english: String?, abbreviation: String? = nil, aliases: [String] = [], definition: String? = nil,
    definitionLine: Int? = nil, line: Int
  ) {
    self.chinese = chinese
    self.english = english
    self.abbreviation = abbreviation
    self.aliases = aliases
    self.definition = definition
    self.definitionLine = definitionLine
    self.line = line
  }
}
