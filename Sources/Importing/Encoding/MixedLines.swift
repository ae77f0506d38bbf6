internal import ContentModel

/// A file in UTF-8 into which lines in another encoding were pasted, or bytes of which were lost.
struct MixedLines {
  /// All of the text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Numbers of the lines that read as GB18030.
  private(set) var foreign: [Int] = []
  private(set) var invalidCount = 0
  /// Offset in the input of the first sequence that means nothing.
  private(set) var firstInvalid: Int?

  /// `nil` for text that is in another encoding as a whole: of that next to no line is valid UTF-8 by chance.
  init?(_ text: [UInt8]) {
    guard Self.isMostlyUTF8(text) else { return nil }
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { bytes.append(0x0A) }
      guard let fault = UTF8Validation.firstFault(in: Array(line)) else {
        bytes += line
        continue
      }
      let (characters, invalid) = Self.counts(line)
      if characters < 4 * invalid, let other = CharacterConversion.convert(line, from: .gb18030), other.invalidCount == 0,
        TextEncoding.gb18030.plausibility(of: other) >= 0.1
      {
        bytes += other.bytes
        foreign.append(index + 1)
      } else {
        bytes += Array(String(decoding: line, as: UTF8.self).utf8)
        invalidCount += invalid
        firstInvalid = firstInvalid ?? line.startIndex + fault
      }
    }
  }

  /// Whether as many lines with characters of UTF-8 are valid as are not, or by far most of the characters.
  private static func isMostlyUTF8(_ text: [UInt8]) -> Bool {
    var (valid, broken, characters, invalid) = (0, 0, 0, 0)
    for line in text.split(separator: 0x0A) where line.contains(where: { $0 >= 0x80 }) {
      let counts = counts(line)
      characters += counts.characters
      invalid += counts.invalid
      if counts.invalid > 0 { broken += 1 } else if counts.characters >= 3 { valid += 1 }
    }
    return valid > 0 && valid >= broken || characters > 0 && characters >= 4 * invalid
  }

  private static func counts(_ line: ArraySlice<UInt8>) -> (characters: Int, invalid: Int) {
    String(decoding: line, as: UTF8.self).unicodeScalars.reduce(into: (0, 0)) {
      if $1.value == 0xFFFD { $0.1 += 1 } else if $1.value >= 0x80 { $0.0 += 1 }
    }
  }
}
