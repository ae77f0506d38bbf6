internal import CCMarkGFM

extension Node.Kind {
  /// The kind of a cmark node; `nil` for the document and for what cmark makes only on request.
  init?(_ node: CMarkNode) {
    let type = node.pointee.type
    switch UInt32(type) {
    case CMARK_NODE_TEXT.rawValue: self = .text
    case CMARK_NODE_PARAGRAPH.rawValue: self = .paragraph
    case CMARK_NODE_SOFTBREAK.rawValue: self = .softBreak
    case CMARK_NODE_LINEBREAK.rawValue: self = .lineBreak
    case CMARK_NODE_CODE.rawValue: self = node.pointee.extension == nil ? .code : .formula
    case CMARK_NODE_HTML_INLINE.rawValue: self = .html
    case CMARK_NODE_EMPH.rawValue: self = .emphasis
    case CMARK_NODE_STRONG.rawValue: self = .strong
    case CMARK_NODE_LINK.rawValue: self = .link
    case CMARK_NODE_IMAGE.rawValue: self = .image
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: self = .footnoteReference
    case CMARK_NODE_BLOCK_QUOTE.rawValue: self = .blockQuote
    case CMARK_NODE_LIST.rawValue: self = .list
    case CMARK_NODE_ITEM.rawValue: self = .item
    case CMARK_NODE_CODE_BLOCK.rawValue: self = node.pointee.extension == nil ? .codeBlock : .displayFormula
    case CMARK_NODE_HTML_BLOCK.rawValue: self = .htmlBlock
    case CMARK_NODE_HEADING.rawValue: self = .heading
    case CMARK_NODE_THEMATIC_BREAK.rawValue: self = .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: self = .footnote
    default:
      switch type {
      case cmark_type_of_table(): self = .table
      case cmark_type_of_table_row(): self = .row
      case cmark_type_of_table_cell(): self = .cell
      case cmark_type_of_strikethrough(): self = .strikethrough
      default: return nil
      }
    }
  }

  /// Whether the kind stands as an open and a close event.
  var isContainer: Bool {
    switch self {
    case .blockQuote, .list, .item, .paragraph, .heading, .table, .row, .cell, .footnote, .emphasis, .strong,
      .strikethrough, .link, .image:
      true
    default: false
    }
  }
}
