/// Walks a page and writes down its lines as a reader sees them, each with what the markup says of it.
///
/// One loop over the flat tree; what is open stands in `frames`. Blocks inside inline elements and wrong nesting need no
/// care: a block ends the line before it, styles go on.
struct BlockReader {
  let tree: HTMLTree
  let vocabulary: HTMLVocabulary
  let links: LinkResolver
  /// Nodes that hold the article, in order; what stands outside is read too, and marked.
  let content: [Int]

  var lines: [ScrapedLine] = []
  var hidden: [ScrapedDocument.HiddenText] = []
  var frames: [Frame] = []
  var runs = InlineRuns()
  /// How many open elements make text bold, and so on.
  var bold = 0, emphasized = 0, struck = 0, codes = 0
  var headingLevel: Int?
  var lists: [List] = []
  /// Whether the next line begins the innermost list item.
  var itemIsFresh = false
  /// List items and quotations that are open, outermost first.
  var containers: [LineHint.Container] = []
  /// Parts of lists of definitions that are open, innermost last.
  var definitions: [LineHint.Definition] = []
  var openLinks: [String?] = []
  var boilerplate: [String] = []
  /// How many line breaks follow one another before the text to come; two part paragraphs.
  var breaks = 0
  /// Whether a line break stands inside what may be one sentence; the text after it decides.
  var breakIsHeld = false
  /// Where the innermost article box being read ends, and whether the line being read stands in it.
  var contentEnd = -1
  var isInside = false
  var nextContent = 0

  struct Frame {
    let node: Int
    let end: Int
    let tag: HTMLTag
    var namesBoilerplate = false
    var isBold = false
    /// How many containers the element opened.
    var containers = 0
    /// Whether it is an item without a list around it, for which one was opened.
    var opensList = false
  }

  struct List {
    let node: Int
    var isOrdered: Bool
    var next: Int
    /// -1 in a list that counts down.
    var step = 1
    var isInItem = false
    /// The item before what is being read.
    var latest: LineHint.Container?
  }

  init(tree: HTMLTree, vocabulary: HTMLVocabulary, links: LinkResolver, content: [Int]) {
    (self.tree, self.vocabulary, self.links, self.content) = (tree, vocabulary, links, content)
  }

  /// The lines of the nodes in a range. O(nodes).
  mutating func read(_ range: Range<Int>) -> [ScrapedLine] {
    var index = range.lowerBound
    while index < range.upperBound {
      while let top = frames.last, top.end <= index { leave(frames.removeLast()) }
      if nextContent < content.count, index >= content[nextContent] {
        flush()
        contentEnd = max(contentEnd, tree.end(content[nextContent]))
        nextContent += 1
      }
      isInside = index < contentEnd
      index = visit(index)
    }
    while let top = frames.popLast() { leave(top) }
    flush()
    return lines
  }

  /// Reads one node; returns where reading goes on.
  mutating func visit(_ node: Int) -> Int {
    let tag = tree.tag(node)
    if tag == .text {
      if breakIsHeld { settleBreak(before: node) }
      runs.append(
        tree.text(node), style: style, link: openLinks.last ?? nil, isLinked: !openLinks.isEmpty, line: tree.line(node))
      return node + 1
    }
    let names = ElementNames(of: node, in: tree)
    let visibility = ElementVisibility(of: node, tag, names, in: tree, vocabulary)
    if visibility == .dropped { return tree.end(node) }
    if tag == .noscript, let image = pictureWithoutScript(node) {
      if !isShown(image, beside: node) { appendImage(image, ElementNames(of: image, in: tree)) }
      return tree.end(node)
    }
    if case .omitted(let omission) = visibility, tag != .button || !isDisclosure(node) {
      note(omission, node)
      return tree.end(node)
    }
    if let formula = FormulaReader(tree: tree, vocabulary: vocabulary).formula(at: node, tag: tag, names: names) {
      append(formula, line: tree.line(node))
      return tree.end(node)
    }
    if tag == .script { return tree.end(node) }
    if visibility == .renderingOfFormula {
      if !FormulaReader.sourceFollows(node, in: tree) { note(.rendering, node) }
      return tree.end(node)
    }
    switch tag {
    case .br:
      // Bold text that ends at a break is a lead-in.
      if runs.endsInsideSentence, headingLevel == nil, !breakIsHeld, bold > 0 || !runs.isBold {
        breakIsHeld = true
      } else {
        let endsLine = !runs.isEmpty
        flush()
        breaks = endsLine ? 1 : breaks + 1
      }
      return node + 1
    case .img:
      if !isPlaceholder(node, names) { appendImage(node, names) }
      return tree.end(node)
    case .hr:
      flush()
      append(LineHint(.divider), text: "", line: tree.line(node))
      return tree.end(node)
    case .sup, .sub:
      appendRaised(node, isSuperscript: tag == .sup)
      return tree.end(node)
    case .pre: return readCode(node)
    case _ where tag.isBlock && names.isOne(of: vocabulary.codeBoxes): return readCode(node)
    case .table where TableReader.isData(node, in: tree, vocabulary):
      flush()
      appendTable(node)
      return tree.end(node)
    default:
      enter(node, tag, names)
      return node + 1
    }
  }
}
