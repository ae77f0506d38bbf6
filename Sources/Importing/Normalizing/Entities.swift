/// HTML character references that survived in text, having been escaped twice.
enum Entities {
  /// Decodes `&#xff0c;`, `&#65292;` and the common named references; what is none stays. Control characters, which no
  /// text needs, become spaces. O(text).
  static func decode(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("&") else { return text }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == "&", let (scalar, length) = reference(text, at: index) {
        result.append(scalar)
        index += length
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The longest reference read: `&thetasym;` and the like are longer than anything found twice-escaped.
  private static let maximumLength = 10

  private static func reference(_ text: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int)? {
    var end = start + 1
    while end < text.count, end - start <= maximumLength, text[end].isASCIIAlphanumeric || text[end] == "#" { end += 1 }
    guard end < text.count, text[end] == ";", end > start + 1 else { return nil }
    let name = String(String.UnicodeScalarView(text[(start + 1)..<end]))
    let length = end - start + 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let value, let scalar = Unicode.Scalar(value) else { return nil }
      return (value < 0x20 || (0x7F...0x9F).contains(value) ? " " : scalar, length)
    }
    return named[name].map { ($0, length) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ",
    "middot": "·", "bull": "•", "hellip": "…", "mdash": "—", "ndash": "–", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "laquo": "«", "raquo": "»", "copy": "©", "reg": "®", "trade": "™", "times": "×", "divide": "÷",
    "le": "≤", "ge": "≥", "ne": "≠", "plusmn": "±", "rarr": "→", "larr": "←", "alpha": "α", "beta": "β", "gamma": "γ",
    "theta": "θ", "lambda": "λ", "sigma": "σ", "sum": "∑", "infin": "∞", "deg": "°", "yen": "¥",
  ]
}
