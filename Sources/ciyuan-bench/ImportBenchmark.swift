import FileSystem
import Foundation
import Importing

/// Measures an import of pages into an empty folder: time, and the most memory the process held.
enum ImportBenchmark {
  static func run(pages: Int) async throws {
    let folder = Path.join(FileManager.default.temporaryDirectory.path, "ciyuan-bench-\(getpid())")
    defer { try? Folder.remove(folder) }
    let scrapes = Path.join(folder, "scrapes")
    let bytes = try SyntheticScrapes().write(pages, to: scrapes)
    let places = DocumentPlaces(root: folder)
    let inputs = try ImportInput.find([scrapes], places: places).0
    var processor = ProcessorClock()
    let clock = ContinuousClock.now
    let summary = try await ImportRun(places: places, folder: Path.join(folder, "Content"), displayFolder: "Content").run(inputs)
    let seconds = processor.lap()
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    print(
      "import \(pages) pages, \(bytes / 1_000_000) MB: \(ContinuousClock.now - clock), \(Int(seconds.rounded())) s of processor time,"
        + " \(usage.ru_maxrss / 1024) MiB; \(summary.questions) questions (\(summary.duplicates) duplicates merged),"
        + " \(summary.terms) terms, \(summary.strippedLines) of \(summary.keptLines + summary.strippedLines) lines stripped")
  }
}
