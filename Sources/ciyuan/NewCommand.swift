internal import ArgumentParser
internal import ContentModel
internal import FileSystem
internal import Foundation
internal import HanText
internal import Importing

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a term or a question.",
    discussion: """
      Writes a file with front matter for you to fill in, and prints its path:

        ciyuan new term "attention mechanism"
        ciyuan new question "为什么需要位置编码？" --slug why-positional-encoding

      Where a page asks the same question already, in other words or another language, a warning names it.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case term, question

    var section: DocumentID.Section { self == .term ? .terms : .questions }
  }

  @Argument(help: "term or question.")
  var kind: Kind

  @Argument(help: "The term's preferred name, or the question.")
  var title: String

  @Option(name: .long, help: "Name in the address (default: made from the title).")
  var slug: String?

  @Option(name: .shortAndLong, help: "Language of the page (default: Chinese where the title is, else English).")
  var language: String?

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let configuration = try site.configuration()
    let title = title.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
    guard !title.isEmpty else { throw CommandFailure("title is empty", "give the term or the question in quotes") }
    let guess: LanguageTag = HanScript.share(of: title) > 0 ? .chinese : .english
    let tag =
      try language.map { text in
        guard let tag = LanguageTag(text) else { throw CommandFailure("\"\(text)\" is no language tag", "write zh or en") }
        return tag
      } ?? (configuration.languages.contains(guess) ? guess : configuration.languages[0])
    guard configuration.languages.contains(tag) else {
      throw CommandFailure("the site has no language \(tag)", "add it to languages in ciyuan.yml")
    }
    let slug = slug ?? Slug.make(from: title)
    let path = Path.join(site.path(configuration.content), "\(kind.section.rawValue)/\(slug).\(tag).md")
    guard !slug.isEmpty, Slug.make(from: slug) == slug else {
      throw CommandFailure("\"\(slug)\" is no slug", "name one with --slug, of small letters, digits and hyphens")
    }
    guard !File.exists(path) else { throw CommandFailure("\(path) exists already", "edit it, or choose another --slug") }
    if kind == .question { try await warn(of: title, as: slug, tag, configuration) }
    try File.write(Array(text(title: title, language: tag).utf8), to: path)
    Console.output(path)
    site.console.say("It is a draft: serve and build show it with --drafts, or once you remove the line \"status: draft\".")
  }

  private func warn(of title: String, as slug: String, _ language: LanguageTag, _ configuration: SiteConfiguration) async throws {
    let folder = site.path(configuration.content)
    guard Folder.exists(folder) else { return }
    let (corpus, _) = try await Corpus.load(folder: folder, displayPath: configuration.content, languages: configuration.languages)
    site.console.report(ContentQuestions.diagnostics(asking: title, as: slug, language, in: corpus))
  }

  private func text(title: String, language: LanguageTag) -> String {
    let isChinese = language == .chinese
    let body =
      switch kind {
      case .term: isChinese ? "一句话的定义。\n\n说明。" : "A definition in one sentence.\n\nThe explanation."
      case .question: isChinese ? "简短回答。\n\n## 详细说明\n\n完整回答。" : "The short answer.\n\n## In detail\n\nThe full answer."
      }
    let quoted = "\"" + title.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    return """
      ---
      title: \(quoted)
      tags: []
      \(kind == .term ? "admitted" : "aliases"): []
      status: draft
      date: \(Self.today)
      ---
      \(body)

      """
  }

  /// The day by the clock of this machine: a file that people edit may know it, a build never does.
  private static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }
}
