/// Where the names around a concept stand on its map: broader concepts above it, narrower and related ones below, each kind in
/// rows as wide as the map. Nothing overlaps, because every name has a box of its own in a row of its own.
struct NeighbourhoodLayout: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case broader, narrower, related
  }

  /// A name and the box around it, in units of which sixteen are one `rem`.
  struct Box: Sendable, Equatable {
    let label: String
    let x: Double
    let y: Double
    let width: Double

    var middle: Double { x + width / 2 }
  }

  /// A kind of neighbours: its caption's baseline, and a box for each name in the order given.
  struct Group: Sendable {
    let kind: Kind
    let captionY: Double
    let boxes: [Box]
  }

  static let boxHeight = 28.0
  static let fontSize = 13.0
  private static let padding = 10.0
  private static let gap = 8.0
  private static let rowGap = 10.0
  /// Room for the lines between the concept and its neighbours.
  private static let lineRoom = 30.0
  private static let captionHeight = 18.0

  let width: Double
  let height: Double
  let centre: Box
  let groups: [Group]

  /// O(names).
  init(width: Double, centre: String, neighbours: [(kind: Kind, labels: [String])]) {
    var y = 0.0
    var groups: [Group] = []
    func place(_ kind: Kind) {
      let labels = neighbours.filter { $0.kind == kind }.flatMap(\.labels)
      guard !labels.isEmpty else { return }
      let caption = y + Self.captionHeight - 6
      let (boxes, end) = Self.rows(of: labels, width: width, from: y + Self.captionHeight)
      groups.append(Group(kind: kind, captionY: caption, boxes: boxes))
      y = end
    }
    place(.broader)
    if !groups.isEmpty { y += Self.lineRoom }
    let (own, end) = Self.rows(of: [centre], width: width, from: y)
    self.centre = own[0]
    y = end
    let above = groups.count
    for kind in [Kind.narrower, .related] {
      let count = groups.count
      let start = y
      y += count == above ? Self.lineRoom - Self.captionHeight / 2 : Self.rowGap
      place(kind)
      if groups.count == count { y = start }
    }
    (self.width, height, self.groups) = (width, y, groups)
  }

  /// Where a line from the concept to a neighbour passes the rows between: beside a box, the nearest to the straight way. O(names).
  func passages(to box: Box) -> [(x: Double, top: Double)] {
    let isAbove = box.y < centre.y
    let between = groups.flatMap(\.boxes).filter { isAbove ? $0.y > box.y && $0.y < centre.y : $0.y < box.y && $0.y > centre.y }
    return Dictionary(grouping: between, by: \.y).sorted { isAbove ? $0.key > $1.key : $0.key < $1.key }.map { top, row in
      let straight = centre.middle + (box.middle - centre.middle) * (top - centre.y) / (box.y - centre.y)
      let row = row.sorted { $0.x < $1.x }
      let free =
        [max(1, row[0].x - Self.gap / 2)] + row.dropLast().map { $0.x + $0.width + Self.gap / 2 }
        + [min(width - 1, row[row.count - 1].x + row[row.count - 1].width + Self.gap / 2)]
      return (free.min { abs($0 - straight) < abs($1 - straight) }!, top)
    }
  }

  /// Boxes side by side as long as they fit, each row in the middle; and where the last row ends.
  private static func rows(of labels: [String], width: Double, from top: Double) -> ([Box], end: Double) {
    var boxes: [Box] = []
    var y = top
    var row: [(label: String, width: Double)] = []
    func finish() {
      let total = row.reduce(gap * Double(row.count - 1)) { $0 + $1.width }
      var x = ((width - total) / 2).rounded()
      for entry in row {
        boxes.append(Box(label: entry.label, x: x, y: y, width: entry.width))
        x += entry.width + gap
      }
      y += boxHeight + rowGap
      row = []
    }
    // A line's stroke stands half outside its box.
    let most = width - 2
    for label in labels {
      let shown = shortened(label, to: most - 2 * padding)
      let needed = min(most, (textWidth(shown) + 2 * padding).rounded(.up))
      let taken = row.reduce(needed) { $0 + $1.width + gap }
      if !row.isEmpty, taken > most { finish() }
      row.append((shown, needed))
    }
    finish()
    return (boxes, y - rowGap)
  }

  /// About how wide a text is: more rather than less, for any sans-serif face.
  static func textWidth(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let em: Double =
        switch scalar {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", "'", "-", " ", "(", ")": 0.42
        case "m", "w", "M", "W", "@", "%": 0.95
        case "a"..."z": 0.62
        case "A"..."Z", "0"..."9": 0.72
        default: scalar.value < 0x2E80 ? 0.75 : 1
        }
      return sum + em * fontSize
    }
  }

  private static func shortened(_ label: String, to limit: Double) -> String {
    guard textWidth(label) > limit else { return label }
    var label = label
    while !label.isEmpty, textWidth(label + "…") > limit { label.removeLast() }
    return label + "…"
  }
}
