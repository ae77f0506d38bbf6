/// A line taken apart: what stands outside its strings and comments.
struct CodeText {
  let source: UnsafeBufferPointer<UInt8>
  /// The line without comments, the strings in it shortened to `""`.
  private(set) var bare: [UInt8] = []
  private(set) var depth = 0
  private(set) var togglesText = false
  /// Bytes of `bare` beyond ASCII.
  private(set) var foreign = 0
  private(set) var hasComment = false

  init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  var hashes: Int { source.prefix { $0 == 0x23 }.count }

  /// Ends with `。`, `？`, `！`, `；` or `：`, or holds a full stop.
  var isSentence: Bool {
    guard source.count >= 3 else { return false }
    if source.last == 0x3F { return true }
    for index in 0...(source.count - 3) where source[index] == 0xE3 && source[index + 1] == 0x80 && source[index + 2] == 0x82 {
      return true
    }
    let tail = source.suffix(3)
    guard tail[tail.startIndex] == 0xEF, tail[tail.startIndex + 1] == 0xBC else { return false }
    return [0x9F, 0x81, 0x9B, 0x9A].contains(tail[tail.startIndex + 2])
  }

  mutating func read() {
    bare.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == 0x22 || byte == 0x27 || byte == 0x60 {
        if index + 2 < source.count, source[index + 1] == byte, source[index + 2] == byte {
          togglesText.toggle()
          bare += [byte, byte]
          index += 3
          continue
        }
        // An apostrophe opens no string, nor does a quote that nothing closes.
        if byte != 0x27 || index == 0 || !source[index - 1].isWord, let close = stringEnd(index) {
          bare += [byte, byte]
          index = close + 1
          continue
        }
      }
      if opensComment(index) {
        hasComment = true
        break
      }
      switch byte {
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      case 0x80...: foreign += togglesText ? 0 : 1
      default: break
      }
      bare.append(byte)
      index += 1
    }
    while bare.last == 0x20 || bare.last == 0x09 { bare.removeLast() }
  }

  private func stringEnd(_ open: Int) -> Int? {
    var index = open + 1
    while index < source.count {
      if source[index] == 0x5C { index += 1 } else if source[index] == source[open] { return index }
      index += 1
    }
    return nil
  }

  private func opensComment(_ index: Int) -> Bool {
    let isApart = index == 0 || source[index - 1] == 0x20 || source[index - 1] == 0x09
    let next = index + 1 < source.count ? source[index + 1] : 0x20
    switch source[index] {
    case 0x23: return isApart && !source[index...].starts(with: "#include".utf8) && !source[index...].starts(with: "#define".utf8)
    case 0x2F: return next == 0x2F && (isApart || [0x3B, 0x29, 0x7B, 0x7D, 0x2C].contains(source[index - 1])) || next == 0x2A && isApart
    case 0x2D: return next == 0x2D && isApart && (index + 2 == source.count || source[index + 2] == 0x20)
    case 0x2A: return index == 0 && (next == 0x20 && source.count > 2 && source[2] >= 0x20 && isStarred || next == 0x2F)
    case 0x3C: return source[index...].starts(with: "<!--".utf8)
    default: return false
    }
  }

  /// ` * @param …` in a block comment; `* 项目` is a list item.
  private var isStarred: Bool { source[2] == 0x40 }
}

extension UInt8 {
  var isWord: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F }
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F }
  fileprivate var isUpper: Bool { self &- 0x41 < 26 }
}

