/// Base64 with padding, as `atob` reads it.
enum Base64Text {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// O(bytes).
  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let group =
        UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
      result.append(digits[Int(group >> 18)])
      result.append(digits[Int(group >> 12 & 63)])
      result.append(rest > 1 ? digits[Int(group >> 6 & 63)] : 0x3D)
      result.append(rest > 2 ? digits[Int(group & 63)] : 0x3D)
      index += 3
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// `nil` for what `encode` does not write. O(bytes).
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).reduce(0) { $0 + ($1 == 0x3D ? 1 : 0) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var group: UInt32 = 0, count = 0
    for byte in text.dropLast(padding) {
      let value = values[Int(byte)]
      guard value < 64 else { return nil }
      (group, count) = (group << 6 | UInt32(value), count + 1)
      guard count == 4 else { continue }
      result.append(UInt8(truncatingIfNeeded: group >> 16))
      result.append(UInt8(truncatingIfNeeded: group >> 8))
      result.append(UInt8(truncatingIfNeeded: group))
      (group, count) = (0, 0)
    }
    group <<= UInt32(6 * (4 - count))
    if count > 1 { result.append(UInt8(truncatingIfNeeded: group >> 16)) }
    if count > 2 { result.append(UInt8(truncatingIfNeeded: group >> 8)) }
    return result
  }
}
