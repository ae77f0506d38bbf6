public import Diagnostics
internal import Glibc

extension Document {
  /// Reads a content file; `path` is relative to the content folder: `terms/lora.zh.md`.
  ///
  /// A file that cannot become a page gives `nil` and says why; other faults leave the page and say where.
  public static func decode(_ file: SourceFile, path: String, languages: [LanguageTag]) -> (Document?, [Diagnostic]) {
    let whole = file.location(of: 0..<1)
    let name: FileName
    switch FileName.parse(path, languages: languages) {
    case .success(let parsed): name = parsed
    case .failure(let fault):
      return (nil, [Diagnostic(.error, rule: "file-name", fault.summary, at: whole, suggestion: fault.suggestion)])
    }
    if let offset = UTF8Validation.firstFault(in: file.bytes) {
      return (
        nil,
        [
          Diagnostic(
            .error, rule: "invalid-utf8", "text is not UTF-8 from here on", at: file.location(of: offset..<offset + 1),
            suggestion: "save the file as UTF-8")
        ]
      )
    }
    if let offset = firstNUL(in: file.bytes) {
      return (
        nil,
        [
          Diagnostic(
            .error, rule: "nul-byte", "NUL byte in text", at: file.location(of: offset..<offset + 1),
            suggestion: "remove it")
        ]
      )
    }
    let split = FrontMatter.split(file)
    var diagnostics = split.diagnostics
    let schema = FrontMatterSchema.of(name.id.section)
    diagnostics += schema.validate(split.frontMatter, in: file)
    if let offset = ConflictMarkers.first(in: file.bytes) {
      diagnostics.append(
        Diagnostic(
          .error, rule: "open-conflict", "conflict of an import is still marked in the text", at: file.location(of: offset..<offset + 7),
          suggestion: "choose between the marked texts and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"))
    }
    if name.id.section == .terms { diagnostics += ContradictingNames.diagnostics(in: split.frontMatter, of: file) }
    guard let title = split.frontMatter.text("title")?.value else {
      if split.diagnostics.isEmpty {
        let entry = split.frontMatter.entries.first { $0.key.value == "title" }
        diagnostics.append(
          Diagnostic(
            .error, rule: "missing-title", entry == nil ? "page without a title" : "empty title",
            at: entry.map { file.location(of: $0.key.range) } ?? whole,
            suggestion: entry != nil || !split.frontMatter.entries.isEmpty
              ? "write what the page is called: title: …" : "begin the file with front matter: ---, title: …, ---"))
      }
      return (nil, diagnostics)
    }
    return (
      Document(
        id: name.id, language: name.language, file: file, body: split.body, frontMatter: split.frontMatter, title: title,
        status: split.frontMatter.text("status").flatMap { Status(rawValue: $0.value) } ?? .published,
        tags: split.frontMatter.list("tags").map(\.value),
        date: split.frontMatter.text("date").flatMap { CalendarDate($0.value) },
        updated: split.frontMatter.text("updated").flatMap { CalendarDate($0.value) }),
      diagnostics
    )
  }

  private static func firstNUL(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let found = memchr(start, 0, buffer.count) else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }

  /// What the path of a content file says: `questions/what-is-lora.zh.md`.
  package struct FileName {
    package let id: DocumentID
    package let language: LanguageTag

    package struct Fault: Error {
      let summary: String
      let suggestion: String
    }

    /// - Parameter languages: those of the site; `nil` allows any.
    package static func parse(_ path: String, languages: [LanguageTag]? = nil) -> Result<FileName, Fault> {
      let parts = path.utf8.split(separator: UInt8(ascii: "/"))
      guard parts.count == 2, let section = DocumentID.Section(rawValue: String(Substring(parts[0]))) else {
        let sections = DocumentID.Section.allCases.map(\.rawValue).joined(separator: "/, ") + "/"
        return .failure(Fault(summary: "file is in no section", suggestion: "put it directly into one of \(sections)"))
      }
      let fields = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard fields.count >= 3, let tag = LanguageTag(Substring(fields[fields.count - 2])), languages?.contains(tag) ?? true
      else {
        let names = (languages ?? []).map(\.rawValue).joined(separator: " or ")
        return .failure(
          Fault(
            summary: "file name does not end in a language of the site and .md",
            suggestion: "name it slug.\(languages?.first?.rawValue ?? "zh").md (the language is \(names))"))
      }
      let slug = String(Substring(parts[1][..<fields[fields.count - 3].endIndex]))
      guard isSlug(slug) else {
        return .failure(
          Fault(summary: "\"\(slug)\" is no slug", suggestion: "use ASCII letters, digits, hyphens and underscores"))
      }
      return .success(FileName(id: DocumentID(section: section, slug: slug), language: tag))
    }

    /// Letters, digits, `-`, `_` and inner `.`: nothing that an address, a shell or Windows takes for something else.
    package static func isSlug(_ slug: String) -> Bool {
      !slug.isEmpty && !slug.hasPrefix(".") && !slug.hasSuffix(".") && slug.utf8.count <= 120
        && slug.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
        }
    }
  }
}