extension CodeText {
  var kind: CodeLine.Kind {
    guard let first = bare.first, let last = bare.last else { return .comment }
    if isMarkdownOrAddress(first) { return .prose }
    // `<article>正文</article>`
    if first == 0x3C, last == 0x3E, bare.count > 2, bare[1].isLetter || bare[1] == 0x2F || bare[1] == 0x21 {
      return bare.dropLast().contains(0x3E) || !bare.contains(0x20) || bare.contains(0x3D) ? .code : .part
    }
    // A frame drawn around words, or a line below them.
    if bare.starts(with: "====".utf8) || !first.isWord && bare.count >= 4 && bare.allSatisfy({ $0 == first }) {
      return foreign > 0 ? .prose : .plain
    }
    if foreign > 0 { return isPseudocode ? .part : .prose }
    // `1. Docker` and `- item` are lists.
    if first &- 0x30 < 10, !isClosing, !bare.contains(0x28) { return .plain }
    if isJSONPair { return .code }
    if last == 0x3F { return .prose }
    if first == 0x2D, bare.count > 1, bare[1] == 0x20 { return .plain }
    if isClosing || CodeWords.alone.contains(bare) { return .part }
    let words = bare.split(separator: 0x20)
    if let kind = command(words) ?? statement(words) { return kind }
    if isEnglish(words) { return .prose }
    return looseStatement(words)
  }

  /// `[text](address)`, `![…](…)`, a bare address.
  private func isMarkdownOrAddress(_ first: UInt8) -> Bool {
    if first == 0x68, bare.starts(with: "http://".utf8) || bare.starts(with: "https://".utf8) { return true }
    return (first == 0x5B || first == 0x21) && zip(bare, bare.dropFirst()).contains { $0 == 0x5D && $1 == 0x28 }
  }

  /// `key: value`, `key:`, `- value`.
  var isPair: Bool {
    var index = 0
    if bare.first == 0x2D, bare.count > 1, bare[1] == 0x20 {
      index = 2
      if !bare.contains(0x3A) { return bare.count < 80 && foreign == 0 }
    }
    let start = index
    while index < bare.count, bare[index].isWord || bare[index] == 0x2D || bare[index] == 0x2E || bare[index] == 0x2F { index += 1 }
    guard index > start, index < bare.count, bare[index] == 0x3A, bare[start].isLetter, bare.last != 0x3B else { return false }
    return index + 1 == bare.count || bare[index + 1] == 0x20
  }

  private var isClosing: Bool { bare.allSatisfy { !$0.isWord && $0 < 0x80 && $0 != 0x20 } && bare.contains { "()[]{}".utf8.contains($0) } }

  private var isJSONPair: Bool {
    guard bare.count > 2, bare[0] == 0x22, bare[1] == 0x22 else { return false }
    return bare[2] == 0x3A
  }

  /// `if 命中 then return`, `x = 输入`: code whose names are Chinese.
  private var isPseudocode: Bool {
    guard !isSentence, let last = bare.last, !bare.contains(0xEF) else { return false }
    let word = Array(bare.prefix(while: \.isWord))
    if CodeWords.statements.contains(word) || word.elementsEqual("return".utf8) {
      return bare.count > word.count && (bare[word.count] == 0x20 || bare[word.count] == 0x28)
        && (last == 0x3A || last == 0x7B || last == 0x3B || last == 0x29 || word.elementsEqual("return".utf8))
    }
    return assignment != nil || last == 0x3B && bare.contains(0x28)
  }

  /// Where the value of `a.b[0] = …`, `x: T = …`, `x := …`, `x += …` begins.
  private var assignment: Int? {
    var index = 0
    while index < bare.count, bare[index].isWord || ".[]\"'-$*&".utf8.contains(bare[index]) { index += 1 }
    guard index > 0, bare[0].isLetter || bare[0] == 0x24 || bare[0] == 0x2A else { return nil }
    if index + 1 < bare.count, bare[index] == 0x3A, bare[index + 1] != 0x3D {
      while index < bare.count, bare[index] != 0x3D { index += 1 }
    }
    while index < bare.count, bare[index] == 0x20 { index += 1 }
    if index < bare.count, "+-*/%|&:".utf8.contains(bare[index]) { index += 1 }
    guard index < bare.count, bare[index] == 0x3D, index + 1 < bare.count, bare[index + 1] != 0x3D, bare[index + 1] != 0x3E else {
      return nil
    }
    index += 1
    while index < bare.count, bare[index] == 0x20 { index += 1 }
    return index < bare.count ? index : nil
  }

