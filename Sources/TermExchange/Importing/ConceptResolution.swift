internal import ContentModel
internal import HanText

/// Decides which concept of the content an imported one is.
struct ConceptResolution {
  private let slugs: Set<String>
  /// Slugs by preferred name, folded; several where concepts share it.
  private var byName: [String: Set<String>] = [:]
  private var taken: Set<String>
  /// New concepts of the import by name: a second row without an id that has it is the same.
  private var newByName: [String: String] = [:]

  init(_ corpus: Corpus) {
    slugs = Set(corpus.ids(in: .terms).map(\.slug))
    taken = slugs
    for document in corpus.documents where document.id.section == .terms {
      let names = [document.title] + document.texts("translation").prefix(1)
      for name in names { byName[Self.folded(name), default: []].insert(document.id.slug) }
    }
  }

  /// The concept with this id; else the one that has all these preferred names and no other has any; else a new one,
  /// named for its id where that can be a slug, or for its names.
  mutating func slug(of concept: ExchangedConcept) -> String {
    if slugs.contains(concept.slug) { return concept.slug }
    let titles = concept.pages.values.flatMap { $0["title"] }
    let known = titles.map { byName[Self.folded($0)] ?? [] }.filter { !$0.isEmpty }
    let common = known.dropFirst().reduce(known.first ?? []) { $0.intersection($1) }
    if common.count == 1, let only = common.first { return only }
    if concept.slug.isEmpty, let same = titles.compactMap({ newByName[Self.folded($0)] }).first { return same }
    let english = concept.pages[.english].flatMap { $0["title"].first }
    let wanted = Document.FileName.isSlug(concept.slug) ? concept.slug : Slug.make(from: english ?? titles.min() ?? "")
    let name = wanted.isEmpty ? "term" : String(wanted.prefix(80))
    var slug = name
    var copy = 1
    while !taken.insert(slug).inserted {
      copy += 1
      slug = "\(name)-\(copy)"
    }
    for title in titles where newByName[Self.folded(title)] == nil { newByName[Self.folded(title)] = slug }
    return slug
  }

  private static func folded(_ name: String) -> String {
    WidthFolding.fold(name).lowercased().filter { !$0.isWhitespace && $0 != "-" }
  }
}
