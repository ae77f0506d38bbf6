/// What is known of a page in one language beside its version in another.
public enum TranslationState: Sendable {
  /// The page was written in this language, or nothing says that it was translated.
  case original
  /// It says which text it translates, and that text stands as it was.
  case current(source: Document)
  /// The text that it translates has changed since, or is gone and another took its place.
  case stale(source: Document)
}

extension Corpus {
  /// Whether a version is up to date with the one that it translates: the version whose text has the hash that it names, else
  /// the first of the others in the order of `languages`. O(body).
  public func translationState(of document: Document, languages: [LanguageTag]) -> TranslationState {
    guard let hash = document.translatedFrom else { return .original }
    let others = otherVersions(of: document, languages: languages)
    if let source = others.first(where: { $0.translationHash == hash }) { return .current(source: source) }
    return others.first.map { .stale(source: $0) } ?? .original
  }

  /// The page in its other languages, in the order of `languages`.
  public func otherVersions(of document: Document, languages: [LanguageTag]) -> [Document] {
    let versions = versions(of: document.id)
    return languages.filter { $0 != document.language }.compactMap { language in versions.first { $0.language == language } }
  }
}
