internal import Encodings

/// The site's sign in pixels, for systems that take no SVG: on a ground without corners, which each system cuts as it likes.
public struct SiteIcon: SitePicture {
  /// Of the square, in pixels.
  public let side: Int
  private let svg: [UInt8]
  private let ground: UInt32

  /// - Parameter ground: 0xRRGGBB, behind what the SVG leaves free.
  public init(side: Int, svg: [UInt8], ground: UInt32) { (self.side, self.svg, self.ground) = (side, svg, ground) }

  public var path: String {
    "assets/icon-\(side).\(Fingerprint(svg + "\(ground)".utf8).hexadecimal.prefix(10)).png"
  }

  public func png() -> [UInt8]? {
    guard let canvas = Canvas(width: side, height: side, ground: ground),
      canvas.svg(svg, x: 0, y: 0, side: Double(side))
    else { return nil }
    return canvas.png()
  }
}
