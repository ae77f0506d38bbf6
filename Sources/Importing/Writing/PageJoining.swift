internal import ContentModel
internal import Diagnostics

/// Two files of one language as one: no text, list or date of either is lost. Comments between and behind the keys stand
/// before them afterwards.
enum PageJoining {
  /// The text of the file that stays, with what the other one says below its own answer, the other title and what it is
  /// known by among the aliases, and the page that goes among the redirects. Where only the other one was imported, its
  /// identity goes along, so that later imports go on with it.
  static func join(_ text: String, with other: String, from page: DocumentID, language: LanguageTag) -> String {
    let (own, came) = (FrontMatter.split(SourceFile(path: "", text: text)), FrontMatter.split(SourceFile(path: "", text: other)))
    var matter = FrontMatterText()
    let isStub = own.frontMatter.text("status")?.value == "stub" && came.frontMatter.text("status")?.value != "stub"
    for entry in own.frontMatter.entries where !joined.contains(entry.key.value) {
      if entry.key.value == "status", isStub { continue }
      switch entry.value {
      case .text(let value): matter.add(entry.key.value, value.value)
      case .list(let list): matter.add(entry.key.value, list.map(\.value))
      }
    }
    if isStub { matter.add("status", came.frontMatter.text("status")?.value) }
    for key in taken where key != "status" && own.frontMatter.text(key) == nil {
      matter.add(key, came.frontMatter.text(key)?.value)
    }
    let title = ComparableText.squash(own.frontMatter.text("title")?.value ?? "")
    for key in joined {
      var values = own.frontMatter.list(key).map(\.value)
      if key == "aliases", let title = came.frontMatter.text("title")?.value { values.append(title) }
      values += came.frontMatter.list(key).map(\.value)
      if key == "redirects" { values.append(page.description) }
      var seen: Set<String> = key == "aliases" ? [title] : []
      matter.add(key, values.filter { seen.insert(key == "aliases" ? ComparableText.squash($0) : $0).inserted })
    }
    let answer = [summary(came.frontMatter), body(other, came.body)].filter { !$0.isEmpty }.joined(separator: "\n\n")
    let before = body(text, own.body), bodies = [before, FootnoteLabels(of: answer, below: before).distinct(answer)]
    let separator = bodies.contains("") ? "" : "\n\n\(heading(language))\n\n"
    return withComments(of: [text, other], matter.file(body: bodies.joined(separator: separator)))
  }

  /// Above what is not of the page's own author.
  static func heading(_ language: LanguageTag) -> String {
    language == .chinese ? "## 其他来源的回答" : "## Answers from other sources"
  }

  /// The file with the comments of other heads at the beginning of its own.
  static func withComments(of texts: [String], _ file: String) -> String {
    var seen: Set<Substring> = []
    let comments = texts.flatMap { text in
      let head = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix { $0 != "---" }
      return head.compactMap(comment).filter { seen.insert($0).inserted }
    }
    guard !comments.isEmpty, file.hasPrefix("---\n") else { return file }
    return "---\n" + comments.joined(separator: "\n") + "\n" + file.dropFirst(4)
  }

  /// The comment of a line of a head: all of it, or what stands behind a value.
  private static func comment(in line: Substring) -> Substring? {
    if line.drop(while: { $0 == " " }).hasPrefix("#") { return line }
    var quote: Character?, previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open, previous != "\\" { quote = nil }
      } else if character == "#", previous == " " {
        return line[index...]
      } else if character == "\"" || character == "'", " [".contains(previous) {
        quote = character
      }
      previous = character
    }
    return nil
  }

  /// The file of a page that goes, as a version of the page that stays in a language which that does not have.
  static func moved(_ text: String, from page: DocumentID) -> String {
    let split = FrontMatter.split(SourceFile(path: "", text: text))
    var matter = FrontMatterText()
    for entry in split.frontMatter.entries where entry.key.value != "redirects" {
      switch entry.value {
      case .text(let value): matter.add(entry.key.value, value.value)
      case .list(let list): matter.add(entry.key.value, list.map(\.value))
      }
    }
    matter.add("redirects", split.frontMatter.list("redirects").map(\.value) + [page.description])
    return withComments(of: [text], matter.file(body: body(text, split.body)))
  }

  /// Texts that come with the other file where the one that stays has none.
  static let taken = ["id", "merged", "date", "updated", "status"]

  /// Lists in which what both files say stands.
  static let joined = ["aliases", "tags", "related", "sources", "origins", "redirects", "no-link", "allow"]

  static func body(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self).trimmingBlankLines()
  }

  private static func summary(_ matter: FrontMatter) -> String { matter.text("summary")?.value ?? "" }
}

extension String {
  func trimmingBlankLines() -> String {
    let isBreak: (Character) -> Bool = { $0.isNewline }
    return String(drop(while: isBreak).reversed().drop { $0.isWhitespace }.reversed())
  }
}
