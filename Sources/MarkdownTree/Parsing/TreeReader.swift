internal import CCMarkGFM
internal import Diagnostics

/// Copies cmark's tree into events, takes out the marks of repairs, and reads the syntax of ours that stands in text.
struct TreeReader {
  let file: SourceFile
  let dialect: Dialect
  /// Lines of the file before the first line that cmark saw.
  let lineOffset: Int
  /// Whether the source was marked, so that marks must be taken out.
  let hasMarks: Bool

  var nodes: [Node] = []
  var buffer: [UInt8] = []
  var repairs: [Repair] = []
  var diagnostics: [Diagnostic] = []
  var wikiLinkFaults = 0
  /// Names of the raw tags that were reported, and the place of the last one.
  var openedTags: Set<String> = []
  var lastHTML: SourceLocation?
  /// Line of the last node that had one: soft breaks and autolinks have none.
  private var lastLine = 1
  private var linkDepth = 0
  /// The open events of what contains the current node; `nil` for a link whose address was refused.
  private var open: [Node?] = []

  init(file: SourceFile, dialect: Dialect, lineOffset: Int, hasMarks: Bool, capacity: Int) {
    self.file = file
    self.dialect = dialect
    self.lineOffset = lineOffset
    self.hasMarks = hasMarks
    buffer.reserveCapacity(capacity)
    nodes.reserveCapacity(capacity / 24)
  }

  mutating func read(_ root: CMarkNode) {
    guard var current = root.pointee.first_child else { return }
    while true {
      let isOpen = enter(current)
      if isOpen, let child = current.pointee.first_child {
        current = child
        continue
      }
      if isOpen { leave() }
      while current.pointee.next == nil {
        guard let parent = current.pointee.parent, parent != root else { return }
        leave()
        current = parent
      }
      current = current.pointee.next
    }
  }

  /// Writes the event at which a node begins; returns whether it has children and an end.
  private mutating func enter(_ source: CMarkNode) -> Bool {
    guard let kind = Node.Kind(source) else { return false }
    let ownLine = Int(source.pointee.start_line)
    if ownLine > 0 { lastLine = ownLine + lineOffset }
    var node = Node(kind, kind.isContainer ? .open : .leaf, line: Int32(lastLine))
    guard kind.isContainer else {
      readLeaf(&node, source)
      return false
    }
    readDetails(of: source, into: &node)
    if dialect.isOurs, kind == .link || kind == .image, !URLSafety.isSafe(buffer[node.text.indices]) {
      report(
        .warning, "unsafe-link", "address \"\(string(node.text))\" is not written into the page", line: node.line,
        suggestion: "link to a web, mail or phone address, or to a page")
      open.append(nil)
      return true
    }
    if kind == .link { linkDepth += 1 }
    nodes.append(node)
    open.append(node)
    return true
  }

  /// Writes the event at which the innermost open node ends.
  private mutating func leave() {
    guard let opened = open.removeLast() else { return }
    var node = opened
    node.phase = .close
    if node.kind == .link { linkDepth -= 1 }
    nodes.append(node)
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ rule: String, _ summary: String, line: Int32, suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, rule: rule, summary, at: file.location(line: Int(line)), suggestion: suggestion))
  }

  func string(_ range: TextRange) -> String { String(decoding: buffer[range.indices], as: UTF8.self) }

  var isInLink: Bool { linkDepth > 0 }

  /// The kind of the container that the current node stands in.
  var innermost: Node.Kind? { open.last??.kind }
}
