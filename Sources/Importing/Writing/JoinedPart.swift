internal import ContentModel
internal import Diagnostics
internal import FileSystem

/// A file of a page that people had joined to another one, as it was before: by this the two can be parted again.
struct JoinedPart: Sendable, Hashable, Codable {
  /// The page that went: `questions/old`. The page that took it in names it under `redirects`, wherever that stands by now.
  let page: String
  /// The file, below the content folder.
  let path: String
  let text: String
  /// Whether the text was as an import wrote it: then what the import would write now comes back.
  let isAsImported: Bool
  /// The file of that language which took it in, before; `nil` where there was none.
  let own: String?
  /// Whether it went with an imported page, and is to come back with it (``CarriedTranslations``); `nil` for no.
  var carried: Bool?

  var isCarried: Bool { carried == true }

  init(page: String, path: String, text: String, isAsImported: Bool, own: String?, isCarried: Bool = false) {
    (self.page, self.path, self.text, self.isAsImported, self.own) = (page, path, text, isAsImported, own)
    carried = isCarried ? true : nil
  }

  var language: LanguageTag? { try? Document.FileName.parse(path).get().language }

  var slug: String { String(page.split(separator: "/").last ?? "") }

  /// Of an imported page.
  var id: String? { FrontMatter.split(SourceFile(path: path, text: text)).frontMatter.text("id")?.value }

  var title: String? { FrontMatter.split(SourceFile(path: path, text: text)).frontMatter.text("title")?.value }

  /// Writes what the next import must remember.
  static func stage(_ parts: [JoinedPart], in transaction: inout ContentTransaction) throws {
    var json = JSONText()
    for part in parts { part.write(to: &json) }
    try File.writeInPlace(json.bytes, to: transaction.stage(ContentStore.joinedPath))
  }

  /// One line, keys in a fixed order.
  private func write(to json: inout JSONText) {
    json.raw("{\"page\":")
    json.string(page)
    json.raw(",\"path\":")
    json.string(path)
    json.raw(",\"text\":")
    json.string(text)
    json.raw(",\"isAsImported\":")
    json.bool(isAsImported)
    if let own {
      json.raw(",\"own\":")
      json.string(own)
    }
    if isCarried { json.raw(",\"carried\":true") }
    json.raw("}\n")
  }
}

extension ContentStore {
  /// The file into which a part went; `nil` where none names it, or a page stands again where it stood.
  func holder(of part: JoinedPart) -> ContentFile? {
    guard !part.isCarried, !allFiles.contains(where: { $0.document?.description == part.page }) else { return nil }
    return file(naming: part)
  }

  /// The file of a part's language that names it as its former address.
  func file(naming part: JoinedPart) -> ContentFile? {
    allFiles.first { $0.redirects.contains(part.page) && $0.language == part.language }
  }
}
