internal import HanText

/// Finds sentences that define a term: it opens the line, and `是指`, `是一种` or a colon follows.
struct DefinitionReader {
  private static let verbs = ["是指", "指的是", "是一种", "是一类", "是一个", "是一项", "通常指", "一般指"].map { Array($0.unicodeScalars) }

  /// The subject of the line and the sentence, or `nil`.
  func definition(_ line: MinedLine) -> (name: StatedName, sentence: String)? {
    var start = 0
    let scalars = line.scalars
    while start < scalars.count, start < 8, scalars[start].isOne(of: " -•·0123456789.、)(📦") { start += 1 }
    guard start < scalars.count else { return nil }
    var end = start
    let isHan = HanScript.contains(scalars[start])
    if isHan {
      guard let verb = verbPlace(line, from: start), (2...14).contains(verb - start) else { return nil }
      end = verb
    } else {
      while end < scalars.count, MinedLine.isLatin(scalars[end]) || scalars[end] == " " { end += 1 }
    }
    guard Self.opensWithVerb(scalars[end...].drop { $0 == " " }) else { return nil }
    let name = line.text(start..<end).split(separator: " ").joined(separator: " ")
    guard !name.isEmpty, name.unicodeScalars.count <= 40 else { return nil }
    guard !isHan || name.unicodeScalars.allSatisfy({ HanScript.contains($0) || $0 == "-" }) else { return nil }
    let sentence = scalars[start...].prefix { $0 != "。" }
    guard sentence.count >= 12, sentence.count <= 300 else { return nil }
    return (isHan ? StatedName(name, .chinese) : StatedName(latin: name), String(scalars: sentence) + "。")
  }

  private func verbPlace(_ line: MinedLine, from start: Int) -> Int? {
    for place in start..<min(line.scalars.count, start + 16) {
      if Self.opensWithVerb(line.scalars[place...]) { return place }
    }
    return nil
  }

  private static func opensWithVerb(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, first.isOne(of: "是指通一") else { return false }
    return verbs.contains { text.starts(with: $0) }
  }
}
