internal import ArgumentParser

@main
struct Ciyuan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ciyuan", abstract: "Turns scraped question pages into a bilingual glossary and Q&A site.")
}
