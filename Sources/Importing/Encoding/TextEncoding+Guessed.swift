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

  /// Whether a file that is no valid UTF-8 is UTF-8 all the same, with a line pasted into it from elsewhere: text in another
  /// encoding has next to no valid sequences.
  static func isMostlyUTF8(_ text: CharacterConversion.Result) -> Bool {
    let valid = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.count { $0.value >= 0x80 && $0.value != 0xFFFD }
    return valid >= 4 * text.invalidCount && valid > 0
  }

  /// Whether bytes that are no UTF-8 read as Western European text: their letters beyond ASCII stand alone among ASCII ones,
  /// where those of Chinese encodings come in pairs.
  static func isLatin(_ bytes: [UInt8]) -> Bool {
    var high = 0, alone = 0, letters = 0
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        if (0x41...0x5A).contains(byte & 0xDF) { letters += 1 }
        continue
      }
      // Five bytes mean nothing in Windows-1252.
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return false }
      high += 1
      if index == 0 || bytes[index - 1] < 0x80, index + 1 == bytes.count || bytes[index + 1] < 0x80 { alone += 1 }
    }
    return high > 0 && alone * 10 >= high * 9 && letters >= high * 2
  }

  /// How much decoded text reads like Chinese: the share of its Han characters that are among the most frequent ones
  /// of running text, simplified or traditional, minus what could not be decoded. Text in the right encoding scores
  /// 0.2 to 0.5, in a wrong one about 0.02.
  static func plausibility(of text: CharacterConversion.Result) -> Double {
    var han = 0, frequent = 0
    let scalars = String(decoding: text.bytes.prefix(60_000), as: UTF8.self).unicodeScalars
    for scalar in scalars where (0x4E00...0x9FFF).contains(scalar.value) || (0xE000...0xF8FF).contains(scalar.value) {
      han += 1
      if mostFrequent.contains(scalar) { frequent += 1 }
    }
    guard han > 0 else {
      // A stray byte in Latin text says little; where much cannot be decoded, it is no text in this encoding.
      return text.invalidCount == 0 ? 0.01 : text.invalidCount * 4 > scalars.count ? -.greatestFiniteMagnitude : 0
    }
    return (Double(frequent) - 4 * Double(text.invalidCount)) / Double(han)
  }

  /// Text that scores less is hardly Chinese in this encoding.
  static let leastPlausibility = 0.1

  /// Function words and the commonest characters of Chinese prose.
  private static let mostFrequent = Set(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如
    都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高
    這個們來為國說時會對於著過發後裡經麼學現當沒動還進樣開從實與長機無關點業將兩
    """.unicodeScalars.filter { !$0.properties.isWhitespace })
}
