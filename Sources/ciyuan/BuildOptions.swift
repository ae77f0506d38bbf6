internal import ArgumentParser
internal import ContentModel
internal import Diagnostics
internal import SiteBuilding
internal import SitePictures

/// The options of the commands that build: build, serve, check.
struct BuildOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(name: [.customShort("u"), .customLong("base-url")], help: "Where the site will stand, as https://example.org/llm/.")
  var baseURL: String?

  @Flag(name: .long, help: "Build pages with status: draft too.")
  var drafts = false

  /// The configuration with what the command line changes.
  func configuration() throws -> SiteConfiguration {
    var configuration = try site.configuration()
    if let baseURL {
      guard baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://") else {
        throw CommandFailure("\"\(baseURL)\" is not a web address", "write --base-url https://example.org/")
      }
      configuration.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    }
    return configuration
  }

  /// Where the pictures of pages that are shared are kept from one build to the next. `nil`, and said, where this machine
  /// cannot draw any.
  func pictureStore() -> PictureStore? {
    if let library = PictureStore.missingLibrary {
      site.console.say("no pictures are drawn: \(library) is missing\n    suggestion: apt-get install librsvg2-2 fonts-noto-cjk")
      return nil
    }
    OwnFolder.hide(root: site.root)
    return PictureStore(folder: OwnFolder.path("pictures", root: site.root))
  }

  /// Loads and builds, writing nothing. `former` is an earlier build to take from.
  func build(
    _ configuration: SiteConfiguration, after former: BuiltSite? = nil, cards: PictureStore? = nil
  ) async throws -> SiteOutput {
    await buildSite(try await input(configuration), after: former, drawing: cards?.file(for:))
  }

  /// All that a build reads.
  func input(_ configuration: SiteConfiguration) async throws -> SiteInput {
    try await SiteInput.load(configuration: configuration, root: site.root, includesDrafts: drafts)
  }
}

/// How diagnostics are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
