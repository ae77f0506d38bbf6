extension ScrapedDocument {
  /// A web page: its lines as a reader sees them, those outside of the article marked as such.
  ///
  /// - Parameter text: UTF-8, with `\n` as line break.
  /// - Throws: ``UnreadableDocument`` for a page that no browser would show either. O(bytes).
  package init(path: String, html text: [UInt8]) throws(UnreadableDocument) {
    let vocabulary = HTMLVocabulary.standard
    let tree = try HTMLTree(NamedReferences.resolve(text), path: path)
    let meta = PageMetadata(of: tree)
    let content = MainContent(of: tree, vocabulary)
    let title = PageTitle(of: tree, meta: meta, content: content, vocabulary)
    let provenance = Provenance(of: tree, meta: meta, title: title, content: content, source: text)
    var boxes = content.nodes
    if let heading = title.node, !boxes.contains(where: { $0 <= heading && heading < tree.end($0) }) {
      boxes = (boxes + [heading]).sorted()
    }
    let links = LinkResolver(vocabulary: vocabulary, base: provenance.url)
    var reader = BlockReader(tree: tree, vocabulary: vocabulary, links: links, content: boxes)
    let lines = reader.read(1..<max(1, tree.count))
    self.init(path: path, format: .html, lines: lines, hidden: reader.hidden, provenance: provenance, title: title.text)
  }
}
