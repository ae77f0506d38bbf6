internal import HanText

/// Code that lost its markup.
enum CodeText {
  /// Whether a line of plain text is a line of a program, a command or a literal. Chinese in it is no sentence of code.
  static func isCode(_ line: PageLine) -> Bool {
    let text = line.folded.text
    guard line.hint == nil, text.count >= 2, text.count <= 300 else { return false }
    let han = text.count { $0.isHan }
    if han > 0 {
      // A literal or a comment may be Chinese, the statement before it is not.
      guard han * 2 < text.count, let first = text.first(where: \.isHan).flatMap({ text.firstIndex(of: $0) }) else { return false }
      let head = text[..<first]
      return head.count >= 8 && head.contains { $0.isOne(of: "#\"'`") } && isStatement(text[..<first])
    }
    return isStatement(text[...]) || isLiteral(text)
  }

  private static let starts: [[Unicode.Scalar]] = [
    "import ", "from ", "def ", "class ", "return ", "print(", "for (", "if (", "while (", "public ", "private ", "static ",
    "const ", "let ", "var ", "function ", "#include", "using ", "package ", "async ", "await ", "elif ", "else:", "try:",
    "except", "with ", "@", "pip install", "pip3 install", "conda ", "git ", "docker ", "sudo ", "apt ", "apt-get ", "npm ",
    "yarn ", "curl ", "wget ", "python ", "python3 ", "torchrun ", "deepspeed ", "accelerate ", "export ", "cd ", "mkdir ",
    "CUDA_VISIBLE_DEVICES", "SELECT ", "INSERT ", "UPDATE ", "CREATE ", "ollama ", "huggingface-cli ", "vllm ", "$ ", ">>> ",
  ].map { Array($0.unicodeScalars) }

  private static func isStatement(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let signs = text.count { $0.isOne(of: "(){}[]=;<>_/\\|&$@:.\"'") }
    let words = text.split(separator: " ").count
    let opens = starts.contains { text.starts(with: $0) }
    // English prose begins with `for`, `with` and `from` too: programs have signs.
    if opens { return signs >= 1 && (words <= 8 || signs * 6 >= text.count) }
    let brackets = text.count { $0.isOne(of: "(){}[];=") }
    let ends = text.last.map { $0.isOne(of: "{};)(],\\") } ?? false
    let assigns = zip(text, text.dropFirst()).contains { $0 == "=" && $1 != " " || $0 == " " && $1 == "=" }
    return brackets >= 2 && signs * 5 >= text.count && (ends || assigns) && words <= 14 && !text.contains("$")
  }

  /// `{'h', 'e'}`, `["a", "b"]`.
  private static func isLiteral(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    let isBracketed = first == "{" && last == "}" || first == "[" && last == "]"
    return isBracketed && text.contains { $0.isOne(of: "'\":") } && text.contains(",")
  }
}
