import ContentModel
import Encodings
import MarkdownTree

/// A body as bytes, all but its document: who reads it has that at hand.
extension RenderedBody {
  var binary: [UInt8] {
    var writer = BinaryWriter()
    writer.write(opening)
    writer.write(openingText)
    writer.write(html)
    writer.write(passages) { writer, passage in
      writer.write(passage.level)
      writer.write(passage.range.lowerBound)
      writer.write(passage.range.upperBound)
    }
    writer.write(headings) { $0.write($1) }
    writer.write(sections) { writer, section in
      writer.write(section.headingID) { $0.write($1) }
      writer.write(section.heading)
      writer.write(section.text)
    }
    writer.write(summary)
    writer.write(steps) { writer, step in
      writer.write(step.heading) { $0.write($1) }
      writer.write(step.target)
    }
    writer.write(links) { writer, link in
      writer.write(link.target)
      writer.write(link.destination)
      writer.write(link.isImage ? 1 : 0)
      writer.write(link.line)
    }
    writer.write(mentions) { writer, mention in
      writer.write(mention.concept)
      writer.write(mention.anchor) { $0.write($1) }
      writer.write(mention.sentence)
      writer.write(mention.text)
    }
    writer.write(diagnostics) { $0.write($1) }
    return writer.bytes
  }

  convenience init(_ bytes: [UInt8], of document: Document) throws(BinaryReader.Damage) {
    var reader = BinaryReader(bytes)
    let (opening, openingText, html) = (try reader.content(), try reader.text(), try reader.content())
    let passages = try reader.list { (reader) throws(BinaryReader.Damage) in
      let (level, start, end) = (Int(try reader.signed()), Int(try reader.signed()), Int(try reader.signed()))
      guard 0 <= start, start <= end, end <= html.count else { throw BinaryReader.Damage() }
      return Passage(level: level, range: start..<end)
    }
    let headings = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.heading() }
    let sections = try reader.list { (reader) throws(BinaryReader.Damage) in
      SectionText(headingID: try reader.optionalText(), heading: try reader.text(), text: try reader.text())
    }
    let summary = try reader.text()
    let steps = try reader.list { (reader) throws(BinaryReader.Damage) in
      Step(heading: try reader.optional { (reader) throws(BinaryReader.Damage) in try reader.heading() }, target: try reader.documentID())
    }
    let links = try reader.list { (reader) throws(BinaryReader.Damage) in
      ResolvedLink(
        target: try reader.linkTarget(), destination: try reader.text(), isImage: try reader.number() == 1, line: Int(try reader.signed()))
    }
    let mentions = try reader.list { (reader) throws(BinaryReader.Damage) in
      Mention(
        concept: try reader.documentID(), anchor: try reader.optionalText(), sentence: try reader.text(), text: try reader.text())
    }
    let diagnostics = try reader.list { (reader) throws(BinaryReader.Damage) in try reader.diagnostic() }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
    self.init(
      document: document, opening: opening, openingText: openingText, html: html, passages: passages, headings: headings,
      sections: sections, summary: summary, steps: steps, links: links, mentions: mentions, diagnostics: diagnostics)
  }
}

extension BinaryWriter {
  mutating func write(_ id: DocumentID) {
    write(id.section.rawValue)
    write(id.slug)
  }

  fileprivate mutating func write(_ heading: Heading) {
    write(heading.level)
    write(heading.id)
    write(heading.text)
    write(heading.line)
  }

  fileprivate mutating func write(_ target: LinkResolver.Target) {
    switch target {
    case .document(let id, let anchor):
      write(0)
      write(id)
      write(anchor) { $0.write($1) }
    case .list(let section):
      write(1)
      write(section.rawValue)
    case .ownAnchor(let anchor):
      write(2)
      write(anchor)
    case .asset(let path):
      write(3)
      write(path)
    case .external: write(4)
    case .dead(let nearest):
      write(5)
      write(nearest) { $0.write($1) }
    case .unreadable: write(6)
    case .successor(let id, let anchor):
      write(7)
      write(id)
      write(anchor) { $0.write($1) }
    }
  }
}

extension BinaryReader {
  fileprivate mutating func optionalText() throws(Damage) -> String? {
    try optional { (reader) throws(Damage) in try reader.text() }
  }

  private mutating func section() throws(Damage) -> DocumentID.Section {
    guard let section = DocumentID.Section(rawValue: try text()) else { throw Damage() }
    return section
  }

  mutating func documentID() throws(Damage) -> DocumentID { DocumentID(section: try section(), slug: try text()) }

  fileprivate mutating func heading() throws(Damage) -> Heading {
    Heading(level: Int(try signed()), id: try text(), text: try text(), line: Int(try signed()))
  }

  fileprivate mutating func linkTarget() throws(Damage) -> LinkResolver.Target {
    switch try number() {
    case 0: .document(try documentID(), anchor: try optionalText())
    case 1: .list(try section())
    case 2: .ownAnchor(try text())
    case 3: .asset(try text())
    case 4: .external
    case 5: .dead(nearest: try optionalText())
    case 6: .unreadable
    case 7: .successor(try documentID(), anchor: try optionalText())
    default: throw Damage()
    }
  }
}
