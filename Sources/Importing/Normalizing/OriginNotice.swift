internal import HanText

/// Several fields of a page's origin on one line, in any order and with whatever between them:
/// `作者：山雨 链接：https://… 来源：知乎 著作权归作者所有。商业转载请联系作者获得授权。`
struct OriginNotice {
  let fields: [OriginField]
  /// What the notice says of rights, in its own words.
  let terms: String?

  /// `nil` where fewer than two fields stand on the line, or more than fields and a notice. O(line).
  init?(_ line: PageLine, fields names: FieldNames) {
    let text = line.folded.text
    guard text.count <= Self.longest, !line.isCode, !line.marked.isAnswer else { return nil }
    let start = line.marked.contentStart
    let labels = Self.labels(in: text[start...], names)
    guard labels.count >= 2 else { return nil }
    let openings = Self.openings(in: text, names)
    var fields: [OriginField] = [], terms: String?, others: [Range<Int>] = []
    func notice(_ range: Range<Int>) { terms = terms ?? Self.words(of: line, range) }
    if let opening = openings.first, opening < labels[0].start {
      others.append(start..<opening)
      notice(opening..<labels[0].start)
    } else {
      others.append(start..<labels[0].start)
    }
    for (order, label) in labels.enumerated() {
      let next = order + 1 < labels.count ? labels[order + 1].start : text.count
      let opening = openings.first { $0 > label.colon && $0 < next } ?? next
      let value = Self.value(of: label.origin, in: text[(label.colon + 1)..<opening])
      if let field = OriginField(text[label.start...label.colon] + value, fields: names) {
        fields.append(field)
        others.append(value.endIndex..<opening)
      } else {
        others.append(label.start..<opening)
      }
      if opening < next { notice(opening..<next) }
    }
    guard fields.count >= 2, others.reduce(0, { $0 + $1.count }) <= Self.mostOthers,
      !others.contains(where: { text[$0].dropFirst().dropLast().contains { $0.isOne(of: ",。") } })
    else { return nil }
    (self.fields, self.terms) = (fields, terms)
  }

  /// What a line says of rights, where it is a notice of them.
  static func terms(of line: PageLine, fields names: FieldNames) -> String? {
    guard line.folded.text.count <= longest, let opening = openings(in: line.folded.text, names).first else { return nil }
    return words(of: line, opening..<line.folded.text.count)
  }

  /// An address ends as addresses do, a name of Han at a space or a mark: `来源：知乎 收藏 12`.
  private static func value(of origin: FieldNames.Origin, in text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var value = text.drop { $0 == " " }
    switch origin {
    case .url: value = value.prefix { $0.isASCII && $0 != " " }
    case .author, .site: if let first = value.first, first.isHan { value = value.prefix { !$0.isOne(of: " ,;。|") } }
    case .licence, .published: break
    }
    while let last = value.last, last.isOne(of: " ,;|。") { value = value.dropLast() }
    return value
  }

  private static let longest = 400
  /// Characters that may stand beside the fields: a name of the site, a counter.
  private static let mostOthers = 24

  private typealias Label = (start: Int, colon: Int, origin: FieldNames.Origin)

  /// Names of fields right before a colon; one may be glued to the value before it.
  private static func labels(in text: ArraySlice<Unicode.Scalar>, _ names: FieldNames) -> [Label] {
    var labels: [Label] = []
    for colon in text.indices where text[colon] == ":" && colon + 1 < text.endIndex && text[colon + 1] != "/" {
      let former = labels.last.map { $0.colon + 1 } ?? text.startIndex
      var start = colon, best: Label?
      while start > former, colon - start < longestName, text[start - 1].isWordlike || text[start - 1] == " " {
        start -= 1
        let isWhole = start == former || !text[start - 1].isWordlike
        guard text[start].isWordlike, isWhole || !labels.isEmpty && text[start].isHan && colon - start >= 2 else { continue }
        if let origin = names.origin(named: String(text[start..<colon].filter(\.isWordlike).map(\.keyed))) { best = (start, colon, origin) }
      }
      if let best { labels.append(best) }
    }
    return labels
  }

  private static let longestName = 16

  /// Where the words of a notice of rights begin.
  private static func openings(in text: [Unicode.Scalar], _ names: FieldNames) -> [Int] {
    text.indices.filter { place in
      names.rightsOpenings.contains { $0[0] == text[place] && text[place...].starts(with: $0) }
    }
  }

  private static func words(of line: PageLine, _ range: Range<Int>) -> String {
    var words = line.folded.written[range]
    while let last = words.last, last.isOne(of: " 。.,，;；|") { words = words.dropLast() }
    return String(words)
  }
}
