internal import ContentModel
internal import Diagnostics

/// A content file cut into the entries of its front matter and the lines of its body.
struct ContentParts {
  private(set) var hasFrontMatter = false
  private(set) var entries: [Entry] = []
  /// Without the blank lines at its end.
  private(set) var body: [Substring] = []
  /// The blank lines at the end.
  private(set) var ending: [Substring] = []

  struct Entry: Equatable {
    let key: Substring
    var lines: [Substring]

    /// The items of a list, each as a line of a block; `nil` for other values.
    var items: [Substring]? {
      if lines.count == 1, value?.first == "[" { return itemsOfOneLine }
      let rest = lines.dropFirst()
      let isList =
        lines[0].trimmingSpace().hasSuffix(":") && !rest.isEmpty
        && rest.allSatisfy { $0.trimmingSpace().hasPrefix("- ") }
      return isList ? Array(rest) : nil
    }

    private var itemsOfOneLine: [Substring]? {
      let matter = FrontMatter.split(SourceFile(path: "", text: "---\n\(lines[0])\n---\n")).frontMatter
      guard value?.last == "]", case .list(let list)? = matter.entries.first?.value else { return nil }
      return list.map { Substring("  - " + FrontMatterText.scalar($0.value)) }
    }

    /// The list with other items, each on a line.
    func listing(_ items: [Substring]) -> Entry { Entry(key: key, lines: [lines.count == 1 ? "\(key):" : lines[0]] + items) }

    /// A value of one line, as it is written.
    var value: Substring? { lines.count == 1 ? Substring(lines[0].dropFirst(key.count + 1).trimmingSpace()) : nil }
  }

  init(_ text: String) {
    let split = FrontMatter.split(SourceFile(path: "", text: text))
    let mark = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let matter = text.utf8.dropFirst(mark).prefix(split.body.lowerBound - mark)
    let head = Substring(matter).trimmingSpace().textLines
    // Front matter that is never closed is part of the text: nothing of it may be lost.
    guard head.count >= 2, head.last == "---" else {
      cut(Substring(text.utf8.dropFirst(mark)))
      return
    }
    hasFrontMatter = true
    for line in head.dropFirst().dropLast() {
      let isNew = line.first.map { !$0.isWhitespace && $0 != "-" && $0 != "#" } ?? false
      if isNew, let colon = line.firstIndex(of: ":") {
        entries.append(Entry(key: line[..<colon], lines: [line]))
      } else if entries.isEmpty {
        entries.append(Entry(key: "", lines: [line]))
      } else {
        entries[entries.count - 1].lines.append(line)
      }
    }
    cut(Substring(text.utf8.dropFirst(split.body.lowerBound)))
  }

  private mutating func cut(_ text: Substring) {
    body = text.textLines
    while let last = body.last, last.allSatisfy(\.isWhitespace) { ending.insert(body.removeLast(), at: 0) }
  }

  /// Whether anything stands below the front matter.
  var hasText: Bool { !body.isEmpty }

  /// The lines of a file; without front matter where `head` is `nil`.
  static func lines(head: [Entry]?, body: [Substring]) -> [Substring] {
    (head.map { ["---"] + $0.flatMap(\.lines) + ["---"] } ?? []) + body
  }
}
