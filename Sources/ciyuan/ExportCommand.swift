internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import FileSystem
internal import Foundation
internal import SiteBuilding
internal import TermExchange

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write terms or questions for other programs.",
    discussion: """
      tbx: all terms as TBX-Basic (ISO 30042), for termbases and translation tools.
      csv: all terms as a table, for spreadsheets. Edit it and bring it back with ciyuan import-terms.
      skos: the concepts as linked data.
      anki: a deck of cards (.apkg) of one language's terms or questions. Importing a newer export updates the cards \
      that Anki has and keeps what you have learned. The time of the export is the clock's, or SOURCE_DATE_EPOCH.

        ciyuan export csv --output terms.csv
        ciyuan export anki --deck questions --language en --output questions.apkg

      The same content gives the same bytes. Exit status: 0 written, 1 errors in content, 2 could not run.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case tbx, skos, csv, anki
  }

  enum Syntax: String, ExpressibleByArgument, CaseIterable {
    case turtle
    case jsonLD = "json-ld"
  }

  enum Deck: String, ExpressibleByArgument, CaseIterable {
    case terms, questions

    var kind: AnkiDeck.Kind { self == .terms ? .terms : .questions }
  }

  @Argument(help: "tbx, skos, csv or anki.")
  var kind: Format

  @Option(name: .shortAndLong, help: "File to write (default: standard output).", completion: .file())
  var output: String?

  @Option(name: .long, help: "skos: turtle or json-ld.")
  var format = Syntax.turtle

  @Flag(name: .long, help: "csv: begin with a byte order mark, which some spreadsheets need to read Chinese.")
  var bom = false

  @Option(name: .long, help: "anki: terms or questions.")
  var deck = Deck.terms

  @Option(name: .shortAndLong, help: "anki: language of the cards (default: the site's first).")
  var language: String?

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let configuration = try site.configuration()
    let input = try await SiteInput.load(configuration: configuration, root: site.root, includesDrafts: true)
    let faults = input.diagnostics.filter { $0.severity == .error }
    site.console.report(faults)
    var notes: [Diagnostic] = []
    let bytes = try bytes(of: input, &notes)
    site.console.report(notes)
    if let output {
      try File.write(bytes, to: output)
      site.console.say("\(output): \(bytes.count) bytes")
    } else {
      guard kind != .anki || isatty(STDOUT_FILENO) == 0 else {
        throw CommandFailure("a deck is no text for a terminal", "name a file: --output \(deck.rawValue).apkg")
      }
      Console.output(bytes)
    }
    try ExitStatus(faults, strict: false).exit()
  }

  private func bytes(of input: SiteInput, _ notes: inout [Diagnostic]) throws -> [UInt8] {
    let configuration = input.configuration
    let first = configuration.languages[0]
    switch kind {
    case .csv:
      return TermTable.csv(ExchangedConcept.all(in: input.corpus), languages: configuration.languages, hasByteOrderMark: bom)
    case .tbx:
      return TBXWriter.tbx(ExchangedConcept.all(in: input.corpus), title: configuration.title[first], languages: configuration.languages)
    case .skos:
      let published = Corpus(input.corpus.documents.filter { $0.status != .draft })
      let about = SKOSScheme.About(
        base: configuration.baseURL,
        titles: Dictionary(uniqueKeysWithValues: configuration.languages.map { ($0, configuration.title[$0]) }),
        creator: configuration.author[first], rights: configuration.licence[first], fields: input.tags.names)
      let scheme = SKOSScheme(ExchangedConcept.all(in: published), about: about)
      notes = scheme.diagnostics
      return Array((format == .turtle ? scheme.turtle : scheme.jsonLD).utf8)
    case .anki:
      let tag = try language.map { text in
        guard let tag = configuration.languages.first(where: { $0.rawValue == text }) else {
          throw CommandFailure(
            "the site has no language \"\(text)\"", "name one of: \(configuration.languages.map(\.rawValue).joined(separator: ", "))")
        }
        return tag
      }
      let deck = AnkiDeck(
        input.corpus, kind: deck.kind, language: tag ?? first, title: configuration.title[first], baseURL: configuration.baseURL,
        assets: input.assets)
      return try deck.package(modified: try Self.time)
    }
  }

  /// Seconds since 1970, by the clock or by the variable of reproducible builds.
  private static var time: Int {
    get throws {
      guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] else { return Int(Date().timeIntervalSince1970) }
      guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
        throw CommandFailure("SOURCE_DATE_EPOCH is no time: \(text)", "give seconds since 1970")
      }
      return seconds
    }
  }
}
