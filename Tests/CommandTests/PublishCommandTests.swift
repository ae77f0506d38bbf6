import FileSystem
import Foundation
import Testing

/// A site brought to a folder and to a bare git repository.
@Suite struct PublishCommandTests: PublishingSuite {
  let program: Program
  init() throws { program = try Self.newSite() }

  // MARK: Refusals

  @Test func refusesWithoutAnAddressOrATargetOrWithErrors() throws {
    try program.workspace.write("title: Test\npublish: {folder: {directory: public}}\n", to: "ciyuan.yml")
    let nowhere = try publish()
    #expect(nowhere.status == 2 && nowhere.errors.contains("base-url") && nowhere.errors.contains("suggestion"))
    try program.workspace.write("title: Test\nbase-url: https://example.org/\n", to: "ciyuan.yml")
    #expect(try publish().errors.contains("names no place"))
    try configure("folder: {directory: public}")
    #expect(try publish("elsewhere").errors.contains("name one of: folder"))
    try program.workspace.write("---\ntitle: \"a\n---\n", to: "Content/terms/broken.zh.md")
    let broken = try publish()
    #expect(broken.status == 1 && broken.errors.contains("Content/terms/broken.zh.md:"))
    #expect(!program.workspace.exists("public"))
  }

  @Test(arguments: [
    "a: {git: origin, branch: --force}", "a: {git: --upload-pack=x}", "a: {rsync: -e sh}", "a: {git: x, rsync: y}", "a: {}",
    "a: {directory: x, branch: y}", "a: {directory: x, with: [zip]}", "../a: {directory: x}", "-a: {directory: x}", "a: {folder: x}",
    "a: {git: x, history: perhaps}", "a: [x]",
  ])
  func namesWhatIsWrongWithATarget(target: String) throws {
    try configure(target)
    let result = try publish()
    #expect(result.status == 2 && result.errors.contains("ciyuan.yml:4:"), "\(result.errors)")
  }

  @Test(arguments: [".", "Content", "Content/..", "/"])
  func refusesAFolderOfOnesOwnFiles(path: String) throws {
    try configure("folder: {directory: \"\(path)\"}")
    #expect(try publish("--force").status == 2)
    #expect(program.workspace.exists("Content/terms/token.zh.md"))
  }

  @Test func refusesWhatIsNoBranchAndTheBranchOfTheSources() throws {
    try shell("git init -q -b main . && git init -q --bare ../$(basename $PWD).git")
    defer { try? Folder.remove(folder + ".git") }
    for (branch, message) in [("a..b", "no name of a branch"), ("main", "branch of the site's sources")] {
      try configure("a: {git: \"\(folder).git\", branch: \"\(branch)\"}")
      let result = try publish("--force")
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }
  }

  // MARK: Places

  @Test func publishesToAFolderWithWhatItsHostNeeds() throws {
    try configure("folder: {directory: public, with: [_headers, _redirects, gz, br]}")
    let dry = try publish("--dry-run")
    #expect(dry.status == 0 && dry.output.contains("added    zh/index.html\n") && !program.workspace.exists("public"))
    #expect(try publish().status == 0)
    #expect(try program.workspace.read("public/_redirects").contains("/llm/ /llm/zh/ 302"))
    #expect(try program.workspace.read("public/_headers").contains("Content-Security-Policy: default-src 'self'"))
    #expect(try shell("gzip -dc public/zh/index.html.gz | cmp - public/zh/index.html && ls public/zh/index.html.br").hasSuffix(".br"))
    #expect(try publish().errors.contains("nothing has changed"))
    try program.workspace.write("mine", to: "public/mine.txt")
    try File.remove(folder + "/Content/terms/token.zh.md")
    try File.remove(folder + "/Content/terms/token.en.md")
    let again = try publish("--verbose")
    #expect(again.errors.contains("removed  zh/terms/token/index.html") && again.errors.contains("redirects: [/"), "\(again.errors)")
    #expect(!program.workspace.exists("public/zh/terms/token/index.html") && program.workspace.exists("public/mine.txt"))
  }

  @Test func publishesAPictureForEveryPage() throws {
    let quiet = try publish()
    #expect(quiet.status == 0, "\(quiet.errors)")
    #expect(try !program.workspace.snapshot("public").contains { $0.key.hasPrefix("assets/cards/") })
    #expect(try !program.workspace.read("public/zh/index.html").contains("og:image"))
    #expect(try run([]).status == 0)
    let site = try program.workspace.snapshot("public")
    let named = try pictures(of: site)
    #expect(named.count > 10)
    let cards = site.keys.filter { $0.hasPrefix("assets/cards/") }
    #expect(Set(named.values) == Set(cards))
    #expect(site.keys.contains { $0.hasPrefix("assets/icon-192.") })
    #expect(try run([]).errors.contains("nothing has changed"))
    // Another title is another picture, in both languages; all others are taken as they were drawn.
    let drawn = try program.workspace.snapshot(".ciyuan/pictures").keys
    try program.workspace.write("---\ntitle: 别的\n---\n一个词。\n", to: "Content/terms/token.zh.md")
    #expect(try run([]).status == 0)
    let after = try pictures(of: try program.workspace.snapshot("public"))
    #expect(named.filter { after[$0.key] != $0.value }.map(\.key).allSatisfy { $0.contains("terms/token/") })
    #expect(try Set(program.workspace.snapshot(".ciyuan/pictures").keys).subtracting(drawn).count == 2)
  }

