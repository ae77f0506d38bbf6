import ContentModel
import Diagnostics
import FileSystem
import Glibc
import MarkdownTree
import SiteBuilding
import SiteDelivery

/// Measures the parts of a build, in CPU seconds of all cores: `part<TAB>seconds`, a line each.
struct BuildParts {
  let folder: String

  func measure() async throws {
    let path = Path.join(folder, "ciyuan.yml")
    let (configuration, _) = SiteConfiguration.parse(SourceFile(path: path, bytes: try File.read(path)))
    var clock = ProcessorClock()
    let input = try await SiteInput.load(configuration: configuration, root: folder, includesDrafts: false)
    clock.report("load")

    // The body of a page by itself, on one core; what is left of its stage are links, terms and texts for search.
    var trees: [MarkdownTree] = []
    for document in input.corpus.documents { trees.append(MarkdownTree.parse(document.file, body: document.body).tree) }
    let parse = clock.lap()
    for tree in trees { _ = tree.html() }
    let render = clock.lap()
    trees = []
    print("parse\t\(parse)\nrender bodies\t\(render)")

    _ = clock.lap()
    let output = await buildSite(
      input,
      finished: { stage in
        let seconds = clock.lap()
        print(stage == .bodies ? "link\t\(max(0, seconds - parse - render))" : "\(stage.rawValue)\t\(seconds)")
      })
    _ = clock.lap()
    let files = await ParallelMap.run(output.files) { $0.made }
    clock.report("pages")
    let target = Path.join(folder, "site-of-parts-\(getpid())")
    _ = try SiteWriter(folder: target).write(files)
    clock.report("write")
    try Folder.remove(target)
  }
}
