package import Diagnostics

extension FrontMatterSchema {
  /// What is wrong with one value of a key.
  package struct Fault {
    package let rule: String
    package let summary: String
    package let suggestion: String
    var severity = Diagnostic.Severity.error
  }

  /// Faults of shape: unknown keys, a list where a text belongs, values that are none of the key's kind, addresses that could
  /// run script.
  func validate(_ frontMatter: FrontMatter, in file: SourceFile) -> [Diagnostic] {
    frontMatter.entries.flatMap { entry -> [Diagnostic] in
      guard let key = keys.first(where: { $0.name == entry.key.value }) else {
        let near = NearMiss.suggestion(for: entry.key.value, among: keys.map(\.name))
        return [
          Diagnostic(
            .error, rule: "unknown-key", "unknown key \"\(entry.key.value)\"", at: file.location(of: entry.key.range),
            suggestion: near.map { "write \"\($0)\"" } ?? "use one of: \(keys.map(\.name).joined(separator: ", "))")
        ]
      }
      let values: [(text: FrontMatter.Text, fault: Fault?)]
      switch entry.value {
      case .list where !key.kind.isList:
        return [
          Diagnostic(
            .error, rule: "wrong-type", "\"\(key.name)\" is a list where one text belongs",
            at: file.location(of: entry.key.range), suggestion: "write it without brackets")
        ]
      case .list(let list):
        values = list.map {
          ($0, $0.value.isEmpty ? Self.empty(key) : Self.unparted($0, key, in: file) ?? fault(of: $0.value, in: key))
        }
      case .text(let text):
        values =
          text.value.isEmpty ? [] : [(text, (key.kind.isList ? Self.unlisted(text.value, key) : nil) ?? fault(of: text.value, in: key))]
      }
      return values.compactMap { text, fault in
        fault.map { Diagnostic($0.severity, rule: $0.rule, $0.summary, at: file.location(of: text.range), suggestion: $0.suggestion) }
      }
    }
  }

  private static func empty(_ key: Key) -> Fault {
    Fault(rule: "empty-value", summary: "\"\(key.name)\" has an item without a text", suggestion: "remove it", severity: .warning)
  }

  /// Several values that are written as one.
  private static func unlisted(_ value: String, _ key: Key) -> Fault? {
    guard value.utf8.contains(UInt8(ascii: ",")) || hasChineseComma(value) else { return nil }
    let parts = value.split { "，、".contains($0) }.flatMap { $0.split(separator: ", ") }.map { $0.filter { $0 != "," }.trimmed }
    guard parts.count > 1 else { return nil }
    return Fault(
      rule: "wrong-type", summary: "\"\(key.name)\" is a list, and this is one value with a comma in it",
      suggestion: "write [\(parts.joined(separator: ", "))], or [\"\(value)\"] where it is one", severity: .warning)
  }

  /// Items that a Chinese comma parts, which YAML reads as one: `[甲，乙]`. Phrasings of questions may have one, and so may what
  /// stands in quotes.
  private static func unparted(_ item: FrontMatter.Text, _ key: Key, in file: SourceFile) -> Fault? {
    guard key.kind == .list, key.name != "aliases", hasChineseComma(item.value),
      !file.bytes[max(0, item.range.lowerBound - 1)...item.range.lowerBound].contains(where: { "\"'".utf8.contains($0) })
    else { return nil }
    let parts = item.value.split { "，、".contains($0) }.map(\.trimmed)
    return Fault(
      rule: "wrong-type", summary: "\"\(item.value)\" is one item, with a Chinese comma in it",
      suggestion: "write \(parts.joined(separator: ", ")), or \"\(item.value)\" in quotes where it is one", severity: .warning)
  }

  private static func hasChineseComma(_ value: String) -> Bool { value.unicodeScalars.contains { $0 == "，" || $0 == "、" } }

  /// What is wrong with a value of a key; `nil` for a key that the schema does not have.
  package func fault(of value: String, ofKey name: String) -> Fault? {
    keys.first { $0.name == name }.flatMap { fault(of: value, in: $0) }
  }

  private func fault(of value: String, in key: Key) -> Fault? {
    func unless(
      _ isValid: Bool, _ rule: String, _ summary: @autoclosure () -> String, _ suggestion: @autoclosure () -> String
    ) -> Fault? {
      isValid ? nil : Fault(rule: rule, summary: summary(), suggestion: suggestion())
    }
    switch key.kind {
    case .text, .list:
      return unless(
        key.choices.isEmpty || key.choices.contains(value), "unknown-value", "\"\(key.name)\" cannot be \"\(value)\"",
        Self.choice(value, among: key.choices))
    case .status:
      let names = Document.Status.allCases.map(\.rawValue)
      return unless(names.contains(value), "unknown-status", "unknown status \"\(value)\"", Self.choice(value, among: names))
    case .date: return unless(CalendarDate(value) != nil, "not-a-date", "\"\(value)\" is not a date", "write it as 2026-11-21")
    case .year:
      return unless(
        value.utf8.count == 4 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }, "not-a-year", "\"\(value)\" is not a year",
        "write its four digits, as 2017")
    case .address:
      return unless(Self.isWebAddress(value), "not-an-address", "\"\(value)\" is not a web address", "begin it with https:// and a host")
    case .sources:
      return unless(
        !value.contains(":") || Self.isWebAddress(value), "not-an-address", "\"\(value)\" is neither a source nor a web address",
        "begin an address with https://")
    case .origins:
      return unless(
        value.wholeMatch(of: /[A-Za-z0-9._-]+#L[0-9]+(-L[0-9]+)?/) != nil, "not-an-origin", "\"\(value)\" is no place in a source",
        "write it as source-slug#L14-L23")
    case .hash:
      return unless(
        Document.isTranslationHash(value), "not-a-hash", "\"\(value)\" is no hash of a text", "let ciyuan status --mark write it")
    case .redirects:
      return unless(
        FormerAddress(value) != nil, "not-a-path", "\"\(value)\" is no address within the site", "write it as /zh/terms/old-name/")
    }
  }

  private static func choice(_ value: String, among names: [String]) -> String {
    NearMiss.suggestion(for: value, among: names).map { "write \"\($0)\"" } ?? "use one of: \(names.joined(separator: ", "))"
  }

  /// What an `href` may hold that content names: anything else could run script.
  private static func isWebAddress(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      return rest.first.map { $0 != "/" && !$0.isWhitespace } == true && !rest.contains(where: \.isWhitespace)
    }
    return false
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