  @Test func saysWhichPagesNoFontCanShow() throws {
    try program.workspace.write("---\ntitle: \"a\u{10FFFD}\"\n---\nA.\n", to: "Content/terms/odd.zh.md")
    let result = try run([])
    #expect(result.status == 0 && result.errors.contains("no font of this machine has all characters of \"a"), "\(result.errors)")
    let site = try program.workspace.snapshot("public")
    let named = try pictures(of: site)
    #expect(named["zh/terms/odd/index.html"] == named["zh/index.html"])
  }

  /// By page, the file of the picture that it names; each is there.
  private func pictures(of site: [String: [UInt8]]) throws -> [String: String] {
    var named: [String: String] = [:]
    for (path, bytes) in site where path.hasSuffix("/index.html") {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let mark = text.firstRange(of: "og:image\" content=\"https://example.org/llm/") else { continue }
      let picture = String(text[mark.upperBound...].prefix { $0 != "\"" })
      #expect(site[picture] != nil, "\(path) names \(picture)")
      named[path] = picture
    }
    return named
  }

  @Test(arguments: [true, false])
  func publishesToABranchAndTouchesNothingElse(keepsHistory: Bool) throws {
    try shell("git init -q -b main . && git add . && git commit -qm sources && git init -q --bare ../$(basename $PWD).git")
    defer { try? Folder.remove(folder + ".git") }
    try shell("git remote add origin ../$(basename $PWD).git && git push -q origin main")
    try configure("pages: {git: origin, history: \(keepsHistory), domain: example.org}")
    try program.workspace.write("half an edit", to: "staged.txt")
    try shell("git add staged.txt")
    let state = "git status --porcelain; git diff --cached | cksum; git symbolic-ref HEAD; git rev-parse HEAD; git branch"
    let before = try shell(state)
    let dry = try publish("--dry-run")
    #expect(dry.status == 0 && dry.output.contains("added    .nojekyll\n") && !dry.output.contains(".ciyuan-site"), "\(dry.errors)")
    #expect(try !shell("git ls-remote origin").contains("gh-pages"))
    let first = try publish()
    #expect(first.status == 0, "\(first.errors)")
    #expect(try shell(state) == before)
    #expect(try publish().errors.contains("nothing has changed"))
    // The host's settings add files to the branch.
    try shell(
      """
      git clone -q -b gh-pages ../$(basename $PWD).git clone && cd clone && cat CNAME .nojekyll && echo x > THEIRS.txt
      git add . && git commit -qm theirs && git push -q
      """)
    try edit()
    let second = try publish("--verbose")
    #expect(second.errors.contains("added    zh/terms/new-word/index.html"), "\(second.errors)")
    let bare = "git --git-dir=../$(basename $PWD).git"
    let files = try shell("\(bare) ls-tree -r --name-only gh-pages")
    #expect(files.contains("THEIRS.txt") && files.contains("CNAME") && files.contains("zh/terms/new-word/index.html"))
    #expect(try shell("\(bare) rev-list --count gh-pages") == (keepsHistory ? "3" : "1"))
    #expect(try shell("\(bare) cat-file -p gh-pages:zh/index.html") == shell("cat .ciyuan/publish/pages/zh/index.html"))
    try File.remove(folder + "/Content/terms/new-word.zh.md")
    #expect(try publish("--dry-run").output.contains("removed  zh/terms/new-word/index.html"))
  }

  @Test func refusesABranchOfOthers() throws {
    try shell("git init -q -b main . && git add . && git commit -qm sources && git init -q --bare ../$(basename $PWD).git")
    defer { try? Folder.remove(folder + ".git") }
    try shell("git push -q ../$(basename $PWD).git main:work")
    try configure("pages: {git: \"\(folder).git\", branch: work}")
    let result = try publish()
    #expect(result.status == 2 && result.errors.contains("was not published by ciyuan (it holds Content/"), "\(result.errors)")
    #expect(try publish("--force").status == 0)
    #expect(try shell("git --git-dir=../$(basename $PWD).git ls-tree -r --name-only work").contains("Content/terms/token.zh.md"))
  }

  @Test func printsWhatAHostMustBeTold() throws {
    try program.workspace.write("---\ntitle: a\nredirects: [/zh/old/, '/zh/旧\";}{$x/']\n---\nA.\n", to: "Content/terms/renamed.zh.md")
    #expect(try publish("--print", "redirects").output.contains("/llm/zh/old/ /llm/zh/terms/renamed/ 301\n"))
    #expect(try publish("--print", "redirects").output.contains("/llm/zh/%E6%97%A7%22%3B%7D%7B%24x/ /llm/zh/terms/renamed/ 301\n"))
    #expect(try publish("--print", "nginx").output.contains(#"location = "/llm/zh/旧\";}{$x/" { return 301 /llm/zh/terms/renamed/; }"#))
    #expect(try publish("--print", "headers").output.hasPrefix("/llm/*\n  Content-Security-Policy: "))
    #expect(try publish("--print", "workflow").output.contains("actions/deploy-pages"))
    #expect(try publish("--print", "nginx").output.contains("location /llm/ {"))
  }
}
