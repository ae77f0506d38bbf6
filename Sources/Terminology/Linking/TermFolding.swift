/// The form in which names are compared, symbol by symbol.
///
/// ASCII letters in lower case; full-width ASCII as half-width; hyphens, spaces and line breaks all as one space, so that
/// `fine-tuning`, `fine tuning` and `ｆｉｎｅ　ｔｕｎｉｎｇ` are one name. All else byte for byte.
enum TermFolding {
  /// A folded symbol and how many bytes it took.
  struct Symbol {
    let byte: UInt8
    let length: Int
  }

  static let separator: UInt8 = 0x20

  /// The symbol of an ASCII byte.
  @inline(__always)
  static func narrowFold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x09, 0x0A, 0x0D, UInt8(ascii: "-"): separator
    default: byte
    }
  }

  /// The symbol of the character that begins at `index` with a byte over 0x7F, where it folds to ASCII.
  @inline(__always)
  static func wide(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Symbol? {
    switch bytes[index] {
    case 0xC2:
      // No-break space.
      return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? Symbol(byte: separator, length: 2) : nil
    case 0xE2:
      // U+2010 and U+2011, hyphens.
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0x90 else { return nil }
      return Symbol(byte: separator, length: 3)
    case 0xE3:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 else { return nil }
      return Symbol(byte: separator, length: 3)
    case 0xEF:
      guard let narrow = narrow(at: index, in: bytes) else { return nil }
      return Symbol(byte: narrowFold(narrow), length: 3)
    default: return nil
    }
  }

  /// The ASCII character of the full-width one at `index`.
  @inline(__always)
  static func narrow(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == 0xEF else { return nil }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    if second == 0xBC, (0x81...0xBF).contains(third) { return third - 0x60 }
    if second == 0xBD, (0x80...0x9E).contains(third) { return third - 0x20 }
    return nil
  }

  /// A whole text folded; with `keepingCase`, letters stay as they are.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, keepingCase: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let folded = narrowFold(byte)
        result.append(keepingCase && folded != separator ? byte : folded)
        index += 1
      } else if let symbol = wide(at: index, in: bytes) {
        let narrow = narrow(at: index, in: bytes)
        result.append(keepingCase && symbol.byte != separator ? narrow ?? symbol.byte : symbol.byte)
        index += symbol.length
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  static func fold(_ text: String, keepingCase: Bool = false) -> [UInt8] {
    Array(text.utf8).withUnsafeBufferPointer { fold($0, keepingCase: keepingCase) }
  }
}
