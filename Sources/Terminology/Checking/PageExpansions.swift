internal import ContentModel
internal import Diagnostics

/// Where a page says what its abbreviations stand for.
struct PageExpansions {
  /// The title, then headings and paragraphs in order, half-width.
  private let blocks: [(text: [UInt8], isProse: Bool)]

  init(_ page: CheckedPage) {
    func folded(_ text: String) -> [UInt8] {
      let narrow: [Character: Character] = ["（": "(", "）": ")", "：": ":", "，": ",", "；": ";", "【": "(", "】": ")"]
      return Array(String(text.map { narrow[$0] ?? $0 }).utf8)
    }
    blocks =
      [(folded(page.document.title), false)]
      + page.sections.flatMap { section in [(folded(section.heading), false)] + section.paragraphs.map { (folded($0), true) } }
  }

  enum Verdict {
    case atFirstUse
    case afterFirstUse
    case nowhere
  }

  /// Whether the abbreviation is explained in the paragraph that uses it first, or before; afterwards; or not at all.
  func verdict(on abbreviation: String) -> Verdict {
    let name = Array(abbreviation.utf8)
    guard let explanation = blocks.firstIndex(where: { explains(name, in: $0.text) }) else { return .nowhere }
    let use = blocks.firstIndex { $0.isProse && !Self.places(of: name, in: $0.text).isEmpty }
    return use.map { explanation <= $0 } ?? true ? .atFirstUse : .afterFirstUse
  }

  private func explains(_ name: [UInt8], in text: [UInt8]) -> Bool {
    if name.count >= 3, Self.initials(of: text).firstRange(of: name) != nil { return true }
    return Self.places(of: name, in: text).contains { place in
      Self.isFollowedByExpansion(place, in: text) || Self.isGloss(place, name, in: text) || Self.isLabelled(place, in: text)
    }
  }

  /// Where the word stands, a plural s included.
  private static func places(of name: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    text.ranges(of: name).compactMap { range in
      guard range.lowerBound == 0 || !WordEdges.isWordByte(text[range.lowerBound - 1]) else { return nil }
      let end = range.upperBound < text.count && text[range.upperBound] == UInt8(ascii: "s") ? range.upperBound + 1 : range.upperBound
      return end == text.count || !WordEdges.isWordByte(text[end]) ? range.lowerBound..<end : nil
    }
  }

  /// `CTRL (Conditional Transformer)`, `CTRL（条件模型，2019）`; not `CTRL (see below)`.
  private static func isFollowedByExpansion(_ place: Range<Int>, in text: [UInt8]) -> Bool {
    guard let open = text[place.upperBound...].firstIndex(where: { $0 != 0x20 }), text[open] == UInt8(ascii: "(") else { return false }
    let end = text[open...].firstIndex(of: UInt8(ascii: ")")) ?? text.count
    return isExpansion(String(decoding: text[(open + 1)..<end], as: UTF8.self))
  }

  /// `条件模型（CTRL）`, `Conditional Transformer (or CTRL, 2019)`, `（CTRL，条件模型）`; not `（如 CTRL）`, `（CTRL、GPT）`.
  private static func isGloss(_ place: Range<Int>, _ name: [UInt8], in text: [UInt8]) -> Bool {
    guard let open = text[..<place.lowerBound].lastIndex(of: UInt8(ascii: "(")), place.lowerBound - open < 160,
      !text[open..<place.lowerBound].contains(UInt8(ascii: ")"))
    else { return false }
    let end = text[open...].firstIndex(of: UInt8(ascii: ")")) ?? text.count
    guard end >= place.upperBound else { return false }
    let content = String(decoding: text[(open + 1)..<end], as: UTF8.self)
    let parts = content.split { ",;:/".contains($0) }.map { $0.trimmingSpace }
    guard !examples.contains(where: { content.lowercased().hasPrefix($0) }) else { return false }
    let own = parts.firstIndex { part in
      let bare = labels.first { part.lowercased().hasPrefix($0) }.map { part.dropFirst($0.count) } ?? part[...]
      return Array(String(bare).trimmingSpace.utf8).starts(with: name) && bare.utf8.count <= name.count + 2
    }
    guard let own else { return false }
    let before = text[..<open].last { $0 != 0x20 }
    let isNamed = before.map { $0 >= 0x80 || WordEdges.isWordByte($0) } ?? false
    return isNamed || parts.enumerated().contains { $0.offset != own && isExpansion($0.element) }
  }

  /// `简称 CTRL`, `CTRL 的全称是`, `CTRL stands for`, `CTRL：条件模型`, `CTRL 是一种`.
  private static func isLabelled(_ place: Range<Int>, in text: [UInt8]) -> Bool {
    let before = String(decoding: text[max(0, place.lowerBound - 40)..<place.lowerBound], as: UTF8.self).trimmingSpace.lowercased()
    let after = String(decoding: text[place.upperBound...].prefix(60), as: UTF8.self).trimmingSpace.lowercased()
    if labels.contains(where: { before.hasSuffix($0) || before.hasSuffix($0 + ":") }) { return true }
    return verbs.contains { after.hasPrefix($0) } || after.hasPrefix(":") && isExpansion(String(after.dropFirst().prefix(40)))
  }

  /// Words: two Han characters or two Latin words, and no reference.
  private static func isExpansion(_ text: String) -> Bool {
    let text = text.trimmingSpace
    guard !examples.contains(where: { text.lowercased().hasPrefix($0) }) else { return false }
    return text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) } >= 2
      || text.split { !$0.isLetter }.count { $0.count > 1 && $0.dropFirst().contains { $0.isLowercase } } >= 2
      || text.count >= 6 && text.allSatisfy(\.isLowercase) && !["optional", "default", "required"].contains(text)
  }

  private static let examples = [
    "如", "例如", "比如", "见", "参见", "详见", "以", "包括", "即上", "同上", "下同", "e.g.", "eg.", "such as", "see", "cf.", "like", "including",
  ]
  private static let labels = [
    "简称为", "简称", "缩写为", "缩写是", "英文缩写", "英文缩写为", "缩写", "又称", "也称", "称为", "叫做", "记作", "记为", "即", "英文", "全称",
    "abbreviated as", "abbreviated to", "abbreviated", "abbr.", "a.k.a.", "aka", "also known as", "known as", "called", "or", "in short",
    "short",
  ]
  private static let verbs = [
    "的全称", "的英文全称", "全称", "是一种", "是一个", "是一类", "是指", "指的是", "即", "代表", "stands for", "stand for", "is short for", "is an abbreviation",
    "is a ", "is an ", "refers to", "means ", "denotes ", "的缩写", "意为", "意思是",
  ]

  /// First letters of the Latin words, in capitals; text but spaces, hyphens and commas parts them.
  private static func initials(of text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isInside = false
    for (index, byte) in text.enumerated() {
      let isWord = WordEdges.isWordByte(byte)
      if isWord, !isInside { result.append(byte & 0xDF) }
      // 、 is three bytes, E3 80 81.
      let isList =
        [0xE3, 0x80, 0x81].contains(byte) && text[max(0, index - 2)..<min(text.count, index + 3)].firstRange(of: [0xE3, 0x80, 0x81]) != nil
      if !isWord, !isList, !" -,".utf8.contains(byte) { result.append(0) }
      isInside = isWord
    }
    return result
  }
}

extension StringProtocol {
  fileprivate var trimmingSpace: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
