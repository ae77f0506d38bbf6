/// Several texts in one cell, with `; ` between them. A semicolon or backslash of a text has a backslash before it.
enum ListText {
  static func join(_ texts: [String]) -> String {
    texts.map { $0.replacing("\\", with: "\\\\").replacing(";", with: "\\;") }.joined(separator: "; ")
  }

  static func split(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var isEscaped = false
    for character in text {
      if isEscaped || character != "\\" && character != ";" && character != "\n" {
        current.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(current)
        current = ""
      }
    }
    if isEscaped { current.append("\\") }
    return (result + [current]).map { $0.trimming { $0.isWhitespace } }.filter { !$0.isEmpty }
  }
}
