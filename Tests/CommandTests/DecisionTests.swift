import Foundation
import Testing

/// What commands say of the decisions in `import.yml` that are not carried out, or cannot be.
@Suite struct DecisionTests {
  let program: Program

  init() throws { program = try Program() }

  /// It asked for an import, which changed nothing.
  @Test func checkSaysWhatToDoWithAPageThatAnImportKept() throws {
    for (name, origins) in [("a", "a#L1, b#L1"), ("b", "b#L1")] {
      try program.workspace.write("---\ntitle: 问题 \(name)？\norigins: [\(origins)]\n---\n回答。\n", to: "Content/questions/\(name).zh.md")
    }
    try program.workspace.write("same:\n  - [a, b]\n", to: "Content/import.yml")
    let errors = try program.run("check").errors
    #expect(errors.contains("b.zh.md:2:8: warning: is one question with \"问题 a？\", which has its answers as well"), "\(errors)")
    #expect(errors.contains("write \"redirects: [questions/b]\" there") && !errors.contains("ciyuan import"), "\(errors)")
  }

  /// What is to leave a page and become part of another one was told to be both at once.
  @Test func tellsOfNoContradictionBeforeAnImport() throws {
    try program.workspace.write("---\ntitle: 什么是梯度累积？\nredirects: [questions/old]\n---\n回答。\n", to: "Content/questions/a.zh.md")
    try program.question("b", "什么是束搜索？")
    try program.workspace.write("same:\n  - [old, b]\ndifferent:\n  - [a, b]\n  - [a, old]\n", to: "Content/import.yml")
    let errors = try program.run("check").errors
    #expect(!errors.contains("import.yml"), "\(errors)")
  }

  /// `import` alone told of names that nothing has, and none of them of a name that stands twice.
  @Test(arguments: ["duplicates", "check", "import"]) func tellsOfDecisionsThatCannotBeMeant(command: String) throws {
    try program.question("a", "什么是梯度累积？")
    try program.workspace.write("same:\n  - [a, 什么是束搜索？]\n", to: "Content/import.yml")
    let unknown = try program.run(command)
    #expect(unknown.errors.contains("Content/import.yml:2:5: warning: No question \"什么是束搜索？\""), "\(unknown.errors)")
    try program.workspace.write("same:\n  - [a, a]\n", to: "Content/import.yml")
    let twice = try program.run(command)
    #expect(twice.status > 0 && twice.errors.contains("Content/import.yml:2:5: error: \"a\" is named twice in one list"), "\(twice.errors)")
    try program.workspace.write("same: [[a\n", to: "Content/import.yml")
    let broken = try program.run(command)
    #expect(
      broken.errors.contains("error: No valid YAML: ") && broken.errors.contains("suggestion: close every bracket"), "\(broken.errors)")
  }

  @Test func letsWhatIsOneWithAQuestionGoAlongWithIt() throws {
    for (name, title, answer) in [
      ("a", "什么是 KV Cache？", "缓存键和值。"), ("b", "什么是 LoRA？", "低秩适配。"), ("c", "什么是 MoE？", "专家混合。"),
    ] { try program.workspace.write("1. \(title)\n\(answer)\n", to: "scrapes/\(name).txt") }
    #expect(try program.run("import", "scrapes").status == 0)
    let (a, b, c) = ("shen-me-shi-kv-cache", "shen-me-shi-lora", "shen-me-shi-moe")
    #expect(try program.run("duplicates", "--same", a, b).status == 0)
    #expect(try program.run("duplicates", "--same", b, c).status == 0)
    // Not before the import either, and with the places that the file has.
    let contrary = try program.run("duplicates", "--different", a, c)
    #expect(contrary.status == 1)
    #expect(contrary.errors.contains("Content/import.yml:2:5") && contrary.errors.contains("Content/import.yml:3:5"), "\(contrary.errors)")
    #expect(!contrary.errors.contains(":5:5"), "\(contrary.errors)")
    #expect(try program.run("import").status == 0)
    #expect(try program.run("duplicates", "--different", a, b).status == 0)
    #expect(try program.workspace.read("Content/import.yml") == "same:\n  - [\(b), \(c)]\ndifferent:\n  - [\(b), \(a)]\n")
    #expect(try program.run("import").status == 0)
    let together = try program.workspace.read("Content/questions/\(b).zh.md")
    #expect(together.contains("低秩适配。") && together.contains("专家混合。"))
    #expect(try !program.workspace.read("Content/questions/\(a).zh.md").contains("低秩适配。"))
    let lines = try program.workspace.read("Content/import.yml")
    #expect(try program.run("import").status == 0)
    #expect(try program.workspace.read("Content/import.yml") == lines)
  }
}
