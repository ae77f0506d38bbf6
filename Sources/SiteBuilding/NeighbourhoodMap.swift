import ContentModel
import TemplateEngine

/// The map of a concept's neighbours, drawn for narrow and for wide pages.
struct NeighbourhoodMap {
  let page: DocumentContext

  /// Of each kind; the lists of the page have all.
  static let mostNeighbours = 14
  /// The width of the text on a phone of 320 px, and in the column of a wide page.
  private static let widths = [("narrow", 288.0), ("wide", 544.0)]

  /// `null` for a concept without neighbours.
  var value: TemplateValue {
    let neighbours = NeighbourhoodLayout.Kind.allCases.map { kind in
      (kind: kind, documents: ids(kind).prefix(Self.mostNeighbours).compactMap { page.model.document($0, for: page.language) })
    }
    guard neighbours.contains(where: { !$0.documents.isEmpty }) else { return .null }
    let layouts = Self.widths.map { name, width in
      let layout = NeighbourhoodLayout(
        width: width, centre: page.document.title, neighbours: neighbours.map { ($0.kind, $0.documents.map(\.title)) })
      return record(layout, name: name, neighbours: Dictionary(uniqueKeysWithValues: neighbours.map { ($0.kind, $0.documents) }))
    }
    return ["layouts": .records(layouts)]
  }

  private func ids(_ kind: NeighbourhoodLayout.Kind) -> [DocumentID] {
    let relations = page.model.relations, id = page.document.id
    let (broader, narrower) = (relations.broader[id] ?? [], relations.narrower[id] ?? [])
    switch kind {
    case .broader: return broader
    case .narrower: return narrower.filter { !broader.contains($0) }
    case .related:
      var seen = Set(broader + narrower + [id])
      return ((relations.see[id] ?? []) + (relations.related[id] ?? [])).filter { $0.section == .terms && seen.insert($0).inserted }
    }
  }

  private func record(
    _ layout: NeighbourhoodLayout, name: String, neighbours: [NeighbourhoodLayout.Kind: [Document]]
  ) -> TemplateRecord {
    let centre = layout.centre
    return [
      "name": .text(name), "width": Self.number(layout.width), "height": Self.number(layout.height + 2),
      "rem": Self.number(layout.width / 16), "centre": .record(box(centre, kind: "centre")),
      "groups": .records(
        layout.groups.map { group in
          let documents = neighbours[group.kind] ?? []
          return [
            "kind": .text(group.kind.rawValue), "caption": .text(page.model.string(group.kind.rawValue, page.language)),
            "captionX": Self.number(layout.width / 2), "captionY": Self.number(group.captionY + 1),
            "lines": .list(group.boxes.map { .text(Self.line(in: layout, to: $0, isAbove: group.kind == .broader)) }),
            "nodes": .records(
              zip(group.boxes, documents).map { shape, document in
                var node = box(shape, kind: group.kind.rawValue)
                node["url"] = page.common.url(page.model.routes.document(document.id, page.language))
                node["title"] = shape.label == document.title ? .null : .text(document.title)
                node["lang"] = .text(document.language.rawValue)
                return node
              }),
          ]
        }),
    ]
  }

  private func box(_ box: NeighbourhoodLayout.Box, kind: String) -> TemplateRecord {
    [
      "label": .text(box.label), "x": Self.number(box.x), "y": Self.number(box.y + 1), "width": Self.number(box.width),
      "height": Self.number(NeighbourhoodLayout.boxHeight), "textX": Self.number(box.middle),
      "textY": Self.number(box.y + NeighbourhoodLayout.boxHeight / 2 + 5.5),
    ]
  }

  /// A curve from the concept's edge to a neighbour's, straight through the gaps of the rows between.
  private static func line(in layout: NeighbourhoodLayout, to box: NeighbourhoodLayout.Box, isAbove: Bool) -> String {
    let height = NeighbourhoodLayout.boxHeight, centre = layout.centre
    var x = centre.middle, y = centre.y + 1 + (isAbove ? 0 : height)
    var path = "M\(text(x)) \(text(y))"
    func curve(to end: (x: Double, y: Double)) {
      let bend = y + (isAbove ? -1 : 1) * min(18, abs(end.y - y))
      path += "C\(text(x)) \(text(bend)) \(text(end.x)) \(text(bend)) \(text(end.x)) \(text(end.y))"
      (x, y) = end
    }
    for passage in layout.passages(to: box) {
      curve(to: (passage.x, passage.top + 1 + (isAbove ? height : 0)))
      y = passage.top + 1 + (isAbove ? 0 : height)
      path += "V\(text(y))"
    }
    curve(to: (box.middle, box.y + 1 + (isAbove ? height : 0)))
    return path
  }

  private static func number(_ value: Double) -> TemplateValue { .text(text(value)) }

  /// At most one decimal: the same digits on every machine.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
