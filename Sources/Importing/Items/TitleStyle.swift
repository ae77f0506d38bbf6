/// How a title is marked: titles of one kind on a page are marked alike.
struct TitleStyle: Hashable, Sendable {
  /// Level of a heading in the markup; 0 where it is none.
  let level: Int
  let family: LineMarker.Family?
  let delimiter: Unicode.Scalar
  /// How many numbers: `1.2` has two.
  let depth: Int
  let isIndented: Bool
  let isBold: Bool

  init(_ line: PageLine) {
    let markers = line.marked.markers.filter { $0.family != .tag }
    let marker =
      markers.last { $0.family != .hash && ($0.isNumbered || $0.family == .question) }
      ?? markers.first { $0.family != .hash }
    let level = line.headingLevel ?? markers.first { $0.family == .hash }?.path.first ?? 0
    self.level = level
    // `## ▶ 题`: the bullet of a box that opens tells nothing of a heading.
    if level > 0, marker?.family == .bullet {
      (family, delimiter, depth, isIndented, isBold) = (nil, " ", 0, false, false)
      return
    }
    // A number tells more than boldness, which writers forget now and then.
    isBold = level == 0 && line.hint?.isBold == true && marker?.isNumbered != true
    if case .listItem(let listDepth, let ordinal) = line.hint?.role, marker == nil {
      family = ordinal != nil ? .decimal : .bullet
      delimiter = Self.listed
      depth = ordinal != nil ? 1 : 0
      isIndented = listDepth > 0
    } else {
      family = marker?.family
      delimiter = marker?.family == .question ? ":" : marker?.delimiter ?? " "
      depth = marker?.path.count ?? 0
      isIndented = line.hint == nil && line.folded.indent > 0 && marker?.family != .pictograph
    }
  }

  /// Stands for the delimiter of a list's own numbers, which the markup counts.
  static let listed: Unicode.Scalar = "#"

  var isPlain: Bool { level == 0 && family == nil && !isBold }
  var isNumbered: Bool { depth > 0 && family != .bullet }
  var isHeading: Bool { level > 0 || family == .han || family == .chapter }
}
