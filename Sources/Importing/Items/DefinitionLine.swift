internal import HanText

/// A line `name: what it is`.
struct DefinitionLine {
  let name: ArraySlice<Unicode.Scalar>
  /// Where the definition begins in the folded text.
  let start: Int

  init?(_ line: PageLine) {
    let content = line.content
    guard !line.isCode, let colon = content.prefix(48).firstIndex(of: ":"), colon > content.startIndex else { return nil }
    let name = content[..<colon]
    guard name.contains(where: \.isWordlike), !name.contains(where: { $0.isOne(of: "。,?!;") }) else { return nil }
    guard content.endIndex - colon >= 8 else { return nil }
    self.name = name
    start = colon + 1
  }
}
