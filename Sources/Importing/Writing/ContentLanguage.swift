internal import ContentModel
internal import HanText

/// The language of imported text by its script.
enum ContentLanguage {
  /// Chinese where the title has Han characters, or enough of the text has; else English.
  static func of(title: String, text: @autoclosure () -> String) -> LanguageTag {
    if title.unicodeScalars.contains(where: HanScript.contains) { return .chinese }
    return HanScript.share(of: text().prefix(4000)) > 0.1 ? .chinese : .english
  }
}
