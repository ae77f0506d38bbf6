extension TextEncoding {
  /// UTF-16 without a mark: half of the bytes of markup are zero, and all of them at the same parity; of Chinese text
  /// the high bytes are the block of Han characters.
  static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096).count & ~1
    guard sample >= 8, bytes.count & 1 == 0 else { return nil }
    var zeros = (even: 0, odd: 0), han = (even: 0, odd: 0)
    for index in stride(from: 0, to: sample, by: 2) {
      let (even, odd) = (bytes[index], bytes[index + 1])
      if even == 0 { zeros.even += 1 }
      if odd == 0 { zeros.odd += 1 }
      if isHighByteOfChinese(even) { han.even += 1 }
      if isHighByteOfChinese(odd) { han.odd += 1 }
    }
    let units = sample / 2
    if zeros.even == 0, (zeros.odd + han.odd) * 10 >= units * 9, zeros.odd > 0 { return .utf16LittleEndian }
    if zeros.odd == 0, (zeros.even + han.even) * 10 >= units * 9, zeros.even > 0 { return .utf16BigEndian }
    return nil
  }

  /// Han characters, and the block of full-width punctuation.
  private static func isHighByteOfChinese(_ byte: UInt8) -> Bool {
    (0x4E...0x9F).contains(byte) || byte == 0x30 || byte == 0xFF
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
  /// scores 0.2 to 0.5, in a wrong one about 0.02; Korean and Japanese about 0.4.
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
    default: false
    }
  }

  private func isFrequent(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .korean: Self.frequentSyllables.contains(scalar)
    // Hiragana joins the words of every sentence.
    case .japanese, .japaneseEUC: (0x3041...0x3096).contains(scalar.value)
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

  /// Particles, endings and the commonest syllables of Korean prose.
  private static let frequentSyllables = Set("이다는을의에가하고지은를도서로한기사리인그어대나자있것들으해시아일정수전보만게부라과제적를되스무면위었".unicodeScalars)
}
