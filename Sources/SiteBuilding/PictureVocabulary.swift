/// What an SVG of the content keeps when it becomes part of a page: shapes and words, nothing that runs, loads or styles
/// the page around it. Names are SVG 2's.
enum PictureVocabulary {
  static let elements: Set<String> = [
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "marker",
    "linearGradient", "radialGradient", "stop", "clipPath", "use",
  ]

  static let attributes: Set<String> = [
    "id", "class", "transform", "viewBox", "width", "height", "preserveAspectRatio",
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "d", "points", "pathLength", "rotate", "textLength",
    "lengthAdjust", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
    "stroke-dashoffset", "stroke-opacity", "stroke-miterlimit", "opacity", "color", "font-size", "font-weight", "font-style",
    "font-family", "text-anchor", "dominant-baseline", "letter-spacing", "marker-start", "marker-mid", "marker-end", "refX", "refY",
    "markerWidth", "markerHeight", "markerUnits", "orient", "offset", "stop-color", "stop-opacity", "gradientUnits",
    "gradientTransform", "clip-path", "href",
  ]

  /// Attributes that say what the file is, and mean nothing inside a page.
  static let ofTheFile: Set<String> = ["xmlns", "xmlns:xlink", "version", "lang", "xml:lang", "xml:space", "role", "aria-label"]

  /// Whether a value stays within the picture: a reference leads to one of its own parts.
  static func staysInside(_ value: String, attribute: String) -> Bool {
    if attribute == "href" { return value.hasPrefix("#") }
    var rest = value.lowercased()[...]
    while let start = rest.firstRange(of: "url(") {
      rest = rest[start.upperBound...]
      guard rest.hasPrefix("#") else { return false }
    }
    return true
  }
}
