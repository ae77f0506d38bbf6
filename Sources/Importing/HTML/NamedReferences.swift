/// The named character references of HTML: `&NotEqualTilde;` and 2,230 others.
enum NamedReferences {
  private struct Reference {
    let scalars: [Unicode.Scalar]
    /// Whether it may stand without its semicolon, as pages of old have it.
    let mayBeOpen: Bool
  }

  private static let all: [String: Reference] = {
    var all: [String: Reference] = [:]
    for line in (EmbeddedFiles.all["html/references.txt"] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      let scalars = fields.dropFirst().compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      all[String(fields[0])] = Reference(scalars: scalars, mayBeOpen: fields.last == "*")
    }
    return all
  }()

  /// The longest name: `CounterClockwiseContourIntegral`.
  static let longestName = 31

  /// What a name, without `&` and `;`, stands for.
  static func scalars(of name: String) -> [Unicode.Scalar]? { all[name]?.scalars }

  /// The source of a page with its named references as characters, or as numbers where the character would be markup: libxml2
  /// knows those of HTML 4 alone. Lines stay where they are. O(bytes).
  static func resolve(_ source: [UInt8]) -> [UInt8] {
    guard var next = source.firstIndex(of: 0x26) else { return source }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var start = 0
    while true {
      var end = next + 1
      while end < source.count, end - next <= longestName, isAlphanumeric(source[end]) { end += 1 }
      let isClosed = end < source.count && source[end] == 0x3B
      if end > next + 1, let reference = all[String(decoding: source[(next + 1)..<end], as: UTF8.self)],
        isClosed || reference.mayBeOpen && (end == source.count || source[end] != 0x3D)
      {
        result += source[start..<next]
        for scalar in reference.scalars { append(scalar, to: &result) }
        start = isClosed ? end + 1 : end
      }
      guard let following = source[end...].firstIndex(of: 0x26) else { break }
      next = following
    }
    return start == 0 ? source : result + source[start...]
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.value < 0x30 || scalar == "<" || scalar == ">" {
      bytes += "&#\(scalar.value);".utf8
    } else {
      bytes += String(scalar).utf8
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
