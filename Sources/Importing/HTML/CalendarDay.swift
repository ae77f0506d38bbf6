/// Days as pages write them.
enum CalendarDay {
  /// The first day in a text as `YYYY-MM-DD`: `2024-3-5`, `2024/03/05 10:00`, `2024年3月5日`, `20240305`; `nil` where
  /// there is none.
  static func find(in text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8.prefix(400))
    for start in bytes.indices where isDigit(bytes, start) && !(start > 0 && isDigit(bytes, start - 1)) {
      var numbers: [Int] = []
      var index = start
      while numbers.count < 3, index < bytes.count, isDigit(bytes, index) {
        var value = 0, length = 0
        while index < bytes.count, isDigit(bytes, index), length < 8 {
          value = value * 10 + Int(bytes[index] - 0x30)
          index += 1
          length += 1
        }
        if numbers.isEmpty, length == 8 {
          numbers = [value / 10000, value / 100 % 100, value % 100]
          break
        }
        guard numbers.isEmpty ? length == 4 : length <= 2 else { break }
        numbers.append(value)
        if numbers.count < 3 { index += separatorLength(bytes, index) }
      }
      if numbers.count == 3, (1990...2100).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) {
        return [pad(numbers[0], 4), pad(numbers[1], 2), pad(numbers[2], 2)].joined(separator: "-")
      }
    }
    return nil
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool { (0x30...0x39).contains(bytes[index]) }

  /// `-`, `/`, `.`, 年 or 月.
  private static func separatorLength(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if [0x2D, 0x2F, 0x2E].contains(bytes[index]) { return 1 }
    let rest = bytes[index...]
    return rest.starts(with: "年".utf8) || rest.starts(with: "月".utf8) ? 3 : 0
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
