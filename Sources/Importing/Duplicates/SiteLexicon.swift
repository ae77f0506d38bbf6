internal import ContentModel
internal import Terminology

extension Lexicon {
  /// The lexicon that ships with the program, and what the term pages of a site add: names of concepts that it knows, and
  /// concepts of the site's own.
  ///
  /// Proposed concepts add nothing: an import makes them of what it reads, and must not read otherwise for it the next time.
  init(termPages documents: [Document]) {
    let pages = Dictionary(grouping: documents.filter { $0.id.section == .terms && $0.status != .proposed }, by: \.id.slug)
    let known = LexiconNames.standard
    var extended: [Int: LexiconConcept] = [:]
    var own: [LexiconConcept] = []
    for (slug, versions) in pages.sorted(by: { $0.key < $1.key }) {
      let page = LexiconConcept(termPage: slug, versions)
      let meant = Set(page.names.flatMap(known.concepts(named:)))
      let unknown = page.keeping { known.concepts(named: $0).isEmpty }
      if unknown.names.isEmpty { continue }
      // A page whose names are those of several concepts says nothing of whose the others are.
      if meant.count > 1 { continue }
      if let concept = meant.first {
        extended[concept] = (extended[concept] ?? known.concepts[concept]).adding(unknown)
      } else {
        own.append(unknown)
      }
    }
    self = extended.isEmpty && own.isEmpty ? .standard : Lexicon(concepts: known.concepts + extended.values + own)
  }
}

extension LexiconConcept {
  /// A concept as the versions of its page name it. Names in the other language count where it has no page.
  fileprivate init(termPage slug: String, _ versions: [Document]) {
    var chinese: [String] = [], english: [String] = [], abbreviations: [String] = []
    for document in versions {
      let isChinese = document.language == .chinese
      let names = [document.title] + document.texts("admitted") + document.texts("deprecated")
      let translations = document.texts("translation")
      chinese += isChinese ? names : translations
      english += isChinese ? translations : names
      english += document.texts("full-form")
      abbreviations += document.texts("abbreviation")
    }
    self.init(id: "terms/\(slug)", chinese: chinese, english: english, abbreviations: abbreviations)
  }

  fileprivate func keeping(_ isKept: (String) -> Bool) -> LexiconConcept {
    LexiconConcept(
      id: id, chinese: chinese.filter(isKept), english: english.filter(isKept), abbreviations: abbreviations.filter(isKept), field: field,
      within: within, near: near, settings: settings)
  }

  fileprivate func adding(_ other: LexiconConcept) -> LexiconConcept {
    LexiconConcept(
      id: id, chinese: chinese + other.chinese, english: english + other.english, abbreviations: abbreviations + other.abbreviations,
      field: field, within: within, near: near, settings: settings)
  }
}
