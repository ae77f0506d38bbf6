internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// A file of a page that became part of another one, as it was before: by this the two can be parted again.
struct JoinedPart: Sendable, Hashable, Codable {
  /// Whose the text was.
  enum Origin: String, Sendable, Hashable, Codable {
    /// An import's: what that would write now comes back.
    case imported
    /// A person's, written or edited.
    case person
    /// A person's, beside an imported page, with which it goes and comes back (``CarriedTranslations``).
    case translation
  }

  /// The page that went: `questions/old`. The page that took it in names it under `redirects`, wherever that stands by now.
  let page: String
  /// The file, below the content folder.
  let path: String
  let text: String
  let origin: Origin
  /// The file of that language which took it in, before; `nil` where there was none.
  let own: String?

  var language: LanguageTag? { try? Document.FileName.parse(path).get().language }

  var slug: String { String(page.split(separator: "/").last ?? "") }

  /// Of an imported page.
  var id: String? { FrontMatter.split(SourceFile(path: path, text: text)).frontMatter.text("id")?.value }

  var title: String? { FrontMatter.split(SourceFile(path: path, text: text)).frontMatter.text("title")?.value }

  /// One line, keys in a fixed order.
  func write(to json: inout JSONText) {
    json.raw("{\"page\":")
    json.string(page)
    json.raw(",\"path\":")
    json.string(path)
    json.raw(",\"text\":")
    json.string(text)
    json.raw(",\"origin\":")
    json.string(origin.rawValue)
    if let own {
      json.raw(",\"own\":")
      json.string(own)
    }
    json.raw("}\n")
  }
}

extension ContentStore {
  /// The file into which a page went that people joined to another one; `nil` where none names it, or a page stands again where it
  /// stood.
  func holder(of part: JoinedPart) -> ContentFile? {
    let page = DocumentID(section: .questions, slug: part.slug)
    return part.origin == .translation || !versions(of: page).isEmpty ? nil : file(naming: part)
  }

  /// The file of a part's language that names it as its former address.
  func file(naming part: JoinedPart) -> ContentFile? { files(naming: part.page).first { $0.language == part.language } }
}
