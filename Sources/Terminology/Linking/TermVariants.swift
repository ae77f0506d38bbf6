internal import HanText

/// The forms under which a name is looked for.
struct TermVariants {
  /// Folded, case kept, without doubles; the name itself first.
  let forms: [[UInt8]]
  /// How many of the forms, from the first, are the name itself, differently written; the others are its other number.
  let nameCount: Int
  /// Whether upper and lower case must be as in the form.
  let isExact: Bool

  /// No forms for a name that is too short to be told from text: one letter, one Han character, or digits alone.
  init(of term: Term) {
    isExact = term.status == .abbreviation || Self.looksAbbreviated(term.name)
    let name = Self.collapsing(TermFolding.fold(term.name, keepingCase: true))
    guard Self.canBeTold(name) else {
      (forms, nameCount) = ([], 0)
      return
    }
    var forms = [name]
    if term.name.utf8.contains(UInt8(ascii: "-")) {
      let joined = name.filter { $0 != TermFolding.separator }
      // `fine-tuning` is written solid too; `k-means` is not.
      if !name.contains(where: { $0 >= 0x80 }), joined.count >= 8 { forms.append(joined) }
    }
    for form in forms { forms += Self.spacings(of: form) }
    var seen: Set<[UInt8]> = []
    forms = forms.filter { seen.insert($0).inserted }
    nameCount = forms.count
    for form in forms { forms += EnglishPlurals.others(of: form).filter { seen.insert($0).inserted } }
    self.forms = forms
  }

  /// One word of at most five letters with a capital that is not the first: LoRA, ReAct, MoE are found only like this,
  /// because lora and react are other words.
  private static func looksAbbreviated(_ name: String) -> Bool {
    let bytes = name.utf8
    guard bytes.count <= 5, bytes.allSatisfy({ isLetter($0) || isDigit($0) }) else { return false }
    return bytes.dropFirst().contains { (0x41...0x5A).contains($0) }
  }

  private static func collapsing(_ name: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in name where byte != TermFolding.separator || result.last != TermFolding.separator { result.append(byte) }
    if result.first == TermFolding.separator { result.removeFirst() }
    if result.last == TermFolding.separator { result.removeLast() }
    return result
  }

  private static func canBeTold(_ name: [UInt8]) -> Bool {
    let scalars = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
    let letters = scalars.filter { $0.properties.isAlphabetic || HanScript.contains($0) }
    return scalars.count >= 2 && !letters.isEmpty && scalars.count <= 200
  }

  /// Whether the name is looked for in texts at all.
  static func areLookedFor(_ name: String) -> Bool { canBeTold(collapsing(TermFolding.fold(name, keepingCase: true))) }

  /// Between Han and Latin a space may stand or not.
  private static func spacings(of form: [UInt8]) -> [[UInt8]] {
    var open: [UInt8] = []
    var closed: [UInt8] = []
    for (index, byte) in form.enumerated() {
      if byte == TermFolding.separator, index > 0, index + 1 < form.count,
        (form[index - 1] < 0x80) != (form[index + 1] < 0x80)
      {
        open.append(byte)
        continue
      }
      if index > 0, form[index - 1] != TermFolding.separator, (form[index - 1] < 0x80) != (byte < 0x80),
        isWordByte(form[index - 1]), isWordByte(byte)
      {
        open.append(TermFolding.separator)
      }
      open.append(byte)
      closed.append(byte)
    }
    return [open, closed]
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  /// A letter, a digit, or a byte of a Han character (and of other scripts, and of what is not ASCII at all).
  private static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isLetter(byte) || isDigit(byte) }
}
