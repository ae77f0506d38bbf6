internal import ContentModel
internal import Diagnostics
internal import Importing

/// The text of a term's file with some of its values changed. All else (order of keys, comments, blank lines, line ends,
/// keys that no format knows) stays as people wrote it.
enum PageText {
  /// A new file.
  static func make(_ page: ExchangedPage) -> String {
    let order = ExchangeKey.all.filter { $0 != ExchangeKey.definition && $0 != ExchangeKey.explanation }
    let lines = order.flatMap { key in page[key].isEmpty ? [] : entry(key, page[key], isBlock: false) }
    let body = parts(of: page).body
    return (["---"] + lines + ["---"]).joined(separator: "\n") + "\n" + (body.isEmpty ? "" : "\n" + body)
  }

  /// `nil` where the front matter is not written a key a line, and so cannot be changed safely.
  static func edited(_ file: SourceFile, _ changes: [(key: String, values: [String])]) -> String? {
    let split = FrontMatter.split(file)
    let bodyKeys = [ExchangeKey.definition, ExchangeKey.explanation]
    let matterChanges = changes.filter { !bodyKeys.contains($0.key) }
    guard var head = FrontMatterLines(file, split) else { return matterChanges.isEmpty ? body(file, split, changes) : nil }
    for (key, values) in matterChanges { head.set(key, values) }
    return head.text + body(file, split, changes).dropFirstBytes(split.body.lowerBound)
  }

  static func entry(_ key: String, _ values: [String], isBlock: Bool) -> [String] {
    guard ExchangeKey.lists.contains(key) else { return ["\(key): \(FrontMatterText.scalar(values[0]))"] }
    if isBlock { return ["\(key):"] + values.map { "  - \(FrontMatterText.scalar($0))" } }
    let items = values.map { value in
      let scalar = FrontMatterText.scalar(value)
      let isSafe = scalar.hasPrefix("\"") || !scalar.contains { ",[]{}\"':".contains($0) }
      return isSafe ? scalar : "\"" + scalar.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return ["\(key): [\(items.joined(separator: ", "))]"]
  }

  private static func parts(of page: ExchangedPage) -> BodyParts {
    BodyParts(definition: page[ExchangeKey.definition].first ?? "", explanation: page[ExchangeKey.explanation].first ?? "")
  }

  /// The whole file with its body changed.
  private static func body(_ file: SourceFile, _ split: FrontMatter.Split, _ changes: [(key: String, values: [String])]) -> String {
    var page = ExchangedPage(file, split.frontMatter, body: split.body)
    let former = parts(of: page)
    for (key, values) in changes { page[key] = values }
    guard parts(of: page) != former else { return file.text }
    let body = file.text(in: split.body)
    let leading = body.prefix { $0.isWhitespace }
    let isCRLF = file.bytes.contains(0x0D)
    var text = parts(of: page).body
    if isCRLF { text = text.replacing("\n", with: "\r\n") }
    let gap = leading.contains(where: \.isNewline) ? String(leading.filter(\.isNewline)) : isCRLF ? "\r\n" : "\n"
    return file.text(in: 0..<split.body.lowerBound) + gap + text
  }
}

extension String {
  fileprivate func dropFirstBytes(_ count: Int) -> String { String(decoding: utf8.dropFirst(count), as: UTF8.self) }
}
