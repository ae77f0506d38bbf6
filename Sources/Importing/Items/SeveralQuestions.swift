internal import HanText

/// Questions that stand on one line, each with its number: `1. 什么是 A？ 2. 什么是 B？`.
enum SeveralQuestions {
  /// Their titles; empty where the line holds one only.
  static func split(_ line: PageLine) -> [ArraySlice<Unicode.Scalar>] {
    guard let marker = line.marked.principal, marker.family == .decimal, marker.path.count == 1, line.asking.contains(.mark) else {
      return []
    }
    let content = line.content
    var titles: [ArraySlice<Unicode.Scalar>] = []
    var start = content.startIndex
    var number = marker.path[0]
    for index in content.indices where content[index] == "?" {
      let rest = content[(index + 1)...].drop { $0 == " " || $0 == ";" }
      let digits = rest.prefix(while: \.isASCIIDigit)
      guard !digits.isEmpty, Int(String(digits)) == number + 1, let delimiter = rest.dropFirst(digits.count).first,
        delimiter.isOne(of: ".、)")
      else { continue }
      titles.append(content[start...index])
      start = rest.startIndex + digits.count + 1
      number += 1
    }
    guard !titles.isEmpty else { return [] }
    let last = content[start...].drop { $0 == " " }
    return last.isEmpty ? [] : titles.map { $0.drop { $0 == " " } } + [last]
  }
}
