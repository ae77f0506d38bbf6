extension NoiseRule {
  /// `作者：…`, `原文链接：…`, `Copyright: …` at either end of a page: noise to the reader, provenance to us.
  static let origins = NoiseRule(id: "origin") { page in
    let inked = page.inked
    let reach = 12
    for (order, index) in inked.enumerated() {
      guard let field = OriginField(page.lines[index], fields: page.rules.fields) else { continue }
      let isAtEnd = order < reach || order >= inked.count - reach
      let neighbours = [order - 1, order + 1].filter { inked.indices.contains($0) }
      let isBesideMeta = neighbours.contains { page.verdicts[inked[$0]]?.action == .meta }
      guard field.isTelling ? isAtEnd || isBesideMeta : isBesideMeta else { continue }
      page.decide(index, .meta, "origin", "\(field.origin.rawValue)=\(field.value)")
      page.weigh(index, 2, "origin", field.value)
    }
  }
}
