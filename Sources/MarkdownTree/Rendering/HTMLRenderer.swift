/// Writes a tree's events as HTML. Line breaks are put as cmark puts them.
struct HTMLRenderer {
  typealias Formula = (_ tex: String, _ isDisplay: Bool) -> [UInt8]?
  typealias Highlight = (_ code: String, _ language: String) -> [UInt8]?
  typealias Picture = (_ destination: String, _ description: String) -> [UInt8]?

  let tree: MarkdownTree
  let formula: Formula
  let highlight: Highlight
  let picture: Picture
  let isSpaced: Bool
  var out: HTMLWriter

  /// More than 0 inside an image, whose content is its description.
  private var imageDepth = 0
  /// Whether the image that is open was drawn into the page, description and all.
  private var isDrawn = false
  /// Whether a row of the current table's body was written.
  var hasBodyRow = false
  /// The script of the character before, in the same block; see `HTMLRenderer+Spacing.swift`.
  var script = Script.none
  /// Whether a span is open that holds a formula and the mark before it, or waits for the mark behind it.
  var opensFormula = false, closesFormula = false
  /// The number of the current footnote.
  var footnote: Int32 = 0

  init(
    _ tree: MarkdownTree, formula: @escaping Formula, highlight: @escaping Highlight, picture: @escaping Picture, isSpaced: Bool
  ) {
    self.tree = tree
    self.formula = formula
    self.highlight = highlight
    self.picture = picture
    self.isSpaced = isSpaced
    // Of a part of a document the buffer holds far more than is written, and what is reserved stays with the result.
    out = HTMLWriter(capacity: tree.nodes.reduce(0) { $0 + Int($1.text.count + $1.extra.count) + 8 })
  }

  mutating func render() -> [UInt8] {
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.kind == .image {
        renderImage(node, at: index)
      } else if imageDepth > 0 {
        renderDescription(node)
      } else if node.isBlock {
        script = .none
        renderBlock(node, at: index)
      } else {
        renderInline(node, at: index)
      }
    }
    if footnote > 0 { out.write("</ol>\n</section>\n") }
    return out.bytes
  }

  private mutating func renderImage(_ node: Node, at index: Int) {
    if node.phase == .close {
      imageDepth -= 1
      if imageDepth == 0, !isDrawn {
        out.write("\"")
        out.write(bytes(node.extra))
        out.write(" loading=\"lazy\" decoding=\"async\" />")
      }
      return
    }
    imageDepth += 1
    if imageDepth > 1 { return }
    let drawn = picture(string(node.text), tree.plainText(ofBlockAt: index))
    isDrawn = drawn != nil
    if let drawn {
      out.write(drawn)
      return
    }
    out.write("<img src=\"")
    out.writeAddress(bytes(node.text))
    out.write("\" alt=\"")
  }

  private mutating func renderDescription(_ node: Node) {
    if isDrawn { return }
    switch node.kind {
    case .text, .code, .html, .formula: out.writeEscaped(bytes(node.text))
    case .softBreak where !node.flag, .lineBreak: out.write(" ")
    default: break
    }
  }

  func bytes(_ range: TextRange) -> ArraySlice<UInt8> { tree.buffer[range.indices] }
  func string(_ range: TextRange) -> String { tree.string(range) }
}

extension MarkdownTree {
  /// The document as HTML: headings with ids, tables in a box that scrolls, lazy images, disabled task boxes.
  ///
  /// - Parameters:
  ///   - renderMath: HTML of a formula (TeX without dollar signs; whether it stands on its own); `nil` leaves it as
  ///     escaped TeX in `<code class="math">`.
  ///   - highlight: HTML of a code block's text in the language its fence names; `nil` leaves it as escaped text.
  ///   - picture: HTML that shows an image, given its destination and its description; `nil` leaves it as `<img>`.
  ///   - isSpaced: whether spaces and breaks are set for Chinese text; see `HTMLRenderer+Spacing.swift`.
  public func html(
    renderMath: (_ tex: String, _ display: Bool) -> [UInt8]? = { _, _ in nil },
    highlight: (_ code: String, _ language: String) -> [UInt8]? = { _, _ in nil },
    picture: (_ destination: String, _ description: String) -> [UInt8]? = { _, _ in nil }, isSpaced: Bool = false
  ) -> [UInt8] {
    withoutActuallyEscaping(renderMath) { renderMath in
      withoutActuallyEscaping(highlight) { highlight in
        withoutActuallyEscaping(picture) { picture in
          var renderer = HTMLRenderer(self, formula: renderMath, highlight: highlight, picture: picture, isSpaced: isSpaced)
          return renderer.render()
        }
      }
    }
  }
}
