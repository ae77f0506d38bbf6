/// Finds the code of a plain text: between fences, and in runs of lines that are code together though few are alone.
///
/// A run begins at a line with signs of code and goes on over brackets, assignments, comments, continuations and what is
/// indented below; prose ends it. It is code where one of its lines is code by itself, or three are as good as. O(lines).
struct CodeRuns {
  enum Role: Equatable {
    case code(language: String?, isFirst: Bool)
    case fence
  }

  /// By index of the line.
  private(set) var roles: [Int: Role] = [:]
  private let texts: [String]
  private let lines: [CodeLine]
  private var hasFences = false

  private var run: [Int] = []
  private var depth = 0
  private var isInText = false

  /// Further blank lines end a run.
  private static let longestGap = 2

  init(_ texts: [String]) {
    self.texts = texts
    lines = texts.map { CodeLine($0) }
    takeFences()
    var index = 0
    while index < lines.count {
      if roles[index] != nil {
        close()
      } else if lines[index].kind != .blank {
        if run.isEmpty || !continues(index) {
          close()
          if begins(index) { append(index) }
        } else {
          append(index)
        }
      }
      index += 1
    }
    close()
  }

  /// Pairs of fences as in Markdown.
  private mutating func takeFences() {
    var open: (index: Int, mark: Substring, language: String?)?
    for index in texts.indices where lines[index].kind != .blank && lines[index].indent < 8 {
      let line = texts[index].utf8
      guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), first == 0x60 || first == 0x7E else { continue }
      let text = texts[index].trimmingSpace()
      let mark = text.prefix { $0 == text.first }
      guard mark.utf8.count >= 3 else { continue }
      let info = text.dropFirst(mark.count)
      if let begun = open {
        guard info.isEmpty, mark.first == begun.mark.first, mark.count >= begun.mark.count else { continue }
        roles[begun.index] = .fence
        roles[index] = .fence
        for inside in (begun.index + 1)..<index { roles[inside] = .code(language: begun.language, isFirst: inside == begun.index + 1) }
        open = nil
        hasFences = true
      } else if !info.contains("`") {
        let language = info.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+#-_.".contains($0)) }
        open = (index, Substring(mark), language.isEmpty ? nil : language.lowercased())
      }
    }
  }

  private func begins(_ index: Int) -> Bool {
    lines[index].kind == .code || lines[index].kind == .part
  }

  private mutating func append(_ index: Int) {
    let line = lines[index]
    run.append(index)
    if line.kind != .comment { depth = max(0, depth + line.depth) }
    if line.togglesText { isInText.toggle() }
  }

  private func continues(_ index: Int) -> Bool {
    let line = lines[index], last = run[run.count - 1]
    let gap = index - last - 1
    guard gap <= Self.longestGap else { return false }
    if isInText { return run.count < 200 && (gap == 0 || line.indent > 0) }
    let isInside = line.indent > 0 && (line.indent > lines[run[0]].indent || depth > 0)
    switch line.kind {
    case .blank: return false
    case .code, .part: return gap == 0 || !line.isPair || line.indent > 0 || line.kind == .code
    case .comment:
      if isInside { return true }
      if line.hashes > 1 || hasFences && line.hashes == 1 { return false }
      return (gap == 0 || continuesBelow(index)) && !isHeading(index)
    case .plain:
      if isInside, gap == 0 || depth > 0 { return !isBulleted(index) || line.isPair }
      if line.isPair, gap == 0, lines[last].isPair { return true }
      // Names on lines of their own, output of a command: code goes on below.
      return gap == 0 && !isBulleted(index)
        && (1...2).contains { index + $0 < lines.count && (lines[index + $0].kind == .code || lines[index + $0].kind == .part) }
        && (index + 1 >= lines.count || lines[index + 1].kind != .blank && lines[index + 1].kind != .prose)
    case .prose:
      // Chinese names, keys and messages.
      return isInside && gap == 0 && !line.isSentence && !isBulleted(index) && (depth > 0 || lines[last].opensBlock || line.isPair)
    }
  }

  private func continuesBelow(_ index: Int) -> Bool {
    index + 1 < lines.count && (lines[index + 1].kind == .code || lines[index + 1].kind == .part)
  }

  private func isBulleted(_ index: Int) -> Bool {
    let text = texts[index].utf8.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = text.first else { return false }
    if first &- 0x30 < 10 {
      let rest = text.drop { $0 &- 0x30 < 10 }
      return rest.first == 0x2E || rest.first == 0x29 || rest.first == 0xE3
    }
    return first == 0xE2 || first == 0x2D && text.dropFirst().first == 0x20
  }

  /// `# 2. 为什么…？` asks; no comment does.
  private func isHeading(_ index: Int) -> Bool {
    guard lines[index].hashes > 0 else { return false }
    return texts[index].hasSuffix("?") || texts[index].hasSuffix("？")
  }

  private mutating func close() {
    defer {
      run.removeAll(keepingCapacity: true)
      (depth, isInText) = (0, false)
    }
    // A heading may stand right below code.
    while let last = run.last, lines[last].kind == .comment && lines[last].hashes > 0 && !isComment(below: last) { run.removeLast() }
    guard isCode, let first = run.first else { return }
    // `# 先安装` above the first line.
    var start = first
    while start > 0, lines[start - 1].kind == .comment, roles[start - 1] == nil, lines[start - 1].hashes <= 1, !isHeading(start - 1),
      !(hasFences && lines[start - 1].hashes == 1)
    {
      start -= 1
      run.insert(start, at: 0)
    }
    for index in run { roles[index] = .code(language: nil, isFirst: index == start) }
  }

  /// Whether a comment at the end of a run belongs to it: indented, or with prose right below that goes on explaining.
  private func isComment(below index: Int) -> Bool {
    if lines[index].indent > 0 { return true }
    return run.count > 1 && run[run.count - 2] == index - 1 && (index + 1 == lines.count || lines[index + 1].kind == .prose)
      && lines[index].hashes == 1
      && !texts.contains { $0.hasPrefix("## ") }
  }

  private var isCode: Bool {
    let strong = run.contains { lines[$0].kind == .code }
    if strong { return true }
    // `标题: …` and `作者: …` in Latin letters stand over articles; configuration is nested.
    if run.allSatisfy({ lines[$0].isPair || lines[$0].kind == .comment }) {
      return run.count >= 2
        && (texts[run[0]].hasPrefix("apiVersion:")
          || zip(run, run.dropFirst()).contains { lines[$0].opensBlock && lines[$1].indent > lines[$0].indent })
    }
    return run.count { lines[$0].kind == .part } >= 3
  }
}

extension [ScrapedLine] {
  /// Lines of plain text with their code named as markup would name it.
  mutating func hintCode() {
    // A formula is told of, and ends what code stands above.
    let runs = CodeRuns(map { $0.hint == nil ? $0.text : "。" })
    for (index, role) in runs.roles where self[index].hint == nil {
      let hint: LineHint
      switch role {
      case .fence: hint = LineHint(.divider)
      case .code(let language, let isFirst):
        var code = LineHint(.code(language: language))
        code.startsBlock = isFirst
        hint = code
      }
      self[index] = ScrapedLine(number: self[index].number, text: self[index].text, hint: hint)
    }
  }
}
