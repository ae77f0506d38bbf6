internal import ArgumentParser
internal import ContentModel
internal import FileSystem

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new site that builds at once.",
    discussion: """
      Writes ciyuan.yml (every key, commented) and a few example pages in both languages. Files that exist already stay \
      as they are. The default templates are inside the program; a file in Templates/ replaces its namesake.
      """)

  @Argument(help: "Folder of the new site.", completion: .directory)
  var directory = "."

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    var files = Dictionary(uniqueKeysWithValues: EmbeddedFiles.all.map { ($0.key, $0.value) })
    files["ciyuan.yml"] = """
      # Configuration of the site. Every key is listed; those in comments are optional.

      \(SiteConfiguration.documentedExample(title: "{zh: 我的词典, en: My glossary}"))
      """
    files[".gitignore"] = "/site/\n"
    var written = 0
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let target = Path.join(directory, path)
      if File.exists(target) { continue }
      try File.write(Array(text.utf8), to: target)
      written += 1
    }
    let console = Console(isQuiet: quiet)
    console.say("\(written) files written to \(directory)")
    console.say("Next: ciyuan serve\(directory == "." ? "" : " --root \(directory)")")
  }
}
