internal import Encodings

/// The picture that stands for a page where somebody shares its address: 1200 × 630 pixels, as Open Graph's readers show it
/// (https://ogp.me).
public struct SocialCard: SitePicture {
  public static let width = 1200
  public static let height = 630

  /// A text and the language that it is in (BCP 47).
  public struct Line: Sendable, Hashable {
    public let text: String
    public let language: String

    /// Spaces, line breaks and characters that show nothing become single spaces; what is longer than any card shows is left
    /// out, so that the cost of a card is bounded.
    public init(_ text: String, _ language: String) {
      let scalars = text.unicodeScalars.prefix(400).map { scalar -> Unicode.Scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
        default: scalar
        }
      }
      var view = String.UnicodeScalarView()
      for scalar in scalars where scalar != " " || view.last != " " { view.append(scalar) }
      self.text = String(view)
      self.language = language
    }
  }

  /// 0xRRGGBB each.
  public struct Colours: Sendable, Hashable {
    public let paper, ink, soft, accent: UInt32
    /// That of the site itself, in its sign.
    public let brand: UInt32

    public init(paper: UInt32, ink: UInt32, soft: UInt32, accent: UInt32, brand: UInt32) {
      (self.paper, self.ink, self.soft, self.accent, self.brand) = (paper, ink, soft, accent, brand)
    }
  }

  public var title: Line
  /// The title in the other script, or what the site says of itself.
  public var second: Line?
  /// What kind of page it is.
  public var kind: Line?
  public var site: Line
  public var colours: Colours
  /// The site's sign, an SVG.
  public var icon: [UInt8]

  public init(title: Line, second: Line? = nil, kind: Line? = nil, site: Line, colours: Colours, icon: [UInt8]) {
    (self.title, self.second, self.kind, self.site) = (title, second, kind, site)
    (self.colours, self.icon) = (colours, icon)
  }

  /// What the picture says, for who cannot see it.
  public var description: String {
    [kind, title, second, site].compactMap { $0?.text }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The picture's file in the site, named for what is drawn, so that it changes with it and with nothing else.
  public var path: String { "\(Self.folder)\(name).png" }

  static let folder = "assets/cards/"

  private var name: String {
    let texts = [title, second, kind, site].map { $0.map { "\($0.language) \($0.text)" } ?? "" }
    let words = [colours.paper, colours.ink, colours.soft, colours.accent, colours.brand].map { "\($0)" }
    let bytes = ([Self.drawing] + texts + words).joined(separator: "\n").utf8 + icon
    return Fingerprint(bytes).hexadecimal
  }

  /// Changes with the way in which cards are drawn.
  private static let drawing = "1"
}
