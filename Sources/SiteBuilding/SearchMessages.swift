import ContentModel

/// What the search client tells readers: the interface strings whose keys begin with `results`.
enum SearchMessages {
  private static let prefix = "results"

  /// By language, under the rest of the key: `resultsFound` is `found`.
  static func make(_ theme: Theme) -> [LanguageTag: [String: String]] {
    theme.strings.mapValues { strings in
      Dictionary(
        uniqueKeysWithValues: strings.compactMap { key, text in
          guard key.hasPrefix(prefix), let first = key.dropFirst(prefix.count).first, first.isUppercase else { return nil }
          return (first.lowercased() + key.dropFirst(prefix.count + 1), text)
        })
    }
  }
}
