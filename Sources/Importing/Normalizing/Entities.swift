/// HTML character references that survived in text, having been escaped twice.
enum Entities {
  /// Decodes `&#xff0c;`, `&#65292;` and the named references; what is none stays. Control characters, which no
  /// text needs, become spaces. O(text).
  static func decode(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("&") else { return text }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == "&", let (scalars, length) = reference(text, at: index) {
        result += scalars
        index += length
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func reference(_ text: [Unicode.Scalar], at start: Int) -> ([Unicode.Scalar], Int)? {
    var end = start + 1
    while end < text.count, end - start <= NamedReferences.longestName, text[end].isASCIIAlphanumeric || text[end] == "#" { end += 1 }
    guard end < text.count, text[end] == ";", end > start + 1 else { return nil }
    let name = String(String.UnicodeScalarView(text[(start + 1)..<end]))
    let length = end - start + 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let value, let scalar = Unicode.Scalar(value) else { return nil }
      return ([value < 0x20 || (0x7F...0x9F).contains(value) ? " " : scalar], length)
    }
    // Spaces of all widths part words alike.
    return NamedReferences.scalars(of: name).map { ($0.map { $0.isSpace || $0.value < 0x20 ? " " : $0 }, length) }
  }
}
