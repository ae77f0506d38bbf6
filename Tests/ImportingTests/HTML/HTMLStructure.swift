import Testing

@testable import Importing

/// The blocks of a piece of HTML as an outline, a line each: what two pages of one structure have alike.
struct HTMLStructure {
  private let tree: HTMLTree
  private var lines: [String] = []
  private var text = ""
  private var indent = 0

  static func of(_ html: String) throws -> [String] {
    var structure = HTMLStructure(tree: try HTMLTree(Array("<html><body>\(html)</body></html>".utf8), path: "structure.html"))
    let body = (0..<structure.tree.count).first { structure.tree.tag($0) == .body } ?? 0
    structure.read(body)
    return structure.lines
  }

  private init(tree: HTMLTree) { self.tree = tree }

  /// A paragraph is a run of text between blocks, whether it has an element of its own or not.
  private mutating func read(_ node: Int) {
    var child = node + 1
    while child < tree.end(node) {
      visit(child)
      child = max(child + 1, tree.end(child))
    }
  }

  private mutating func visit(_ node: Int) {
    let tag = tree.tag(node)
    switch tag {
    case .text: text += tree.textContent(node)
    case .br: text += "⏎"
    case .code: text += "`" + tree.textContent(node) + "`"
    case .img:
      flush()
      write("img \(tree.attribute("src", of: node) ?? "") \(tree.attribute("alt", of: node) ?? "")")
    case .pre: block("pre \(tree.textContent(node).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎"))")
    case .ul: block("ul", node)
    case .ol: block("ol \(tree.attribute("start", of: node) ?? "1")", node)
    case .li: block("li", node)
    case .blockquote: block("quote", node)
    case .h2, .h3, .h4, .h5, .h6: block("heading \(tree.textContent(node))")
    case .tr:
      let cells = (node..<tree.end(node)).filter { tree.tag($0) == .td || tree.tag($0) == .th }
      block("row " + cells.map(cell).joined(separator: " | "))
    case .hr: flush()
    default:
      if tag.isBlock { flush() }
      read(node)
      if tag.isBlock { flush() }
    }
  }

  /// Markdown has no line breaks in cells.
  private func cell(_ node: Int) -> String {
    Self.plain((node..<tree.end(node)).map { tree.tag($0) == .br ? " " : tree.tag($0) == .text ? tree.textContent($0) : "" }.joined())
  }

  private mutating func block(_ line: String, _ node: Int? = nil) {
    flush()
    write(line.hasSuffix("⏎") ? String(line.dropLast()) : line)
    guard let node else { return }
    indent += 1
    read(node)
    flush()
    indent -= 1
  }

  private mutating func flush() {
    // Two breaks part paragraphs.
    for paragraph in Self.plain(text).split(separator: "⏎⏎") { write("p " + paragraph) }
    text = ""
  }

  private mutating func write(_ line: String) { lines.append(String(repeating: "  ", count: indent) + line) }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(" ⏎", with: "⏎").replacing("⏎ ", with: "⏎")
  }
}
