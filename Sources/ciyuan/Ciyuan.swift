internal import ArgumentParser
internal import Foundation

@main
struct Ciyuan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ciyuan",
    abstract: "Turns scraped question pages into Markdown, and Markdown into a bilingual glossary and Q&A site.",
    discussion: """
      A site is a folder with Content/ (Markdown that you edit), ciyuan.yml and, if you like, Templates/.

        ciyuan init my-site          make a new site
        ciyuan import scrapes/       turn scraped pages into Markdown in Content/
        ciyuan serve                 write and see the result at once
        ciyuan check                 find faults without writing anything
        ciyuan build                 write the site to site/
        ciyuan publish               bring it to its readers

      Exit status: 0 all is well, 1 there are problems to mend, 2 the command could not run.
      Shell completions: ciyuan --generate-completion-script bash (or zsh, fish).
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self,
      NewCommand.self,
      ImportCommand.self,
      AuditCommand.self,
      NormalizeCommand.self,
      DuplicatesCommand.self,
      BuildCommand.self,
      PublishCommand.self,
      ServeCommand.self,
      CheckCommand.self,
      StatusCommand.self,
      ExportCommand.self,
      ImportTermsCommand.self,
      CleanCommand.self,
    ])

  /// As ArgumentParser's own, but for the exit status of a command line that cannot be understood: 2.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let status = exitCode(for: error)
      if status == .success {
        print(fullMessage(for: error))
        return
      }
      let message = fullMessage(for: error)
      if !message.isEmpty { Console.error(message) }
      Foundation.exit(error is ExitCode ? status.rawValue : ExitStatus.couldNotRun.rawValue)
    }
  }
}
