import FileSystem
import Foundation
import Testing

@Suite struct DuplicatesCommandTests {
  let program: Program

  init() throws { program = try Program() }

  @Test func settlesAPairWithOneCommand() throws {
    try program.question("a", "什么是梯度累积？")
    try program.question("b", "介绍一下 gradient accumulation")
    try program.workspace.write("# kept\nkeep:\n  - x.txt:1\n", to: "Content/import.yml")
    let found = try program.run("duplicates")
    #expect(found.output.contains("a: 什么是梯度累积？\n      b: 介绍一下 gradient accumulation"), "\(found.output)")
    #expect(try program.run("duplicates", "--different", "a", "b").status == 0)
    #expect(try program.workspace.read("Content/import.yml") == "# kept\nkeep:\n  - x.txt:1\ndifferent:\n  - [a, b]\n")
    #expect(try program.run("duplicates").output.hasPrefix("0 groups"))
    let replacing = try program.run("duplicates", "--same", "a", "b")
    #expect(replacing.status == 0)
    #expect(
      replacing.errors.contains(
        "a, b are one question; the next import joins b to a, and leads on from there; this replaces the decision of line 5"),
      "\(replacing.errors)")
    #expect(try program.workspace.read("Content/import.yml") == "# kept\nkeep:\n  - x.txt:1\nsame:\n  - [a, b]\n")
    let unknown = try program.run("duplicates", "--same", "a", "c")
    #expect(unknown.status == 2)
  }

  @Test func splitsAPageThatAnImportMadeOfSeveralQuestions() throws {
    for (name, title, answer) in [
      ("a", "什么是词表扩充？", "在已有词表里加入新的词元。"), ("b", "词表扩充是什么", "把领域里的常用词加进词表。"), ("c", "介绍一下词表扩充", "每个汉字占用更少的词元。"),
    ] { try program.workspace.write("1. \(title)\n\(answer)\n", to: "scrapes/\(name).txt") }
    #expect(try program.run("import", "scrapes").status == 0)
    let page = "shen-me-shi-ci-biao-kuo-chong"
    let merged = try program.run("duplicates", "--merged")
    let reason = "about vocabulary expansion, one asks for “what it is”, one for “an overview”"
    #expect(merged.output.contains("\(page): “什么是词表扩充？” and “介绍一下词表扩充”: \(reason)\n"), "\(merged.output)")
    #expect(try program.run("duplicates", "--merged", "--format", "json").output.hasPrefix(#"{"merged":[{"page":"\#(page)","reason":"#))
    let open = try program.run("duplicates", "--different", page)
    #expect(open.status == 0 && open.output.contains("介绍一下词表扩充 (c#L1-L2)"), "\(open.output)")
    let wrong = try program.run("duplicates", "--different", page, "LoRA")
    #expect(wrong.status == 2 && wrong.errors.contains("\"词表扩充是什么\" (b#L1-L2)"), "\(wrong.errors)")
    let settled = try program.run("duplicates", "--different", page, "介绍一下词表扩充")
    #expect(settled.status == 0 && settled.errors.contains("\"介绍一下词表扩充\" (c) leaves \"\(page)\""), "\(settled.errors)")
    #expect(settled.errors.hasSuffix("\" (b) stay one page\n"), "\(settled.errors)")
    #expect(try program.run("import", "scrapes").status == 0)
    let rest = try program.workspace.read("Content/questions/\(page).zh.md")
    #expect(rest.contains("在已有词表里") && rest.contains("把领域里") && !rest.contains("每个汉字"))
    let other = "jie-shao-yi-xia-ci-biao-kuo-chong"
    #expect(try program.workspace.read("Content/questions/\(other).zh.md").contains("每个汉字占用更少的词元。"))
    #expect(try program.run("duplicates").output.hasPrefix("0 groups"))

    // The later decision replaces the earlier one, and an import that carried it out has nothing to say of it.
    let united = try program.run("duplicates", "--same", page, other)
    #expect(united.status == 0 && united.errors.contains("replaces the decision of line 2"), "\(united.errors)")
    for _ in 0..<2 {
      let again = try program.run("import", "scrapes")
      #expect(again.status == 0 && !again.errors.contains("import.yml"), "\(again.errors)")
    }
    #expect(try program.run("duplicates", "--same", page, other).errors.contains("says so already"))
    // The former page, its title and its source name the same.
    #expect(try program.run("duplicates", "--different", page, other).status == 0)
    #expect(try program.workspace.read("Content/import.yml") == "different:\n  - [\(page), \(other)]\n")
    #expect(try program.run("duplicates", "--same", page, other).errors.contains("are one question already, and stay one"))
    #expect(try program.run("duplicates", "--different", "介绍一下词表扩充", page).status == 0)
    let text = "different:\n  - [\(page), \"c#介绍一下词表扩充\"]\n"
    #expect(try program.workspace.read("Content/import.yml") == text)
    #expect(try program.run("duplicates", "--different", page, "c").errors.contains("says so already"))
  }

  /// The list that joined two questions stayed when one was parted by the title that the page was called by, and joined them again in a
  /// fresh folder.
  @Test func partsByTheTitleThatAPageIsCalledBy() throws {
    try program.workspace.write("1. 梯度累积的特点是什么？\n分几步求和。\n2. 梯度累积的优点有哪些？\n省显存。\n", to: "scrapes/a.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    let (page, other) = ("ti-du-lei-ji-de-te-dian-shi-shen-me", "ti-du-lei-ji-de-you-dian-you-na-xie")
    #expect(try program.run("duplicates", "--same", page, other).status == 0)
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.run("duplicates", "--different", page, "梯度累积的特点是什么？").status == 0)
    #expect(try program.workspace.read("Content/import.yml") == "different:\n  - [\(page), \(other)]\n")
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.workspace.read("Content/questions/\(page).zh.md").contains("分几步求和。"))
    #expect(try program.workspace.read("Content/questions/\(other).zh.md").contains("省显存。"))
  }

  /// Nothing was written, and the next version of the program might have parted them.
  @Test func pinsWhatAnImportMadeOne() throws {
    try program.workspace.write("1. 什么是词表扩充？\n在已有词表里加入新的词元。\n", to: "scrapes/a.txt")
    try program.workspace.write("1. 词表扩充是什么\n把领域里的常用词加进词表。\n", to: "scrapes/b.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    let page = "shen-me-shi-ci-biao-kuo-chong", text = "same:\n  - [\(page), \"b#词表扩充是什么\"]\n"
    let pinned = try program.run("duplicates", "--same", page, "词表扩充是什么")
    #expect(pinned.errors.contains("are one question already, and stay one"), "\(pinned.errors)")
    #expect(try program.workspace.read("Content/import.yml") == text)
    #expect(try program.run("duplicates", "--different", page, "词表扩充是什么").status == 0)
    #expect(try program.workspace.read("Content/import.yml") == text.replacing("same", with: "different"))
  }

  /// `b` and `c` were a page when `a` was settled to differ from it: that `a` differs from `c` was written, and nobody had said so.
  @Test func writesNothingThatNobodySettled() throws {
    try program.workspace.write("1. 梯度累积的特点是什么？\n分几步求和。\n2. 梯度累积的优点有哪些？\n省显存。\n", to: "scrapes/a.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    let (page, other) = ("ti-du-lei-ji-de-te-dian-shi-shen-me", "ti-du-lei-ji-de-you-dian-you-na-xie")
    try program.question("mine", "什么是束搜索？")
    #expect(try program.run("duplicates", "--different", "mine", page).status == 0)
    #expect(try program.run("duplicates", "--same", page, other).status == 0)
    #expect(try program.run("import").status == 0)
    #expect(try program.run("duplicates", "--different", page, other).status == 0)
    #expect(try program.workspace.read("Content/import.yml") == "different:\n  - [mine, \(page)]\n  - [\(page), \(other)]\n")
  }

  @Test func takesBackAJoinToAPageOfOnesOwn() throws {
    try program.workspace.write("1. 梯度累积的特点是什么？\n分几步求和。\n2. 什么是束搜索？\n一种搜索。\n", to: "scrapes/a.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    let page = "ti-du-lei-ji-de-te-dian-shi-shen-me"
    let (own, imported) = ("Content/questions/mine.zh.md", "Content/questions/\(page).zh.md")
    let before = try program.workspace.read(imported)
    try program.question("mine", "梯度累积好在哪")
    #expect(try program.run("duplicates", "--same", "mine", page).status == 0)
    let joined = try program.workspace.read("Content/import.yml")
    #expect(try program.run("import", "scrapes").status == 0)
    #expect(try program.workspace.read(own).contains("分几步求和。"))
    for name in ["梯度累积的特点是什么？", page] {
      try program.workspace.write(joined, to: "Content/import.yml")
      #expect(try program.run("duplicates", "--different", "mine", name).status == 0)
      #expect(try program.workspace.read("Content/import.yml") == "different:\n  - [mine, \(page)]\n")
    }
    for _ in 0..<2 {
      #expect(try program.run("import", "scrapes").status == 0)
      let rest = try program.workspace.read(own)
      #expect(rest.contains("回答。") && !rest.contains("分几步求和。") && !rest.contains("id:"), "\(rest)")
      #expect(try program.workspace.read(imported) == before)
    }
  }

  /// "was made of one question", said the command of a page of two.
  @Test func listsAndPartsWhatAPageOfOnesOwnWasMadeOf() throws {
    try program.workspace.write("1. 梯度累积的特点是什么？\n分几步求和。\n2. 什么是束搜索？\n一种搜索。\n", to: "scrapes/a.txt")
    #expect(try program.run("import", "scrapes").status == 0)
    try program.question("mine", "梯度累积好在哪")
    try program.question("other", "为什么累积梯度")
    #expect(try program.run("duplicates", "--same", "mine", "other", "梯度累积的特点是什么").status == 0)
    #expect(try program.run("import").status == 0)
    let listed = try program.run("duplicates", "--different", "mine").output
    for part in ["\"mine\" was made of 3 questions", "梯度累积好在哪 (mine)", "梯度累积的特点是什么？ (a#L1-L2)", "为什么累积梯度 (other)"] {
      #expect(listed.contains(part), "\(listed)")
    }
    #expect(try program.run("duplicates", "--merged").output.contains("mine: joined by hand"))
    // What it left together was not said.
    let parted = try program.run("duplicates", "--different", "mine", "a#L1-L2")
    #expect(parted.status == 0 && parted.errors.contains("gives it its page back; mine, other stay one page"), "\(parted.errors)")
    #expect(try program.run("duplicates", "--different", "mine", "为什么累积梯度").status == 0)
    let imported = try program.run("import")
    #expect((imported.output + imported.errors).contains("2 parted from them"), "\(imported.output)\(imported.errors)")
    #expect(try program.run("duplicates", "--different", "mine").status == 2)
    #expect(!(try program.workspace.read("Content/questions/mine.zh.md")).contains("redirects"))
  }

  @Test func readsTitlesBesideABrokenConfiguration() throws {
    try program.workspace.write("title: [\n", to: "ciyuan.yml")
    try program.workspace.write("什么是梯度累积\n梯度累积是什么\n", to: "titles.txt")
    let result = try program.run("duplicates", "--titles", "titles.txt", "--format", "json")
    #expect(result.status == 0 && result.output.contains("[[1,2]]".replacing(",", with: ", ")), "\(result.output)")
    #expect(result.errors.contains("titles are read without the terms of this site"), "\(result.errors)")
  }

  /// The title of a page was no name, least of all one that had become an alias.
  @Test func knowsPagesByTheirTitlesAndFormerTitles() throws {
    try program.workspace.write("---\ntitle: 什么是梯度累积？\naliases: [梯度累积怎么理解]\n---\n回答。\n", to: "Content/questions/a.zh.md")
    try program.question("b", "什么是束搜索？")
    #expect(try program.run("duplicates", "--same", "梯度累积怎么理解？", "什么是束搜索").status == 0)
    #expect(try program.workspace.read("Content/import.yml") == "same:\n  - [a, b]\n")
  }

  @Test func namesTheLinesOfDecisionsThatContradict() throws {
    for (name, title) in [("a", "什么是梯度累积？"), ("b", "介绍一下 RAG"), ("c", "什么是束搜索")] { try program.question(name, title) }
    try program.workspace.write("same:\n  - [a, b]\n  - [b, c]\ndifferent:\n  - [a, c]\n", to: "Content/import.yml")
    for command in ["duplicates", "check"] {
      let result = try program.run(command)
      #expect(result.status == 1)
      #expect(
        result.errors.contains("Content/import.yml:5:5: error: a and c are different here and one question elsewhere"), "\(result.errors)")
      #expect(result.errors.contains("Content/import.yml:3:5"), "\(result.errors)")
    }
    let refused = try program.run("duplicates", "--same", "a", "c")
    #expect(refused.status == 0 && refused.errors.contains("replaces the decision of line 5"), "\(refused.errors)")
    let contrary = try program.run("duplicates", "--different", "a", "c")
    #expect(contrary.status == 1 && contrary.errors.contains("Content/import.yml:3:5"), "\(contrary.errors)")
  }

  @Test func warnsOfAQuestionThatExistsAlready() throws {
    try program.question("gradient-accumulation", "什么是梯度累积？")
    try program.question("new", "梯度累加是什么")
    let result = try program.run("check")
    #expect(result.status == 1)
    #expect(result.errors.contains("Content/questions/new.zh.md:2:8: warning: asks the same as \"什么是梯度累积？\""), "\(result.errors)")
    #expect(result.errors.contains("make them one page: ciyuan duplicates --same gradient-accumulation new"))
    #expect(result.errors.contains("ciyuan duplicates --different gradient-accumulation new"))
    #expect(try program.run("duplicates", "--same", "gradient-accumulation", "new").status == 0)
    let decided = try program.run("check").errors
    #expect(decided.contains("as import.yml says, and still a page") && decided.contains("make them one page: ciyuan import"), "\(decided)")
  }

  /// The page in the other language was named, and a page without a date taken for the older one.
  @Test func namesTheOlderPageInTheLanguageOfTheNewerOne() throws {
    let head = "title: What is gradient accumulation?\ndate: 2026-01-02"
    try program.workspace.write("---\n\(head)\n---\nText.\n", to: "Content/questions/z-old.en.md")
    try program.workspace.write("---\ntitle: 什么是梯度累积？\n---\n回答。\n", to: "Content/questions/z-old.zh.md")
    try program.question("a-new", "梯度累加是什么")
    let errors = try program.run("check").errors
    #expect(errors.contains("a-new.zh.md:2:8: warning: asks the same as \"什么是梯度累积？\""), "\(errors)")
  }

  @Test func warnsAtTheNewerOfTwoPages() throws {
    try program.workspace.write("---\ntitle: 什么是梯度累积？\nstatus: proposed\norigins: [a#L1]\n---\n回答。\n", to: "Content/questions/z-old.zh.md")
    try program.question("a-new", "梯度累加是什么")
    try program.workspace.write("---\ntitle: 什么是束搜索？\ndate: 2026-01-02\n---\n回答。\n", to: "Content/questions/b.zh.md")
    try program.workspace.write("---\ntitle: 束搜索是什么\ndate: 2025-01-02\n---\n回答。\n", to: "Content/questions/c.zh.md")
    let errors = try program.run("check").errors
    #expect(errors.contains("a-new.zh.md:2:8: warning: asks the same as \"什么是梯度累积？\""), "\(errors)")
    #expect(errors.contains("b.zh.md:2:8: warning: asks the same as \"束搜索是什么\""), "\(errors)")
  }

  @Test func warnsOfANewQuestionThatAPageAsksAlready() throws {
    try program.workspace.write(
      "---\ntitle: 梯度累加怎么理解？\naliases: [什么是梯度累积？]\n---\n回答。\n", to: "Content/questions/accumulation.zh.md")
    let known = try program.run("new", "question", "What is gradient accumulation?")
    #expect(known.status == 0 && known.output.hasSuffix("what-is-gradient-accumulation.en.md\n"))
    #expect(
      known.errors.contains("Content/questions/accumulation.zh.md:2:8: warning: \"梯度累加怎么理解？\" asks the same already"), "\(known.errors)")
    #expect(known.errors.contains("ciyuan duplicates --different accumulation what-is-gradient-accumulation"))
    // It has no English version, which would stand beside it.
    #expect(known.errors.contains("write that as questions/accumulation.en.md"), "\(known.errors)")
    let other = try program.run("new", "question", "梯度累积有什么缺点？")
    #expect(other.status == 0 && !other.errors.contains("warning"), "\(other.errors)")
  }

  @Test func answersPagesLineForLineAndGroupsTheAnswers() throws {
    let lines = [
      #"{"path": "a.txt", "text": "1. 什么是词表扩充？\n在已有词表里加入新的词元，需要继续训练。\n2. 学习率预热有什么作用？\n避免训练一开始就发散。\n"}"#,
      "no JSON", #"{"text": "x"}"#, #"{"path": "n.txt"}"#, "",
      #"{"path": "b.html", "html": "<article><h2>词表扩充是什么？</h2><p>把领域的词加进词表，序列更短。</p></article>"}"#,
    ]
    let result = try program.run(["normalize", "-"], input: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 1)
    let answers = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(answers.count == lines.count)
    #expect(answers[0].hasPrefix(#"{"path":"a.txt","lines":[{"line":1,"#))
    #expect(answers[1].hasPrefix(#"{"error":"no valid JSON","suggestion":""#) && answers[1].hasSuffix(#","line":2}"#))
    #expect(answers[2].hasPrefix(#"{"error":"no \"path\"","#))
    #expect(answers[3].hasPrefix(#"{"path":"n.txt","error":"neither \"text\" nor \"html\"","#))
    #expect(answers[4].hasPrefix(#"{"error":"an empty line","#))
    #expect(result.errors.contains("4 of 6 lines are no pages"))

    try program.workspace.write(answers[0] + "\n", to: "one.jsonl")
    try program.workspace.write(answers[5] + "\n", to: "two.jsonl")
    let grouped = try program.run("duplicates", "--items", "one.jsonl", "two.jsonl", "--format", "json")
    #expect(grouped.status == 0)
    #expect(grouped.output.contains(#""path":"a.txt""#) && grouped.output.contains(#""path":"b.html""#), "\(grouped.output)")
    let twice = try program.run("duplicates", "--items", "one.jsonl", "two.jsonl", "./one.jsonl", "--format", "json")
    #expect(twice.output == grouped.output && twice.errors.contains("./one.jsonl is named twice, and counted once"), "\(twice.errors)")
    #expect(try program.run("duplicates", "--items", "two.jsonl", "one.jsonl", "--format", "json").output == grouped.output)
    try program.workspace.write(answers.joined(separator: "\n") + "\n", to: "all.jsonl")
    let all = try program.run("duplicates", "--items", "all.jsonl", "--format", "json")
    #expect(all.status == 1)
    #expect(all.output == grouped.output)
    #expect(all.errors.contains("all.jsonl:2:1: error: no valid JSON"))
  }
}
