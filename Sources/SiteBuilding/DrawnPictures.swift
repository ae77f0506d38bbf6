import ContentModel
import Diagnostics
import SitePictures

/// The pictures that are drawn for a site: which of them stands for each page where its address is shared, and its sign in
/// pixels.
public struct DrawnPictures: Sendable {
  /// The rule of the warning that a page has no picture.
  public static let missingFont = "card-font"

  /// Makes a picture a file, if it can be drawn. Called on any thread.
  typealias Drawing = @Sendable (any SitePicture) -> OutputFile?

  let files: [OutputFile]
  let diagnostics: [Diagnostic]
  /// By their size.
  let icons: [SiteIcon]
  private let byPage: [String: SocialCard]
  private let homes: [LanguageTag: SocialCard]

  /// No pictures.
  init() { (files, diagnostics, icons, byPage, homes) = ([], [], [], [:], [:]) }

  /// Pictures for all pages that have a title of their own, if the site has a base URL to name them by. What has none, or one
  /// that cannot be drawn, has that of the home page.
  init(_ pages: [SitePage], in model: SiteModel, draw: @escaping Drawing) async {
    let palette = ThemePalette(model.input.theme)
    let signs = (model.input.theme.assets["icon.svg"]).map { svg in
      Self.iconSides.map { SiteIcon(side: $0, svg: svg, ground: palette.brand) }
    }
    let signFiles = (signs ?? []).map { (icon: $0, file: draw($0)) }
    icons = signFiles.filter { $0.file != nil }.map(\.icon)
    let isNamed = model.configuration.baseURL != nil
    let wanted = (isNamed ? pages : []).compactMap { page in page.card(in: model, palette).map { (page: page, card: $0) } }
    var seen: Set<SocialCard> = []
    let cards = wanted.map(\.card).filter { seen.insert($0).inserted }
    let drawn = await ParallelMap.run(cards) { draw($0) }
    let there = Set(zip(cards, drawn).compactMap { $1 == nil ? nil : $0 })
    files = signFiles.compactMap(\.file) + drawn.compactMap { $0 }
    // Two pages of one address are told elsewhere.
    let byPage = Dictionary(wanted.filter { there.contains($0.card) }.map { ($0.page.path, $0.card) }) { first, _ in first }
    self.byPage = byPage
    homes = Dictionary(
      uniqueKeysWithValues: model.routes.languages.compactMap { language in
        byPage[model.routes.home(language).file].map { (language, $0) }
      })
    diagnostics = Self.diagnostics(missing: wanted.map(\.card).filter { !there.contains($0) })
  }

  /// The picture of the page at an address.
  func card(at permalink: Permalink, _ language: LanguageTag) -> SocialCard? { byPage[permalink.file] ?? homes[language] }

  /// What a web app manifest should name (192 and 512), and what a telephone of Apple's shows on its screen (180).
  private static let iconSides = [180, 192, 512]

  var touchIcon: String? { icons.first { $0.side == 180 }?.path }

  private static func diagnostics(missing: [SocialCard]) -> [Diagnostic] {
    guard let first = missing.first else { return [] }
    return [
      Diagnostic(
        .warning, rule: missingFont,
        "\(missing.count) page\(missing.count == 1 ? " has" : "s have") no card picture: no font of this machine has all characters of"
          + " \"\(first.title.text)\"",
        suggestion: "install a font for its script: apt-get install fonts-noto-cjk")
    ]
  }
}
