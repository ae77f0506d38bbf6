import ContentModel

/// The files of a site that are as the build before left them, where nothing but the text of pages was edited.
enum UntouchedFiles {
  /// No default among the kinds of pages: a new one must say what it shows of texts.
  /// - Parameter files: what machines read of the site, and what pages share.
  static func paths(_ pages: [SitePage], _ files: [OutputFile], in model: SiteModel, since edits: TextEdits?) -> Set<String> {
    guard let edits, let touched = edits.touched else { return [] }
    let twins = Set(edits.bodies.map { MarkdownTwins.path(of: $0.body.document, model.routes) })
    var paths = Set<String>(minimumCapacity: pages.count + files.count)
    for page in pages {
      switch page.subject {
      // It counts mentions, and holds a text of its own.
      case .home: continue
      case .document(let id, _), .parallel(let id, _): if touched.contains(id) { continue }
      // They show titles, summaries, definitions and answers: `TextEdits` says where one of those changed.
      case .list, .termsByField, .recent, .tags, .tag, .search, .practice, .offline, .notFound, .redirect: break
      }
      paths.insert(page.path)
    }
    for file in files where !twins.contains(file.path) { paths.insert(file.path) }
    return paths
  }
}
