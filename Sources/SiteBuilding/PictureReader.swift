internal import ContentModel
internal import Diagnostics
internal import Encodings
internal import Foundation
internal import FoundationXML

/// Reads one SVG for pages in one language, writing down only what ``PictureVocabulary`` allows.
final class PictureReader: NSObject, XMLParserDelegate {
  private let file: SourceFile
  private let prefix: String
  private let language: LanguageTag
  private(set) var diagnostics: [Diagnostic] = []

  private var head: [UInt8] = []
  private var body: [UInt8] = []
  private var depth = 0
  /// More than 0 inside an element that is left out.
  private var skipped = 0

  /// Deeper is no picture that anybody drew.
  private static let maximumDepth = 64

  init(file: SourceFile, prefix: String, language: LanguageTag) {
    (self.file, self.prefix, self.language) = (file, prefix, language)
  }

  /// The start tag without its `>`, and what follows it; `nil` where the file is no SVG.
  func read() -> (head: [UInt8], body: [UInt8])? {
    // Entities are what a document type is for, and a few bytes of them can stand for gigabytes.
    if let range = file.bytes.firstRange(of: Array("<!DOCTYPE".utf8)) {
      report("picture-unreadable", "a picture may have no document type", at: file.location(of: range), "remove it")
      return nil
    }
    let parser = XMLParser(data: Data(file.bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    guard parser.parse(), parser.parserError == nil, depth == 0, !head.isEmpty else {
      if diagnostics.isEmpty {
        let line = max(1, parser.lineNumber)
        report("picture-unreadable", "no SVG, or not well-formed", at: file.location(line: line), "mend the file, or save it as PNG")
      }
      return nil
    }
    return (head, body)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    if skipped > 0 || isOfAnotherLanguage(attributes) {
      skipped += 1
      return
    }
    guard depth <= Self.maximumDepth, PictureVocabulary.elements.contains(name), (depth == 1) == (name == "svg") else {
      skipped += 1
      leaveOut("<\(name)>", parser)
      return
    }
    var tag = Array("<\(name)".utf8)
    if depth == 1 { tag += Array(" class=\"picture\"".utf8) }
    for (key, value) in attributes.sorted(by: { $0.key < $1.key }) where !PictureVocabulary.ofTheFile.contains(key) {
      guard PictureVocabulary.attributes.contains(key), PictureVocabulary.staysInside(value, attribute: key) else {
        leaveOut("\(key)=\"\(value.prefix(40))\"", parser)
        continue
      }
      if depth == 1, key == "class" { continue }
      tag += Array(" \(key)=\"".utf8)
      tag.appendEscaped(withPrefix(value, attribute: key))
      tag.append(UInt8(ascii: "\""))
    }
    if depth == 1 { head = tag } else { body += tag + [UInt8(ascii: ">")] }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    depth -= 1
    if skipped > 0 { skipped -= 1 } else { body += Array("</\(name)>".utf8) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if skipped == 0, depth > 0 { body.appendEscaped(text) }
  }

  private func isOfAnotherLanguage(_ attributes: [String: String]) -> Bool {
    guard depth > 1, let wanted = attributes["lang"] ?? attributes["xml:lang"] else { return false }
    return wanted != language.rawValue && !wanted.hasPrefix(language.rawValue + "-")
  }

  /// Ids belong to a page, so those of a picture and the references to them get its own prefix.
  private func withPrefix(_ value: String, attribute: String) -> String {
    switch attribute {
    case "id": prefix + value
    case "href": "#" + prefix + value.dropFirst()
    default: value.replacing("url(#", with: "url(#" + prefix)
    }
  }

  private func leaveOut(_ what: String, _ parser: XMLParser) {
    report(
      "picture-part", "\(what) is left out of the picture", at: file.location(line: parser.lineNumber),
      what.hasPrefix("style") ? "use attributes such as fill, or a class" : "draw it with shapes and text")
  }

  private func report(_ rule: String, _ summary: String, at place: SourceLocation, _ suggestion: String) {
    diagnostics.append(Diagnostic(.warning, rule: rule, summary, at: place, suggestion: suggestion))
  }
}
