/// Days as pages write them.
enum CalendarDay {
  /// The first day in a text as `YYYY-MM-DD`: `2024-3-5`, `2024/03/05 10:00`, `2024年3月5日`, `20240305`, `Mar 5, 2024`; `nil` where
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
        if numbers.count < 3 { index = afterSeparator(bytes, index) }
      }
      if numbers.count == 3, (1990...2100).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) {
        return [pad(numbers[0], 4), pad(numbers[1], 2), pad(numbers[2], 2)].joined(separator: "-")
      }
    }
    return findEnglish(bytes)
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool { (0x30...0x39).contains(bytes[index]) }

  /// Behind `-`, `/`, `.`, 年 or 月, the last two with or without spaces around them.
  private static func afterSeparator(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index < bytes.count else { return index }
    if [0x2D, 0x2F, 0x2E].contains(bytes[index]) { return index + 1 }
    let rest = bytes[index...].drop { $0 == 0x20 }
    guard rest.starts(with: "年".utf8) || rest.starts(with: "月".utf8) else { return index }
    return rest.dropFirst(3).firstIndex { $0 != 0x20 } ?? bytes.count
  }

  /// `Feb 3, 2021`, `3 February 2021`.
  private static func findEnglish(_ bytes: [UInt8]) -> String? {
    let words = bytes.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }
    for (place, word) in words.enumerated() where word.count >= 3 {
      guard let month = months.firstIndex(where: { matches(word, $0) }) else { continue }
      let before = place > 0 ? number(words[place - 1]) : nil
      let after = place + 1 < words.count ? number(words[place + 1]) : nil
      let last = place + 2 < words.count ? number(words[place + 2]) : nil
      for (day, year) in [(after, last), (before, after)] {
        guard let day, let year, (1...31).contains(day), (1990...2100).contains(year) else { continue }
        return [pad(year, 4), pad(month + 1, 2), pad(day, 2)].joined(separator: "-")
      }
    }
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ].map { Array($0.utf8) }

  /// Whether a word is a month's name or its first three letters or four.
  private static func matches(_ word: ArraySlice<UInt8>, _ month: [UInt8]) -> Bool {
    (word.count <= 4 || word.count == month.count) && word.count <= month.count && zip(word, month).allSatisfy { $0 | 0x20 == $1 }
  }

  /// `3`, `3rd`, `2021`.
  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    let digits = word.prefix { $0 &- 0x30 < 10 }
    guard (1...4).contains(digits.count), word.count - digits.count <= 2 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
