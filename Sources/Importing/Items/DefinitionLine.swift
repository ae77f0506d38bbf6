internal import HanText

/// A line `name: what it is`.
struct DefinitionLine {
  let name: ArraySlice<Unicode.Scalar>
  /// Where the definition begins in the folded text; its end where the text stands below.
  let start: Int

  /// - Parameter mayBeBare: whether `name (English name)` alone will do.
  init?(_ line: PageLine, mayBeBare: Bool = false) {
    let content = line.content
    guard !line.isCode else { return nil }
    if let entry = Self.entry(content), mayBeBare || entry.start < content.endIndex {
      (name, start) = entry
      return
    }
    guard let colon = content.prefix(48).firstIndex(of: ":"), colon > content.startIndex else { return nil }
    let name = Self.own(content[..<colon])
    guard name.contains(where: \.isWordlike), !name.contains(where: { $0.isOne(of: "。,?!;") }) else { return nil }
    guard content.endIndex - colon >= 8 else { return nil }
    self.name = name
    start = Self.afterOtherName(content, from: colon + 1)
  }

  /// `泛化：(Generalization)模型泛化是指…`: the definition begins behind the name in the other language.
  private static func afterOtherName(_ content: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
    let rest = content[start...].drop { $0 == " " }
    guard rest.first == "(", let close = rest.prefix(60).firstIndex(of: ")"),
      rest[..<close].dropFirst().allSatisfy({ $0.isASCIIAlphanumeric || $0.isOne(of: " -',") })
    else { return start }
    let definition = content[(close + 1)...].drop { $0.isOne(of: " ,:。") }
    return definition.first?.isHan == true ? definition.startIndex : start
  }

  /// `束搜索 beam search`, `困惑度 PPL（perplexity）`: the name without what it is called in the other language.
  private static func own(_ name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var name = name
    if name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex, !name[..<open].contains("("),
      name[open...].contains(where: { ("a"..."z").contains($0) })
    {
      name = name[..<open]
    }
    if name.first?.isHan == true, let space = name.firstIndex(where: { $0.isOne(of: " /") }), name[..<space].allSatisfy(\.isHan),
      name[space...].contains(where: \.isASCIILetter),
      name[space...].allSatisfy({ $0.isASCIIAlphanumeric || $0.isOne(of: " /-'") })
    {
      name = name[..<space]
    }
    while name.last == " " { name.removeLast() }
    return name
  }

  /// Whether a line is the entry of a bilingual glossary, with its text on it.
  static func isEntry(_ line: PageLine) -> Bool {
    guard !line.isCode, !line.asking.contains(.mark) else { return false }
    return entry(line.content).map { $0.start < line.content.endIndex } ?? false
  }

  static func isBareEntry(_ line: PageLine) -> Bool {
    entry(line.content).map { $0.start == line.content.endIndex } ?? false
  }

  /// `激活函数（Activation Function）：…`, `GAN（生成对抗网络）——…`: the name before the other language's.
  private static func entry(_ content: ArraySlice<Unicode.Scalar>) -> (name: ArraySlice<Unicode.Scalar>, start: Int)? {
    guard let open = content.prefix(30).firstIndex(of: "("), let close = content[open...].prefix(80).firstIndex(of: ")") else { return nil }
    var name = content[..<open]
    while name.last == " " { name.removeLast() }
    let inside = content[(open + 1)..<close]
    guard name.count >= 2, name.allSatisfy({ $0.isWordlike || $0 == " " || $0 == "-" }) else { return nil }
    let isHan = name.contains(where: \.isHan)
    // An abbreviation alone belongs to the name.
    let isOther = isHan ? inside.contains { ("a"..."z").contains($0) } && !inside.contains(where: \.isHan) : inside.contains(where: \.isHan)
    guard isOther else { return nil }
    let rest = content[(close + 1)...].drop { $0 == " " }
    name = own(name)
    if rest.isEmpty { return (name, content.endIndex) }
    guard let sign = rest.first, sign.isOne(of: ":—–-"), rest.count >= 4 else { return nil }
    return (name, rest.drop { $0.isOne(of: ":—–- ") }.startIndex)
  }
}