  /// `name(…)`, `a.b.c(…)`, and whether a dot stands in the name.
  private var call: (isDotted: Bool, hasArguments: Bool)? {
    guard let first = bare.first, first.isLetter || first == 0x2E || first == 0x3C, let last = bare.last, "();{,}".utf8.contains(last),
      let open = bare.firstIndex(of: 0x28)
    else { return nil }
    let name = bare[..<open]
    guard name.allSatisfy({ $0.isWord || ".:!<>-".utf8.contains($0) }), !name.isEmpty else { return nil }
    return (name.contains(0x2E) || name.contains(0x3A) || name.contains(0x21), open + 2 < bare.count)
  }

  /// A line that begins with the name of a program, or a prompt.
  private func command(_ words: [ArraySlice<UInt8>]) -> CodeLine.Kind? {
    guard let first = words.first else { return nil }
    if words.count > 1, first.elementsEqual("$".utf8) || first.elementsEqual(">>>".utf8) || first.elementsEqual("PS>".utf8) { return .code }
    let name = Array(first)
    let isScript = name.starts(with: "./".utf8) || name.suffix(3).elementsEqual(".sh".utf8)
    let isCommand = CodeWords.commands.contains(name) || isScript
    guard isCommand || CodeWords.ambiguousCommands.contains(name) else { return nil }
    guard words.count > 1 else { return isCommand ? .part : nil }
    if CodeWords.sentenceWords.contains(Array(words[1])) || bare.last == 0x2E && words.count > 3 { return nil }
    let hasSign = words.dropFirst().contains { word in
      "-/.~$|>@\"'".utf8.contains(word.first!) && (word.count > 1 || word.first != 0x2D)
        || word.dropFirst().dropLast().contains { "=./:_|\"".utf8.contains($0) }
    }
    if hasSign { return .code }
    if name.elementsEqual("go".utf8), CodeWords.set("run build get mod test env install vet tool fmt").contains(Array(words[1])) {
      return .code
    }
    return isCommand && words.count <= 6 && words[1].allSatisfy { !$0.isUpper } ? .code : nil
  }

  /// A line that begins with a word of a language and goes on as the word asks.
  private func statement(_ words: [ArraySlice<UInt8>]) -> CodeLine.Kind? {
    guard let head = words.first, let last = bare.last else { return nil }
    let word = Array(head.prefix(while: \.isWord))
    let lower = word.map { $0.isUpper ? $0 | 0x20 : $0 }
    let signs = bare.count { "(){}[]=;<>_/\\|&$@:.\"'".utf8.contains($0) }
    if let sql = sql(lower, words, last) { return sql }
    if words.count > 1, CodeWords.dockerfile.contains(word), head.count == word.count {
      return signs > 0 || words.count <= 3 ? word.elementsEqual("FROM".utf8) && signs == 0 ? .part : .code : .part
    }
    if bare.starts(with: "#include".utf8) || bare.starts(with: "#define".utf8) { return .code }
    if bare[0] == 0x40, bare.count > 2, bare[1].isLetter, words.count == 1 || bare.contains(0x28) { return .code }
    if CodeWords.statements.contains(word) || last == 0x7B && bare[0] == 0x7D {
      if last == 0x7B || last == 0x3A && words.count <= 14 && signs > 0 { return words.count > 1 || signs > 1 ? .code : .part }
      if bare.count > word.count, bare[word.count] == 0x28 || words.count > 1 && words[1].first == 0x28, bare.contains(0x29) {
        return .code
      }
    }
    guard CodeWords.declarations.contains(word), words.count > 1 || bare.contains(0x28) else { return nil }
    if lower.elementsEqual("import".utf8) || lower.elementsEqual("package".utf8) || lower.elementsEqual("using".utf8) {
      return words.count <= 8 && last != 0x2E ? words.count <= 3 || signs > 0 ? .code : .part : nil
    }
    if lower.elementsEqual("from".utf8) { return words.count >= 4 && words[2].elementsEqual("import".utf8) ? .code : nil }
    guard last != 0x2E, words.count <= 14 || signs * 6 >= bare.count else { return nil }
    if last == 0x3B || last == 0x7B || last == 0x29 && bare.contains(0x28) || assignmentFollows { return .code }
    return signs >= 1 ? .code : .part
  }

