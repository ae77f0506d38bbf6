internal import HanText

/// What a paragraph is about, as its first words name it: `注意力机制（Attention）在…`, `LoRA 是…`.
struct LeadName {
  let name: ArraySlice<Unicode.Scalar>

  init?(_ line: PageLine) {
    let content = line.content
    let head = content.prefix(24)
    if let open = head.firstIndex(of: "("), open > content.startIndex, let close = content[open...].prefix(60).firstIndex(of: ")") {
      name = content[...close]
    } else if let verb = head.firstIndex(where: { $0.isOne(of: "是指在") }), verb - content.startIndex >= 2 {
      name = content[..<verb]
    } else {
      return nil
    }
    guard !name.contains(where: { $0.isOne(of: ",。:;") }) else { return nil }
  }
}
