internal import FileSystem

/// A site brought to another machine by rsync: over ssh, to a daemon, or to a folder.
///
/// Only files of ours are named to rsync, those that go among them; it is never told to delete whatever it does not know.
/// Contents decide, not times: a site that another machine built has new times everywhere. New files take their places
/// together, at the end.
struct RsyncPublication {
  let destination: String
  let root: String
  let site: StagedSite

  private var rsync: ExternalProgram { ExternalProgram(name: "rsync", folder: root, options: ["--8-bit-output"]) }
  private var target: String { destination.hasSuffix("/") || destination.hasSuffix(":") ? destination : destination + "/" }

  func run(isDryRun: Bool, force: Bool) throws -> SiteChanges {
    let former = try formerFiles(force: force)
    var arguments = ["--from0", "--files-from=-", "--checksum", "--delay-updates", "--out-format=%i %n"]
    if former == nil { arguments.append("--mkpath") } else { arguments.append("--delete-missing-args") }
    let gone = (former ?? []).subtracting(site.files).sorted()
    // rsync removes what is missing here only in folders that are not.
    for path in gone { try Folder.create(Path.parent(of: Path.join(site.folder, path))) }
    let list = StagedSite.list(site.paths + gone)
    let planned = changes(
      OutputFolder.lines(try rsync.run(arguments + ["--dry-run", "--", site.folder + "/", target], input: list)))
    if !force, let former, let path = planned.written.first(where: { !planned.added.contains($0) && !former.contains($0) }) {
      throw PublishingError.occupied(place: destination, path: path)
    }
    if isDryRun { return planned }
    return changes(OutputFolder.lines(try rsync.run(arguments + ["--", site.folder + "/", target], input: list)))
  }

  /// What we brought there before; `nil` where there is nothing yet, empty where the folder is not ours and we are forced.
  private func formerFiles(force: Bool) throws -> Set<String>? {
    let arguments = ["--list-only", "--", target]
    let listing = try rsync.attempt(arguments)
    guard listing.status == 0 else {
      if listing.message.contains("No such file or directory") { return nil }
      throw rsync.failure(arguments, listing)
    }
    // Mode, size, day, time, name.
    let names = OutputFolder.lines(listing.output).compactMap { line -> String? in
      let parts = line.split(separator: " ", maxSplits: 4)
      return parts.count == 5 && parts[4] != "." ? String(parts[4]) : nil
    }
    if names.contains(OutputFolder.records) {
      let copy = site.folder + ".manifest"
      defer { try? File.remove(copy) }
      try rsync.run(["--ignore-missing-args", "--", target + StagedSite.manifest, copy])
      if File.exists(copy), let paths = OutputFolder.paths(ofManifest: OutputFolder.lines(try File.read(copy))) { return paths }
    }
    if !force, let example = names.filter({ !$0.hasPrefix(".") }).min() {
      throw PublishingError.notOurs(place: destination, example: example)
    }
    return []
  }

  /// Reads lines such as `<f+++++++++ zh/index.html`, `>fcs........ index.html`, `*deleting   zh/old/index.html`.
  private func changes(_ lines: [String]) -> SiteChanges {
    var added: Set<String> = [], changed: Set<String> = [], removed: [String] = []
    for line in lines {
      guard let space = line.firstIndex(of: " ") else { continue }
      let (what, path) = (line[..<space], String(line[space...].drop { $0 == " " }))
      guard path != StagedSite.manifest else { continue }
      if what == "*deleting" {
        removed.append(path)
      } else if what.hasPrefix("<f") || what.hasPrefix(">f") {
        if what.dropFirst(2).allSatisfy({ $0 == "+" }) { added.insert(path) } else { changed.insert(path) }
      }
    }
    return SiteChanges(files: site.files, added: added, changed: changed, removed: removed)
  }
}