  private var assignmentFollows: Bool { zip(bare, bare.dropFirst()).contains { $0 == 0x20 && $1 == 0x3D } }

  private func sql(_ lower: [UInt8], _ words: [ArraySlice<UInt8>], _ last: UInt8) -> CodeLine.Kind? {
    guard last != 0x2E, words.count <= 30 else { return nil }
    let isUpper = words[0].first!.isUpper && words[0].dropFirst().first?.isUpper == true
    if CodeWords.sqlStarts.contains(lower), words.count > 1 || isUpper {
      if isUpper { return .code }
      guard !words[0].first!.isUpper else { return nil }
      let others = words.dropFirst().map { Array($0.map { $0.isUpper ? $0 | 0x20 : $0 }) }
      let partners = CodeWords.set("from into set table index view database where procedure")
      return others.contains { partners.contains($0) } && bare.contains { "*=(),;_".utf8.contains($0) } ? .code : nil
    }
    if CodeWords.sqlParts.contains(lower), isUpper { return .part }
    if CodeWords.sqlParts.contains(lower), !words[0].first!.isUpper, bare.contains(where: { "=(),;_".utf8.contains($0) }), last != 0x7B,
      last != 0x3A, !CodeWords.statements.contains(lower), !CodeWords.declarations.contains(lower)
    {
      return .part
    }
    return nil
  }

  /// A sentence in English.
  private func isEnglish(_ words: [ArraySlice<UInt8>]) -> Bool {
    guard words.count >= 5 else { return false }
    let plain = words.count { word in word.dropLast().allSatisfy { $0.isLetter && $0 != 0x5F || $0 == 0x2D || $0 == 0x27 } }
    return plain * 4 >= words.count * 3
      && (bare.last == 0x2E || bare.last == 0x21 || bare[0].isUpper && bare.last != 0x3B && bare.last != 0x7B)
  }

  private func looseStatement(_ words: [ArraySlice<UInt8>]) -> CodeLine.Kind {
    guard let last = bare.last, let first = bare.first else { return .comment }
    let signs = bare.count { "(){}[]=;<>_/\\|&$@:.\"'".utf8.contains($0) }
    let brackets = bare.count { "(){}[];=".utf8.contains($0) }
    if last == 0x7B, words.count <= 10 { return .code }
    if last == 0x3B, words.count <= 14 { return signs >= 2 || words.count == 2 && first.isLetter && !first.isUpper ? .code : .part }
    let ends = "{};)(],\\".utf8.contains(last)
    if let value = assignment {
      let isValue = bare[value...].contains { "(\"'[{_".utf8.contains($0) }
      // `server.port=8080`
      let isProperty = !bare.contains(0x20) && bare[..<value].contains(0x2E)
      if bare[..<value].contains(0x3A) && isValue || isProperty { return .code }
      if brackets >= 2, signs * 5 >= bare.count, words.count <= 14, !bare.contains(0x24) { return .code }
      return .part
    }
    if let call {
      if last == 0x3B || call.isDotted && call.hasArguments { return .code }
      return .part
    }
    if (first == 0x7B && last == 0x7D || first == 0x5B && last == 0x5D), bare.contains(0x2C) || bare.contains(0x3A) { return .code }
    let assigns = zip(bare, bare.dropFirst()).contains { $0 == 0x3D && $1 != 0x20 || $0 == 0x20 && $1 == 0x3D }
    if brackets >= 2, signs * 5 >= bare.count, ends || assigns, words.count <= 14, !bare.contains(0x24) { return .code }
    // Lines that go on, or go on from the line above.
    if first == 0x2E && bare.count > 1 && bare[1].isLetter || first == 0x7C && last != 0x7C || "&?+".utf8.contains(first)
      || "\\|{(=".utf8.contains(last)
      || bare.starts(with: "--".utf8) || bare.starts(with: "<-".utf8) || bare.starts(with: "- ".utf8) && isPair
    {
      return .part
    }
    if last == 0x2C, words.count <= 10, signs > 0 || words.count <= 3 { return .part }
    return isPair && !first.isUpper ? .part : .plain
  }
}
