internal import ContentModel

/// Writes the file of one source: where a document comes from, and what became of it.
struct SourceDrafting {
  let source: ImportedSource
  /// Of which it is a copy.
  var original: ImportedSource?

  func draft() -> ContentDraft {
    var matter = FrontMatterText()
    matter.add("title", source.title)
    matter.add("id", source.id)
    matter.add("author", source.author)
    matter.add("url", source.url)
    matter.add("licence", source.licence)
    matter.add("published", source.published)
    matter.add("hash", source.hash)
    matter.add("copy-of", original?.slug)
    let language = LanguageTag(source.language) ?? .chinese
    return ContentDraft(
      id: source.id, section: .sources, language: language, slug: source.slug,
      text: matter.file(body: body(isChinese: language == .chinese)), members: [])
  }

  private func body(isChinese: Bool) -> String {
    let questions = source.items.count { $0.kind != "definition" }, terms = source.terms.count
    // Folder and file: where they lie on somebody's machine is not for readers.
    let document = MarkdownEscaping.codeSpan(source.document.split(separator: "/").suffix(2).filter { $0 != ".." }.joined(separator: "/"))
    let account =
      isChinese
      ? "导入自 \(document)：\(questions) 个问题，\(terms) 个术语。"
      : "Imported from \(document): \(questions) questions, \(terms) terms."
    let rest = source.rest ?? []
    return ([account] + (rest.isEmpty ? [] : [isChinese ? "## 其余内容" : "## What else it says"]) + rest).joined(separator: "\n\n")
  }
}
