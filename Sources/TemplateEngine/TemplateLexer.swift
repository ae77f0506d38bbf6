internal import Diagnostics

/// Cuts a template into tokens. Goes on after a fault, so that all of them are reported.
struct TemplateLexer {
  private let source: SourceFile
  private var bytes: [UInt8] { source.bytes }
  private var position = 0
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var isAtLineStart = true
  private(set) var tokens: [TemplateToken] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceFile) {
    self.source = source
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count {
      if isAtLineStart, takeIndentation() { continue }
      if matches(open, at: position) { takeTag() } else { takeText() }
    }
  }

  private func matches(_ pattern: [UInt8], at offset: Int) -> Bool {
    offset + pattern.count <= bytes.count && bytes[offset..<offset + pattern.count].elementsEqual(pattern)
  }

  private func find(_ pattern: [UInt8], from offset: Int) -> Int? {
    var offset = offset
    while offset + pattern.count <= bytes.count {
      if bytes[offset] == pattern[0], matches(pattern, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  private mutating func append(_ kind: TemplateToken.Kind, upTo end: Int) {
    if end > position { tokens.append(TemplateToken(kind: kind, range: position..<end)) }
    position = end
    isAtLineStart = kind == .lineBreak
  }

  private mutating func takeIndentation() -> Bool {
    var end = position
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    isAtLineStart = false
    guard end > position else { return false }
    append(.indentation, upTo: end)
    return true
  }

  private mutating func takeText() {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A, !(bytes[end] == open[0] && matches(open, at: end)) { end += 1 }
    guard end < bytes.count, bytes[end] == 0x0A else { return append(.text, upTo: end) }
    append(.text, upTo: end > position && bytes[end - 1] == 0x0D ? end - 1 : end)
    append(.lineBreak, upTo: end + 1)
  }

  private mutating func takeTag() {
    let start = position
    var inner = start + open.count
    var ending = close
    var kind = TemplateTag.Kind.escaped
    let sigil = inner < bytes.count ? bytes[inner] : 0
    if let sigilKind = Self.sigils[sigil] {
      kind = sigilKind
      inner += 1
    } else if sigil == 0x7B, open == Array("{{".utf8) {
      kind = .unescaped
      ending = Array("}}}".utf8)
      inner += 1
    }
    if kind == .delimiters { ending = [0x3D] + close }
    guard let end = find(ending, from: inner) else {
      return recover(from: start, "tag is not closed", suggestion: "close it with \(text(ending))")
    }
    if kind != .comment, let next = find(open, from: inner), next < end, kind != .delimiters {
      return recover(from: start, "tag is not closed before the next one", suggestion: "close it with \(text(ending))")
    }
    let tag = TemplateTag(kind: kind, name: "", nameRange: inner..<end)
    switch kind {
    case .comment: break
    case .delimiters: setDelimiters(in: inner..<end)
    default: return takeNamed(tag, upTo: end + ending.count)
    }
    append(.tag(tag), upTo: end + ending.count)
  }

  private mutating func takeNamed(_ tag: TemplateTag, upTo end: Int) {
    let range = trimmed(tag.nameRange)
    let name = source.text(in: range)
    if let fault = Self.fault(inName: name, kind: tag.kind) {
      report(fault, at: range.isEmpty ? position..<end : range)
    }
    append(.tag(TemplateTag(kind: tag.kind, name: name, nameRange: range)), upTo: end)
  }

  private static func fault(inName name: String, kind: TemplateTag.Kind) -> String? {
    if name.isEmpty { return "tag has no name" }
    if name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return "name \"\(name)\" contains white space" }
    if kind == .partial || kind == .parent {
      return name.hasPrefix("*") ? "dynamic names are not supported: \"\(name)\"" : nil
    }
    if kind != .block, kind != .end, name != ".",
      name.split(separator: ".", omittingEmptySubsequences: false).contains("")
    {
      return "name \"\(name)\" has an empty part"
    }
    return nil
  }

  private mutating func setDelimiters(in range: Range<Int>) {
    let parts = bytes[range].split { $0 <= 0x20 }
    guard parts.count == 2, !parts.joined().contains(0x3D) else {
      return report("delimiters are not two words without \"=\"", at: range)
    }
    (open, close) = (Array(parts[0]), Array(parts[1]))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  private mutating func recover(from start: Int, _ summary: String, suggestion: String) {
    report(summary, at: start..<start + open.count, suggestion: suggestion)
    position = start
    append(.text, upTo: min(start + open.count, bytes.count))
  }

  private mutating func report(_ summary: String, at range: Range<Int>, suggestion: String? = nil) {
    diagnostics.append(
      Diagnostic(
        .error, rule: "template-syntax", summary, at: source.location(of: range), suggestion: suggestion))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let sigils: [UInt8: TemplateTag.Kind] = [
    UInt8(ascii: "&"): .unescaped, UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted,
    UInt8(ascii: "/"): .end, UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .delimiters,
    UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent, UInt8(ascii: "$"): .block,
  ]
}
