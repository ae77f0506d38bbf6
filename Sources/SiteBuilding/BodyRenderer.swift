import ContentModel
import Diagnostics
import MarkdownTree
import Terminology
import Typesetting

/// Turns a document's Markdown into HTML: links resolved, terms linked.
struct BodyRenderer: Sendable {
  /// All that a body follows from beside its document. A body is used again as long as these are equal, and the compiler
  /// writes that comparison over every part: what a renderer shall look at is added here and nowhere else.
  struct Surroundings: Sendable, Equatable {
    let routes: RouteTable
    let links: LinkResolver
    let glossary: Glossary
    let pictures: PictureSet
  }

  let surroundings: Surroundings
  let formulas: FormulaTypesetter
  let code: CodeHighlighter

  private var routes: RouteTable { surroundings.routes }
  private var links: LinkResolver { surroundings.links }
  private var glossary: Glossary { surroundings.glossary }
  private var pictures: PictureSet { surroundings.pictures }

  init(
    routes: RouteTable, links: LinkResolver, glossary: Glossary, formulas: FormulaTypesetter, code: CodeHighlighter,
    pictures: PictureSet = PictureSet()
  ) {
    surroundings = Surroundings(routes: routes, links: links, glossary: glossary, pictures: pictures)
    (self.formulas, self.code) = (formulas, code)
  }

  /// Longest summary, in characters: what search engines show.
  static let summaryLength = 160
  /// Longest definition of a preview: a long sentence is shown whole.
  static let definitionLength = 400

  func render(_ document: Document) -> RenderedBody {
    var (tree, diagnostics) = MarkdownTree.parse(document.file, body: document.body)
    diagnostics += tree.repairs.map { repair in
      Diagnostic(
        .note, rule: "repaired-\(repair.kind.rawValue)", "\(repair.kind.rawValue) beside Chinese punctuation was read as meant",
        at: document.file.location(line: repair.line))
    }
    let permalink = routes.document(document.id, document.language)
    let steps: [RenderedBody.Step] =
      document.text("layout") != "path"
      ? []
      : tree.steps.compactMap { step in
        target(of: step.link, in: document).page.map { RenderedBody.Step(heading: step.heading, target: $0) }
      }
    var resolved: [RenderedBody.ResolvedLink] = []
    var drawn: [String: Picture] = [:]
    tree.rewriteLinks { link in
      let target = target(of: link, in: document)
      if link.isImage, case .asset(let path) = target { drawn[assetURL(path, from: permalink)] = pictures[path] }
      resolved.append(
        RenderedBody.ResolvedLink(
          target: target, destination: link.destination, isImage: link.isImage, line: link.line))
      if link.kind == .wiki, case .ambiguous(let concepts) = glossary.meaning(of: link.destination, on: document) {
        let place = document.file.location(of: link.destination, nearLine: link.line)
        diagnostics.append(Termbase.ambiguity(of: link.destination, between: concepts, at: place))
      }
      // A page needs no link to itself.
      if link.kind == .wiki, target.page == document.id { return .unwrap }
      return action(for: target, of: link, from: permalink, language: document.language)
    }
    let (mentions, ambiguous) = glossary.link(&tree, of: document) { id in
      permalink.relative(to: routes.document(id, document.language))
    }
    diagnostics += ambiguous
    // The one rule on terms that needs the linker's eyes; a page can allow it like the others.
    if document.texts("allow").contains(Termbase.ambiguousTerm) { diagnostics.removeAll { $0.rule == Termbase.ambiguousTerm } }
    let summary = document.text("summary") ?? Self.shortened(tree.firstParagraph, to: Self.summaryLength)
    let parts = [.terms, .questions].contains(document.id.section) ? tree.splitAfterFirstParagraph() : (first: nil, rest: tree)
    if document.id.section == .terms, document.status == .published, parts.first == nil {
      diagnostics.append(
        Diagnostic(
          .note, rule: "missing-definition", "the term has no definition", at: document.location(of: "title"),
          suggestion: "begin the page with a sentence that says what it is"))
    }
    let show = { url, description in drawn[url]?.html(in: document.language, description: description) }
    let opening = parts.first.map { html($0, show, &diagnostics) } ?? []
    let rendered = parts.rest.splitAtHeadings().map { (level: $0.openingLevel, html: html($0, show, &diagnostics)) }
    var text: [UInt8] = []
    text.reserveCapacity(rendered.reduce(0) { $0 + $1.html.count })
    let passages = rendered.map { part in
      text += part.html
      return RenderedBody.Passage(level: part.level, range: text.count - part.html.count..<text.count)
    }
    return RenderedBody(
      document: document, opening: opening, openingText: parts.first?.firstParagraph ?? "", html: text, passages: passages,
      headings: tree.headings, sections: tree.sections(withCode: true), summary: summary, steps: steps, links: resolved, mentions: mentions,
      diagnostics: diagnostics)
  }

