/// Dates as pages write them.
enum DateReading {
  /// The first date of a text as `YYYY-MM-DD`: `2024-08-06 14:09`, `2024年8月6日`, `2024/8/6`, `2024.08.06`.
  static func find(in text: some StringProtocol) -> String? {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard scalars[index].isASCIIDigit, index == 0 || !scalars[index - 1].isASCIIDigit else {
        index += 1
        continue
      }
      var cursor = index
      if let year = number(scalars, &cursor), (1990...2100).contains(year), separator(scalars, &cursor),
        let month = number(scalars, &cursor), (1...12).contains(month), separator(scalars, &cursor),
        let day = number(scalars, &cursor), (1...31).contains(day)
      {
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      }
      index += 1
    }
    return nil
  }

  private static func number(_ text: [Unicode.Scalar], _ cursor: inout Int) -> Int? {
    var value = 0
    let start = cursor
    while cursor < text.count, text[cursor].isASCIIDigit, cursor - start < 4 {
      value = value * 10 + Int(text[cursor].value - 0x30)
      cursor += 1
    }
    return cursor > start ? value : nil
  }

  private static func separator(_ text: [Unicode.Scalar], _ cursor: inout Int) -> Bool {
    let start = cursor
    while cursor < text.count, cursor - start < 3, "-/.年月 ".unicodeScalars.contains(text[cursor]) { cursor += 1 }
    return cursor > start
  }
}
