import ContentModel
import Diagnostics

/// What pages say of each other: read from front matter and from the mentions that were linked.
struct SiteRelations: Sendable {
  /// A page that names a concept.
  struct Backlink: Sendable {
    let origin: DocumentID
    let language: LanguageTag
  }

  private(set) var backlinks: [DocumentID: [Backlink]] = [:]
  private(set) var related: [DocumentID: [DocumentID]] = [:]
  private(set) var broader: [DocumentID: [DocumentID]] = [:]
  private(set) var narrower: [DocumentID: [DocumentID]] = [:]
  private(set) var see: [DocumentID: [DocumentID]] = [:]
  /// Pages that name a source.
  private(set) var citedBy: [DocumentID: [DocumentID]] = [:]
  /// Pages by tag.
  let tagged: [String: [DocumentID]]
  private(set) var diagnostics: [Diagnostic] = []

  init(corpus: Corpus, links: LinkResolver, tags: TagVocabulary, bodies: Bodies) {
    tagged = corpus.tagged
    for document in corpus.documents {
      related.append(resolve("related", of: document, in: document.id.section, links, corpus), to: document.id)
      if document.id.section == .terms {
        let wider = resolve("broader", of: document, in: .terms, links, corpus)
        broader.append(wider, to: document.id)
        for concept in wider { narrower.append([document.id], to: concept) }
        see.append(resolve("see", of: document, in: .terms, links, corpus), to: document.id)
      }
      _ = resolve("no-link", of: document, in: .terms, links, corpus)
      for source in document.texts("sources") where !source.contains("://") {
        let target = links.target(named: source, in: .sources)
        if let id = target?.page {
          // Documents come sorted: two languages of a page stand together.
          if citedBy[id]?.last != document.id { citedBy[id, default: []].append(document.id) }
        } else if target == nil {
          unknown(source, key: "sources", of: document, nearest: links.nearest(to: DocumentID(section: .sources, slug: source)))
        }
      }
      if !tags.ids.isEmpty { checkTags(of: document, tags) }
    }
    for cycle in BroaderCycles.find(in: broader) { report(cycle, in: corpus) }
    for document in corpus.documents {
      for concept in bodies.concepts(in: document) {
        backlinks[concept, default: []].append(Backlink(origin: document.id, language: document.language))
      }
    }
    // A relation holds both ways, whoever states it.
    for (id, others) in related.sorted(by: { $0.key < $1.key }) {
      for other in others { related.append([id], to: other) }
    }
  }

  private mutating func resolve(
    _ key: String, of document: Document, in section: DocumentID.Section, _ links: LinkResolver, _ corpus: Corpus
  ) -> [DocumentID] {
    document.texts(key).compactMap { name in
      let target = links.target(named: name, in: section)
      if case .successor(let id, _) = target {
        let place = self.place(of: name, key: key, in: document)
        // What a page took in is no other page.
        guard id != document.id else {
          diagnostics.append(
            Diagnostic(
              .note, rule: "former-name", "\"\(name)\" in \"\(key)\" is part of this page now", at: place, suggestion: "remove \"\(name)\"")
          )
          return nil
        }
        diagnostics.append(.formerName(name, of: id, at: place, writing: name.contains("/") ? id.description : id.slug))
        return id
      }
      guard let id = target?.page else {
        if target != nil { return nil }
        let slug = name.split(separator: "/").last.map(String.init) ?? name
        let named = corpus.ids(in: section).first { id in
          corpus.versions(of: id).contains { $0.title.lowercased() == name.lowercased() || $0.texts("admitted").contains(name) }
        }
        unknown(
          name, key: key, of: document, nearest: named?.slug ?? links.nearest(to: DocumentID(section: section, slug: slug)))
        return nil
      }
      guard id != document.id else {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "self-reference", "page names itself in \"\(key)\"", at: place(of: name, key: key, in: document),
            suggestion: "remove \"\(name)\""))
        return nil
      }
      return id
    }
  }

  private mutating func unknown(_ name: String, key: String, of document: Document, nearest: String?) {
    diagnostics.append(
      Diagnostic(
        .warning, rule: "unknown-page", "\"\(name)\" in \"\(key)\" is no page of the site",
        at: place(of: name, key: key, in: document), suggestion: nearest.map { "write \"\($0)\"" } ?? "remove it, or add the page"))
  }

  private mutating func checkTags(of document: Document, _ tags: TagVocabulary) {
    for key in ["tags", "field"] {
      for tag in document.texts(key) where !tags.contains(tag) {
        diagnostics.append(
          Diagnostic(
            .warning, rule: "unknown-tag", "\(key == "field" ? "field" : "tag") \"\(tag)\" has no names in tags.yml",
            at: place(of: tag, key: key, in: document),
            suggestion: NearMiss.suggestion(for: tag, among: tags.ids).map { "write \"\($0)\"" } ?? "add it to tags.yml"))
      }
    }
  }

  private mutating func report(_ cycle: [DocumentID], in corpus: Corpus) {
    let (narrow, wide) = (cycle[cycle.count - 2], cycle[cycle.count - 1])
    let versions = corpus.versions(of: narrow)
    guard let document = versions.first(where: { $0.texts("broader").contains { wide.isNamed(by: $0) } }) ?? versions.first,
      let name = document.texts("broader").first(where: { wide.isNamed(by: $0) })
    else { return }
    diagnostics.append(
      Diagnostic(
        .warning, rule: "broader-cycle",
        "concept is broader than itself: \(cycle.map(\.slug).joined(separator: " → "))",
        at: place(of: name, key: "broader", in: document),
        suggestion: "remove \"\(name)\" here, or one of the others of that circle"))
  }

  private func place(of name: String, key: String, in document: Document) -> SourceLocation {
    let text = document.frontMatter.list(key).first { $0.value == name }
    return text.map { document.file.location(of: $0.range) } ?? document.location(of: key)
  }
}

extension Corpus {
  /// Pages by tag.
  var tagged: [String: [DocumentID]] {
    var tagged: [String: [DocumentID]] = [:]
    // Documents come sorted: two languages of a page stand together.
    for document in documents {
      for tag in document.tags where tagged[tag]?.last != document.id { tagged[tag, default: []].append(document.id) }
    }
    return tagged
  }
}

extension DocumentID {
  /// Whether front matter means this page by the name: `lora`, `terms/lora`, `lora.zh.md`.
  fileprivate func isNamed(by name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return last == slug || last.hasPrefix(slug + ".") && last.hasSuffix(".md")
  }
}

extension Dictionary where Key == DocumentID, Value == [DocumentID] {
  /// Appends what is not there yet: two languages of a page state the same relation.
  fileprivate mutating func append(_ ids: [DocumentID], to key: DocumentID) {
    for id in ids where self[key]?.contains(id) != true { self[key, default: []].append(id) }
  }
}
