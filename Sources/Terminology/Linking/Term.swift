public import ContentModel
public import Diagnostics

/// A name of a concept in one language.
public struct Term: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The name to use in this language.
    case preferred
    /// Another name that may be used.
    case admitted
    /// A name to avoid; still linked, so that readers find the concept.
    case deprecated
    /// A short form: found only as it is written, upper and lower case included.
    case abbreviation
  }

  public let name: String
  public let language: LanguageTag
  public let status: Status
  private let declaration: Declaration?

  /// - Parameter declaration: the file that states the name, and where in it.
  public init(_ name: String, language: LanguageTag, status: Status, declaration: (file: SourceFile, range: Range<Int>)? = nil) {
    self.name = name
    self.language = language
    self.status = status
    self.declaration = declaration.map(Declaration.init)
  }

  /// Where the name is declared, for diagnostics: made when it is asked for, since a concept may have thousands of names on one
  /// line. O(file).
  public var location: SourceLocation? { declaration.map { $0.file.location(of: $0.range) } }

  private struct Declaration: Sendable {
    let file: SourceFile
    let range: Range<Int>
  }

  /// Where a name is declared is no part of what it is.
  public static func == (lhs: Term, rhs: Term) -> Bool {
    (lhs.name, lhs.language, lhs.status) == (rhs.name, rhs.language, rhs.status)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(language)
    hasher.combine(status)
  }
}
