/// Chinese numerals from 1 to 99.
enum HanNumber {
  /// The number that begins at `start` and where it ends; `nil` where there is none.
  static func read(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
    var end = start
    var tens: Int?, units: Int?
    while end < text.count, end - start < 3 {
      if text[end] == "十" {
        guard tens == nil else { break }
        tens = units ?? 1
        units = nil
      } else if let digit = digits[text[end]], units == nil {
        units = digit
      } else {
        break
      }
      end += 1
    }
    guard end > start else { return nil }
    return ((tens ?? 0) * 10 + (units ?? 0), end)
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2,
  ]
}
