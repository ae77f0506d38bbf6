internal import ContentModel
internal import Diagnostics
internal import Encodings

/// An SVG of `Content/assets/`, ready to stand inside a page: it then takes the page's colours and type, its words can be
/// selected, and the page asks for one file less.
///
/// One file serves all languages: of elements with a `lang`, a page shows those of its own.
struct Picture: Sendable, Equatable {
  /// The start tag up to where its attributes end, by language.
  private var head: [LanguageTag: [UInt8]] = [:]
  /// What follows the start tag.
  private var body: [LanguageTag: [UInt8]] = [:]

  /// Reads a picture; what it holds beside shapes and words is left out and reported. `nil` where it is no SVG. O(bytes)
  /// for each language.
  static func read(_ file: SourceFile, path: String, languages: [LanguageTag]) -> (picture: Picture?, diagnostics: [Diagnostic]) {
    var picture = Picture()
    var diagnostics: [Diagnostic] = []
    for language in languages {
      let reader = PictureReader(file: file, prefix: prefix(of: path), language: language)
      guard let (head, body) = reader.read() else { return (nil, reader.diagnostics) }
      (picture.head[language], picture.body[language]) = (head, body)
      for fault in reader.diagnostics where !diagnostics.contains(fault) { diagnostics.append(fault) }
    }
    return (picture, diagnostics)
  }

  /// The picture as part of a page; `description` is what people hear who do not see it.
  func html(in language: LanguageTag, description: String) -> [UInt8]? {
    guard let head = head[language], let body = body[language] else { return nil }
    var out = head
    if description.isEmpty {
      out += Array(" aria-hidden=\"true\"".utf8)
    } else {
      out += Array(" role=\"img\" aria-label=\"".utf8)
      out.appendEscaped(description)
      out.append(UInt8(ascii: "\""))
    }
    return out + [UInt8(ascii: ">")] + body
  }

  /// What the ids of a picture begin with, so that two on one page do not share any: its path, in letters and digits.
  private static func prefix(of path: String) -> String {
    String(path.dropLast(4).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }) + "-"
  }
}
