internal import FileSystem

/// A site brought to a branch of another repository, as GitHub Pages and its like serve it.
///
/// The commit is made from an index of its own: the work tree, the index and the branches of the site's repository stay as
/// they are. Only the branch that is published is pushed, and only if it stands where we saw it.
struct GitPublication {
  let remote: String
  let branch: String
  let keepsHistory: Bool
  let site: StagedSite
  /// In the site's repository, as the reader has configured it: remotes, credentials, hooks.
  private let git: ExternalProgram
  /// On the staged site and the index.
  private let staging: ExternalProgram
  private let index: String

  private var reference: String { "refs/heads/\(branch)" }
  private var place: String { "branch \(branch) of \(remote)" }

  init(remote: String, branch: String, keepsHistory: Bool, root: String, site: StagedSite) throws {
    (self.remote, self.branch, self.keepsHistory, self.site) = (remote, branch, keepsHistory, site)
    git = ExternalProgram(name: "git", folder: root)
    guard try git.attempt(["check-ref-format", "refs/heads/\(branch)"]).status == 0 else { throw PublishingError.notABranch(branch) }
    let repository = try git.attempt(["rev-parse", "--absolute-git-dir"])
    guard repository.status == 0 else { throw PublishingError.noRepository(folder: root) }
    let head = try git.attempt(["symbolic-ref", "--quiet", "HEAD"])
    if OutputFolder.lines(head.output).first == "refs/heads/\(branch)" { throw PublishingError.sourceBranch(branch) }
    index = site.folder + ".index"
    staging = ExternalProgram(
      name: "git", folder: site.folder,
      // The bytes as they are: no line ends, modes or filters of the reader's.
      options: ["-c", "core.autocrlf=false", "-c", "core.fileMode=false", "-c", "core.attributesFile=/dev/null"],
      environment: [
        "GIT_DIR": OutputFolder.lines(repository.output)[0], "GIT_WORK_TREE": site.folder, "GIT_INDEX_FILE": index,
      ])
  }

  func run(isDryRun: Bool, force: Bool) throws -> SiteChanges {
    defer { try? File.remove(index) }
    let former = try formerCommit()
    let tree = try makeTree(after: former, force: force)
    let formerTree = try former.map { try staging.line(["rev-parse", "\($0)^{tree}"]) } ?? staging.line(["mktree"])
    let changes = try changes(from: formerTree, to: tree)
    if tree != formerTree, !isDryRun { try push(tree, after: former, message: message(changes)) }
    return changes
  }

  /// The commit at the head of the branch there, fetched; `nil` where there is no such branch.
  private func formerCommit() throws -> String? {
    let lines = OutputFolder.lines(try git.run(["ls-remote", "--", remote, reference]))
    guard let line = lines.first(where: { $0.hasSuffix("\t\(reference)") }) else { return nil }
    let commit = String(line.prefix { $0 != "\t" })
    if try git.attempt(["cat-file", "-e", "\(commit)^{commit}"]).status != 0 {
      try git.run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--", remote, reference])
    }
    return commit
  }

  /// The branch's tree without what we wrote before, with what we write now.
  private func makeTree(after former: String?, force: Bool) throws -> String {
    try? File.remove(index)
    try staging.run(["read-tree"] + (former.map { [$0] } ?? ["--empty"]))
    if let former {
      let present = try staging.run(["ls-tree", "-r", "-z", "--name-only", former]).split(separator: 0).map {
        String(decoding: $0, as: UTF8.self)
      }
      var ours: Set<String> = []
      if present.contains(StagedSite.manifest) {
        ours =
          OutputFolder.paths(ofManifest: OutputFolder.lines(try staging.run(["cat-file", "blob", "\(former):\(StagedSite.manifest)"])))
          ?? []
      }
      // What GitHub's settings write is no reason to ask.
      let theirs = present.filter { !ours.contains($0) && !$0.hasPrefix(".") && $0 != "CNAME" }
      if !force, ours.isEmpty, let example = theirs.first { throw PublishingError.notOurs(place: place, example: example) }
      if !force, let path = Set(theirs).intersection(site.files).min() { throw PublishingError.occupied(place: place, path: path) }
      let gone = ours.intersection(present)
      try staging.run(["update-index", "--force-remove", "-z", "--stdin"], input: StagedSite.list(gone.sorted()))
    }
    try staging.run(["update-index", "--add"] + (force ? ["--replace"] : []) + ["-z", "--stdin"], input: StagedSite.list(site.paths))
    return try staging.line(["write-tree"])
  }

  private func changes(from former: String, to tree: String) throws -> SiteChanges {
    let answer = try staging.run(["diff-tree", "-r", "-z", "--no-renames", "--name-status", former, tree])
    let parts = answer.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var paths: [String: Set<String>] = [:]
    for (status, path) in zip(parts.striding(by: 2), parts.dropFirst().striding(by: 2)) where path != StagedSite.manifest {
      paths[status, default: []].insert(path)
    }
    let added = paths.removeValue(forKey: "A") ?? [], removed = paths.removeValue(forKey: "D") ?? []
    let changed = Set(paths.values.joined())
    return SiteChanges(files: site.files, added: added, changed: changed, removed: Array(removed))
  }

  private func message(_ changes: SiteChanges) throws -> String {
    let source = try git.attempt(["rev-parse", "--quiet", "--verify", "HEAD"])
    return "Publish the site: \(changes.counts)" + (OutputFolder.lines(source.output).first.map { "\n\nBuilt from \($0)" } ?? "")
  }

  private func push(_ tree: String, after former: String?, message: String) throws {
    let parent = keepsHistory ? former.map { ["-p", $0] } ?? [] : []
    let commit = OutputFolder.lines(try git.run(["commit-tree", tree] + parent, input: Array(message.utf8)))[0]
    let arguments = ["push", "--quiet", "--force-with-lease=\(reference):\(former ?? "")", "--", remote, "\(commit):\(reference)"]
    let result = try git.attempt(arguments)
    if result.message.contains("stale info") { throw PublishingError.moved(branch: place) }
    guard result.status == 0 else { throw git.failure(arguments, result) }
  }
}

extension ExternalProgram {
  /// The first line of the answer.
  fileprivate func line(_ arguments: [String]) throws -> String { OutputFolder.lines(try run(arguments)).first ?? "" }
}

extension Sequence {
  /// Every `step`-th element, beginning with the first.
  fileprivate func striding(by step: Int) -> [Element] { enumerated().filter { $0.offset % step == 0 }.map(\.element) }
}
