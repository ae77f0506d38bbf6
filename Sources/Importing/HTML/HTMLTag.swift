/// The elements that reading a page tells apart.
enum HTMLTag: String, CaseIterable {
  case text = "#text"
  /// Any element that means nothing here; a container like `div`.
  case other = "#other"

  case html, head, body, title, meta, link, base, script, style, noscript, template, svg, iframe, object, embed, canvas
  case video, audio, map
  case main, article, section, div, header, footer, nav, aside, figure, figcaption, address, center, details, summary
  case form, button, input, select, option, textarea, label, fieldset, dialog
  case h1, h2, h3, h4, h5, h6, p, br, hr, pre, blockquote, ul, ol, li, dl, dt, dd, menu, dir
  case table, thead, tbody, tfoot, tr, td, th, caption, colgroup, col
  case a, strong, b, em, i, del, s, strike, code, kbd, samp, tt, sub, sup, img, picture, source, mark, u, q, time, span, font
  case rt, rp
  case math, mjxContainer = "mjx-container"

  static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// What an element of an editor's own is (`ne-h2`, `ne-quote`), where the last word of its name says so.
  static func named(_ name: String) -> HTMLTag {
    if let tag = byName[name] { return tag }
    guard let hyphen = name.lastIndex(of: "-") else { return .other }
    switch name[name.index(after: hyphen)...] {
    case "p": return .p
    case "h1": return .h1
    case "h2": return .h2
    case "h3": return .h3
    case "h4": return .h4
    case "h5": return .h5
    case "h6": return .h6
    case "ul": return .ul
    case "ol": return .ol
    case "li", "uli", "oli": return .li
    case "quote", "blockquote": return .blockquote
    default: return .other
    }
  }

  /// Whether the element stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .text, .other, .a, .strong, .b, .em, .i, .del, .s, .strike, .code, .kbd, .samp, .tt, .sub, .sup, .img, .picture,
      .source, .mark, .u, .q, .time, .span, .font, .label, .br, .math, .mjxContainer, .input, .button, .select, .option, .rt,
      .rp, .title, .meta, .link, .base, .script, .style, .noscript, .template, .svg, .map, .canvas, .object, .embed:
      false
    default: true
    }
  }

  /// Whether the element only groups others: main content may be looked for inside it.
  var isContainer: Bool {
    switch self {
    case .html, .body, .main, .article, .section, .div, .center, .form, .table, .tbody, .tr, .td, .dl, .dd, .figure,
      .other, .header, .aside, .footer, .details, .fieldset:
      true
    default: false
    }
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
