/// A heading with the plain text up to the next heading.
public struct SectionText: Sendable, Hashable {
  /// `nil` before the first heading.
  public let headingID: String?
  /// Empty before the first heading.
  public let heading: String
  /// Paragraphs, list items and table cells, one a line, and code where it is asked for; without formulas that need markup, and images.
  public let text: String

  public init(headingID: String?, heading: String, text: String) {
    (self.headingID, self.heading, self.text) = (headingID, heading, text)
  }
}

extension MarkdownTree {
  /// The document cut at its headings; the part before the first heading is left out where it is empty. O(text).
  ///
  /// - Parameter withCode: whether code blocks are text.
  public func sections(withCode: Bool = false) -> [SectionText] {
    var result: [SectionText] = []
    var id: String?
    var heading = ""
    var lines: [String] = []
    func finish() {
      if id != nil || !lines.isEmpty {
        result.append(SectionText(headingID: id, heading: heading, text: lines.joined(separator: "\n")))
      }
      lines = []
    }
    for index in nodes.indices where nodes[index].phase != .close {
      switch nodes[index].kind {
      case .codeBlock where withCode: lines.append(string(nodes[index].text))
      case .heading:
        finish()
        id = string(nodes[index].text)
        heading = plainText(ofBlockAt: index)
      case .paragraph, .cell:
        let text = plainText(ofBlockAt: index)
        if !text.isEmpty { lines.append(text) }
      default: break
      }
    }
    finish()
    return result
  }

  /// Plain text of the first paragraph, a definition or a short answer; empty where there is none.
  public var firstParagraph: String {
    for index in nodes.indices where nodes[index].kind == .paragraph && nodes[index].phase == .open {
      let text = plainText(ofBlockAt: index)
      if !text.isEmpty { return text }
    }
    return ""
  }
}
