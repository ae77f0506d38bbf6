internal import CCanvas
internal import Glibc

/// Pixels to draw on: texts, rectangles, SVG.
struct Canvas: ~Copyable {
  private let canvas: OpaquePointer
  let width, height: Int

  /// The name of a library that is missing; `nil` where all are there.
  static var missingLibrary: String? { ciyuan_canvas_prepare().map { String(cString: $0) } }

  /// `nil` where a library is missing.
  init?(width: Int, height: Int, ground: UInt32) {
    guard let canvas = ciyuan_canvas_new(Int32(width), Int32(height), ground) else { return nil }
    (self.canvas, self.width, self.height) = (canvas, width, height)
  }

  deinit { ciyuan_canvas_free(canvas) }

  func rectangle(x: Double, y: Double, width: Double, height: Double, _ colour: UInt32) {
    ciyuan_canvas_rectangle(canvas, x, y, width, height, colour)
  }

  /// An SVG in a square. Returns whether it could be read.
  @discardableResult
  func svg(_ bytes: [UInt8], x: Double, y: Double, side: Double) -> Bool {
    ciyuan_canvas_svg(canvas, bytes, bytes.count, x, y, side)
  }

  /// A text to be set and drawn on this canvas, before it is gone.
  func text(_ line: SocialCard.Line, _ face: Face, weight: Int) -> CanvasText {
    CanvasText(ciyuan_text_new(canvas, line.text, face.families(for: line.language), Int32(weight), line.language))
  }

  /// As PNG in its own colours.
  func png() -> [UInt8] { bytes { ciyuan_canvas_true_png(canvas, &$0) } }

  /// As PNG, each pixel in the nearest of at most 16 colours.
  func png(palette: [UInt32]) -> [UInt8] {
    let palette = palette + Array(repeating: palette[0], count: 16 - palette.count)
    return bytes { ciyuan_canvas_png(canvas, palette, &$0) }
  }

  private func bytes(_ encode: (inout Int) -> UnsafeMutablePointer<UInt8>?) -> [UInt8] {
    var count = 0
    guard let bytes = encode(&count) else { return [] }
    defer { free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}

/// A text on a canvas.
struct CanvasText: ~Copyable {
  private let text: OpaquePointer

  fileprivate init(_ text: OpaquePointer) { self.text = text }
  deinit { ciyuan_text_free(text) }

  struct Extent {
    let width, height: Double
    let lines: Int
    let isCut: Bool
    /// Whether a font of this machine has every character.
    let isWhole: Bool
  }

  /// Sets it at a size, in so many lines of a width at most.
  func set(size: Double, width: Double, lines: Int) -> Extent {
    let extent = ciyuan_text_set(text, size, width, Int32(lines))
    return Extent(
      width: extent.width, height: extent.height, lines: Int(extent.lines), isCut: extent.is_cut, isWhole: extent.is_whole)
  }

  /// Draws it as it was last set.
  func draw(x: Double, y: Double, _ colour: UInt32) { ciyuan_text_draw(text, x, y, colour) }
}

/// The faces of Templates/DESIGN.md: titles in Song or an old-style serif, all else in Hei or a sans.
enum Face {
  case serif, sans

  func families(for language: String) -> String {
    let region =
      switch language.split(separator: "-").first {
      case "ja": "JP"
      case "ko": "KR"
      default: language.hasPrefix("zh-Hant") || language.hasPrefix("zh-TW") || language.hasPrefix("zh-HK") ? "TC" : "SC"
      }
    return switch self {
    case .serif: "Noto Serif CJK \(region),Source Han Serif \(region),Noto Serif,serif"
    case .sans: "Noto Sans CJK \(region),Source Han Sans \(region),Noto Sans,sans-serif"
    }
  }
}
