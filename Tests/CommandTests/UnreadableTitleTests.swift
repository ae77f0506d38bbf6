import Testing

/// Titles that are empty, say nothing, or are texts.
@Suite struct UnreadableTitleTests {
  let program: Program

  init() throws { program = try Program() }

  @Test func tellsOfTitlesThatAreComparedWithNoOther() throws {
    let long = String(repeating: "注意力机制的计算与内存开销，", count: 40)
    try program.workspace.write("什么是梯度累积？\n😀\n？？\n\nA\n是什么\n\(long)\n", to: "titles.txt")
    let result = try program.run("duplicates", "--titles", "titles.txt")
    #expect(result.status == 0)
    for (line, problem) in [
      (2, "a title without words"), (3, "a title without words"), (4, "an empty line"), (5, "a title of one character"),
      (6, "a title that does not say"), (7, "a title of 560 characters"),
    ] {
      #expect(result.errors.contains("titles.txt:\(line):1: warning: \(problem)"), "\(result.errors)")
    }
    #expect(result.errors.contains("6 warnings"))
  }

  /// They were compared with no other, and nothing said so; an empty one was told to begin the file with front matter.
  @Test func tellsOfPagesWithTitlesThatNobodyCanRead() throws {
    let long = String(repeating: "注意力机制的计算与内存开销，", count: 700)
    for (name, title) in [("empty", "\"\""), ("emoji", "🎉🎉"), ("blank", "\"  \""), ("one", "甲"), ("long", long)] {
      try program.workspace.write(
        "---\ntags: [attention]\ntitle: \(title)\n---\n\(name == "blank" ? "emoji" : name)。\n", to: "Content/questions/\(name).zh.md")
    }
    let result = try program.run("check")
    #expect(result.status == 1)
    for (name, problem) in [
      ("empty", "1: error: empty title"), ("emoji", "8: warning: a title without words"), ("blank", "8: warning: a title without words"),
      ("one", "8: warning: a title of one character"), ("long", "8: warning: a title of 9800 characters is compared by the first 300"),
    ] {
      #expect(result.errors.contains("Content/questions/\(name).zh.md:3:\(problem)"), "\(name): \(result.errors.prefix(4_000))")
    }
    #expect(
      result.errors.contains("asks the same as \"  \": the same answer, below titles that do not say what about"),
      "\(result.errors.prefix(4_000))")
    for remedy in ["write what the page is called", "write the question out\n", "write the question alone"] {
      #expect(result.errors.contains("suggestion: \(remedy)"), "\(remedy)")
    }
  }

  /// They filled the screen.
  @Test func showsTheBeginningOfTitlesThatAreTexts() throws {
    let long = "什么是梯度累积？" + String(repeating: "把几个小批量的梯度加起来，", count: 800)
    try program.workspace.write("\(long)\n\(long)\n", to: "titles.txt")
    let result = try program.run("duplicates", "--titles", "titles.txt")
    #expect(result.output.contains("2: 什么是梯度累积？") && result.output.contains("…\n") && result.output.count < 1_500, "\(result.output.count)")
    #expect(result.errors.count < 2_500, "\(result.errors.count)")
  }
}
