import Foundation

/// `embed-files OUTPUT FOLDER FILE…` writes Swift source that holds the text of each file of the folder.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else { fatalError("usage: embed-files OUTPUT FOLDER FILE…") }
    let output = arguments[1], folder = arguments[2]
    var source = """
      /// Files that travel inside the executable: path relative to their folder, and text.
      enum EmbeddedFiles {
        static let all: [String: String] = [

      """
    for path in arguments.dropFirst(2) {
      let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
      source += "    \(literal(path)): \(literal(text)),\n"
    }
    if arguments.count == 2 { source += "    :\n" }
    source += "  ]\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// A one-line literal: what a raw multi-line literal cannot hold (its own delimiter, a CR) needs no special case.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..."\u{1F}", "\u{7F}": result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
