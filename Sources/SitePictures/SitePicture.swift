/// A picture of the site that is drawn, not written by an editor.
public protocol SitePicture: Sendable, Hashable {
  /// Its file in the site, which is named for what is drawn.
  var path: String { get }
  /// `nil` where this machine lacks a library, or a font that has every character of it.
  func png() -> [UInt8]?
}