  private func html(
    _ tree: MarkdownTree, _ picture: (_ url: String, _ description: String) -> [UInt8]?, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    var faults: [Diagnostic] = []
    let bytes = tree.html(
      renderMath: { tex, isDisplay in
        do throws(FormulaTypesetter.Fault) {
          return Array(try formulas.mathML(tex, isDisplay: isDisplay).utf8)
        } catch {
          faults.append(Self.fault(error, in: tex, of: tree))
          return nil
        }
      }, highlight: { text, language in code.html(text, language: language).map { Array($0.utf8) } }, picture: picture, isSpaced: true)
    diagnostics += faults
    return bytes
  }

  /// A formula that cannot be read, at the place where it goes wrong.
  private static func fault(_ fault: FormulaTypesetter.Fault, in tex: String, of tree: MarkdownTree) -> Diagnostic {
    let wanted = Array(tex.utf8), bytes = tree.file.bytes
    var start = 0
    if let range = bytes.firstRange(of: wanted) {
      let before = String(decoding: tex.utf16.prefix(fault.offset ?? 0), as: UTF16.self).utf8.count
      start = range.lowerBound + before
    }
    return Diagnostic(
      .warning, rule: "formula", "formula cannot be read: \(fault.message)", at: tree.file.location(of: start..<start + 1),
      suggestion: "mend the TeX; it is shown as it is written")
  }

  private func target(of link: Link, in document: Document) -> LinkResolver.Target {
    guard link.kind == .wiki else { return links.resolve(link.destination, from: document.id) }
    if let id = glossary.concept(named: link.destination, on: document) { return .document(id, anchor: nil) }
    let named = [DocumentID.Section.terms, .questions].compactMap { links.target(named: link.destination, in: $0) }
    return named.first { $0.page != nil } ?? named.first ?? .dead(nearest: glossary.nearestName(to: link.destination))
  }

  private func action(
    for target: LinkResolver.Target, of link: Link, from permalink: Permalink, language: LanguageTag
  ) -> LinkAction {
    switch target {
    // A page asks nothing of other sites: neither their leave nor their being there.
    case .external:
      return link.isImage ? .link(LinkTarget(url: link.destination, cssClass: "remote-image")) : .keep
    case .ownAnchor(let anchor): return .replace(LinkTarget(url: "#" + PageHead.encode(anchor)))
    case .list(let section): return .replace(LinkTarget(url: permalink.relative(to: routes.list(section, language))))
    case .asset(let path): return .replace(LinkTarget(url: assetURL(path, from: permalink)))
    case .document(let id, let anchor), .successor(let id, let anchor):
      let url = permalink.relative(to: routes.document(id, language)) + (anchor.map { "#" + PageHead.encode($0) } ?? "")
      guard id.section == .terms else { return .replace(LinkTarget(url: url)) }
      return .replace(LinkTarget(url: url, cssClass: "term", attributes: [(name: "data-term", value: id.slug)]))
    // An image that is missing keeps its description; a link that leads nowhere keeps its words.
    case .dead, .unreadable: return link.isImage ? .keep : .unwrap
    }
  }

  private func assetURL(_ path: String, from permalink: Permalink) -> String { permalink.relative(to: "files/" + path) }

  /// Cut at the end of a sentence where one ends in the second half, else after the last whole word that fits: a Han
  /// character is one.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let head = text.prefix(length - 1)
    func isFar(_ index: String.Index) -> Bool { head.distance(from: head.startIndex, to: index) > length / 2 }
    if let end = head.lastIndex(where: { "。！？.!?".contains($0) }), isFar(end) { return String(head[...end]) }
    let isLetter = { (character: Character) in character.isASCII && (character.isLetter || character.isNumber) }
    if isLetter(text[head.endIndex]), let end = head.lastIndex(where: { !isLetter($0) }), isFar(end) {
      return head[..<(head[end].isWhitespace ? end : head.index(after: end))] + "…"
    }
    return head + "…"
  }
}
