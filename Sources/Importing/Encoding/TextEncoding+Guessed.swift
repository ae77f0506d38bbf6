internal import ContentModel

extension TextEncoding {
  /// UTF-16 without a mark: at one parity the bytes are zero (spaces, line breaks, markup) or name a block of the scripts that
  /// are read here, the other way round they are fewer: below `一` and its like alone. ASCII text has bytes of all these values but
  /// the zeros.
  static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096).count & ~1
    guard sample >= 8, bytes.count & 1 == 0 else { return nil }
    var zeros = (even: 0, odd: 0), high = (even: 0, odd: 0)
    for index in stride(from: 0, to: sample, by: 2) {
      let (even, odd) = (bytes[index], bytes[index + 1])
      if even == 0 { zeros.even += 1 }
      if odd == 0 { zeros.odd += 1 }
      if isHighByte(even) { high.even += 1 }
      if isHighByte(odd) { high.odd += 1 }
    }
    let units = sample / 2
    let little = zeros.odd + high.odd, big = zeros.even + high.even
    let (zero, most) = little > big ? (zeros.odd, little) : (zeros.even, big)
    guard little != big, zero > 0, most * 10 >= units * 9, zero * 20 >= units || UTF8Validation.firstFault(in: bytes) != nil else {
      return nil
    }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Han characters, full-width punctuation and kana, Cyrillic.
  private static func isHighByte(_ byte: UInt8) -> Bool {
    (0x4E...0x9F).contains(byte) || byte == 0x30 || byte == 0xFF || byte == 0x04
  }

  /// Whether bytes that are no UTF-8 read as Western European text: between ASCII letters their own stand alone or as two
  /// (`für`, `Größe`), where those of other encodings come in long runs.
  static func isLatin(_ bytes: [UInt8]) -> Bool {
    var runs = 0, short = 0, high = 0, letters = 0
    var start = 0
    while start < bytes.count {
      let byte = bytes[start]
      if byte < 0x80 {
        if (0x41...0x5A).contains(byte & 0xDF) { letters += 1 }
        start += 1
        continue
      }
      let run = bytes[start...].prefix { $0 >= 0x80 }
      // Five bytes mean nothing in Windows-1252.
      if run.contains(where: { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }) { return false }
      runs += 1
      high += run.count
      if run.count == 1 || run.count == 2 && run.allSatisfy({ $0 >= 0xC0 }) { short += 1 }
      start = run.endIndex
    }
    return runs > 0 && short * 10 >= runs * 9 && letters >= high
  }

  /// How much decoded text reads like running text of the encoding's language: the share of its letters that are among
  /// the most frequent ones, minus what could not be decoded. Chinese text, simplified or traditional, in the right encoding
  /// scores 0.2 to 0.5, in a wrong one about 0.02; Korean and Japanese about 0.4, Russian about 0.8.
  func plausibility(of text: CharacterConversion.Result) -> Double {
    var letters = 0, frequent = 0
    let scalars = String(decoding: text.bytes.prefix(60_000), as: UTF8.self).unicodeScalars
    for scalar in scalars where Self.isLetter(scalar, in: self) {
      letters += 1
      if isFrequent(scalar) { frequent += 1 }
    }
    guard letters > 0 else {
      // A stray byte in Latin text says little; where much cannot be decoded, it is no text in this encoding.
      return text.invalidCount == 0 ? 0.01 : text.invalidCount * 4 > scalars.count ? -.greatestFiniteMagnitude : 0
    }
    return (Double(frequent) - 4 * Double(text.invalidCount)) / Double(letters)
  }

  /// Han characters and what no encoding of Chinese assigns; of Korean its syllables too, of Japanese its kana, the narrow
  /// ones that other encodings' bytes become among them.
  private static func isLetter(_ scalar: Unicode.Scalar, in encoding: TextEncoding) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0xE000...0xF8FF: true
    case 0xAC00...0xD7A3: encoding == .korean
    case 0x3041...0x30FF, 0xFF61...0xFF9F: encoding == .japanese || encoding == .japaneseEUC
    // All bytes mean something in these: what is no letter speaks against them.
    case 0x80...: encoding == .windows1251 || encoding == .koi8
    default: false
    }
  }

  private func isFrequent(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .korean: Self.frequentSyllables.contains(scalar)
    // Hiragana joins the words of every sentence.
    case .japanese, .japaneseEUC: (0x3041...0x3096).contains(scalar.value)
    // A text in the other encoding of Russian has its large and small letters the other way round.
    case .windows1251, .koi8: Self.frequentCyrillic.contains(scalar)
    default: Self.frequentHan.contains(scalar)
    }
  }

  /// Function words and the commonest characters of Chinese prose.
  private static let frequentHan = Set(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如
    都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高
    這個們來為國說時會對於著過發後裡經麼學現當沒動還進樣開從實與長機無關點業將兩
    """.unicodeScalars.filter { !$0.properties.isWhitespace })

  /// Half of the small letters of Russian, of which nine tenths of its texts are.
  private static let frequentCyrillic = Set("оеаинтсрвлкмдпуя".unicodeScalars)

  /// Particles, endings and the commonest syllables of Korean prose.
  private static let frequentSyllables = Set("이다는을의에가하고지은를도서로한기사리인그어대나자있것들으해시아일정수전보만게부라과제적를되스무면위었".unicodeScalars)
}
