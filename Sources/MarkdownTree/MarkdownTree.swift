public import Diagnostics

/// A Markdown document that was read: headings, links and texts can be asked for, links rewritten, HTML written.
///
/// GitHub Flavored Markdown (tables, strikethrough, autolinks, task lists, footnotes) with `$…$` and `$$…$$` formulas,
/// `[[term]]` and `[[term|label]]` links, `{no-link}`, and emphasis and autolinks mended beside Chinese punctuation. Raw
/// HTML is shown as the text it is; links to anything but web, mail and phone addresses lose their destination.
///
/// A value: copies are independent, and a tree read in one task can be rendered in another.
public struct MarkdownTree: Sendable {
  /// The file the tree was read from, for locations.
  public let file: SourceFile
  /// What had to be mended so that it reads as it was meant, in document order.
  public let repairs: [Repair]

  /// Events in document order.
  package internal(set) var nodes: [Node]
  /// The bytes that `TextRange`s of nodes point into. Never shrinks.
  package internal(set) var buffer: [UInt8]

  init(file: SourceFile, repairs: [Repair], nodes: [Node], buffer: [UInt8]) {
    self.file = file
    self.repairs = repairs
    self.nodes = nodes
    self.buffer = buffer
  }

  /// Reads the Markdown in `body`, a range of UTF-8 offsets of the file's bytes (what follows the front matter).
  ///
  /// Never fails: what is wrong is in the diagnostics. A text beyond `ParsingBounds` becomes one block of preformatted
  /// text. About 80 MB/s on one core; safe on any number of threads.
  public static func parse(_ file: SourceFile, body: Range<Int>) -> (tree: MarkdownTree, diagnostics: [Diagnostic]) {
    parse(file, body: body, dialect: .ciyuan)
  }

  /// Reads a whole text.
  public static func parse(_ text: String, path: String = "") -> (tree: MarkdownTree, diagnostics: [Diagnostic]) {
    let file = SourceFile(path: path, text: text)
    return parse(file, body: 0..<file.bytes.count)
  }

  func string(_ range: TextRange) -> String { String(decoding: buffer[range.indices], as: UTF8.self) }

  mutating func store(_ bytes: some Sequence<UInt8>) -> TextRange {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    return TextRange(start: Int32(start), count: Int32(buffer.count - start))
  }
}
