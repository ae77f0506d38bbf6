// swift-tools-version: 6.1
import PackageDescription

// Layers, bottom-up: a target imports only targets listed before it.
// `Tests/LayerTests` holds this list against the imports in the sources.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The libraries are compiled with optimization, and with assertions, for debugging too: each site and each import of the tests
// would else take several times as long.
let optimized =
  settings + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

// glibc's allocator takes an eighth of an import's processor time more: two threads make and drop short strings all along.
let allocator: [LinkerSetting] = [.linkedLibrary("jemalloc")]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], embedsData: Bool = false, exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: optimized, plugins: embedsData ? [.plugin(name: "EmbedFiles")] : [])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "ciyuan",
  products: [.executable(name: "ciyuan", targets: ["ciyuan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),  // tests only
  ],
  targets: [
    // Build tool: puts templates and data files inside the executable.
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .executableTarget(name: "embed-files", swiftSettings: settings),

    // C libraries of the system.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CLibDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CCompression", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev", "zlib1g-dev"])]),
    .target(name: "CMarkReentrancy", dependencies: ["CCMarkGFM"]),
    .target(name: "CHTMLParser", dependencies: ["CLibXML2"]),
    .target(name: "CDuktape", dependencies: ["CLibDuktape"]),
    .target(name: "CMicroHTTPD", dependencies: ["CLibMicroHTTPD"]),
    .target(name: "CFileExchange"),
    .target(name: "CCanvas", linkerSettings: [.linkedLibrary("z")]),

    library("Diagnostics"),
    library("FileSystem"),
    library("Encodings"),
    library("HanText", embedsData: true, exclude: ["Data"]),
    library("MarkdownTree", ["CCMarkGFM", "CMarkReentrancy", "Diagnostics", "Encodings", "HanText"]),
    library("ContentModel", ["Diagnostics", "FileSystem", "Encodings", "HanText", yams]),
    library("SitePictures", ["CCanvas", "FileSystem", "Encodings", "ContentModel"]),
    library("Terminology", ["Diagnostics", "HanText", "MarkdownTree", "ContentModel"], embedsData: true, exclude: ["Data"]),
    library(
      "Importing",
      ["CHTMLParser", "Diagnostics", "FileSystem", "Encodings", "HanText", "MarkdownTree", "ContentModel", "Terminology", yams],
      embedsData: true, exclude: ["Data"]),
    library(
      "TermExchange",
      [
        "CSQLite", "CLibZip", "Diagnostics", "FileSystem", "Encodings", "HanText", "MarkdownTree", "ContentModel", "Importing",
      ]),
    library("SiteSearch", ["Encodings", "HanText", "ContentModel"], exclude: ["FORMAT.md"]),
    library("TemplateEngine", ["Diagnostics", "Encodings"]),
    library("Typesetting", ["CDuktape"], embedsData: true),
    library(
      "SiteBuilding",
      [
        "Diagnostics", "FileSystem", "Encodings", "HanText", "MarkdownTree", "ContentModel", "Terminology", "SiteSearch",
        "TemplateEngine", "Typesetting", "SitePictures", yams,
      ], embedsData: true),
    library(
      "SiteDelivery", ["CCompression", "CFileExchange", "CMicroHTTPD", "Diagnostics", "FileSystem", "Encodings", "ContentModel"],
      embedsData: true,
      exclude: ["Data"]),
    .executableTarget(
      name: "ciyuan",
      dependencies: [
        "Diagnostics", "FileSystem", "HanText", "MarkdownTree", "ContentModel", "Terminology", "Importing", "TermExchange", "SiteSearch",
        "TemplateEngine", "SitePictures", "SiteBuilding", "SiteDelivery", arguments,
      ], exclude: ["Data"], swiftSettings: settings, linkerSettings: allocator, plugins: [.plugin(name: "EmbedFiles")]),

    // Builds an index for the tests of the search client (Tests/ClientTests).
    .executableTarget(
      name: "search-fixture", dependencies: ["SiteSearch", "ContentModel"], path: "Tests/SearchFixture",
      swiftSettings: settings),

    // Sites to measure and test with, and the measuring; see `make bench`.
    library("SyntheticCorpus", ["FileSystem"]),
    .executableTarget(
      name: "ciyuan-bench",
      dependencies: [
        "Diagnostics", "FileSystem", "MarkdownTree", "ContentModel", "Terminology", "Importing", "SiteBuilding", "SiteDelivery",
        "SyntheticCorpus",
      ], swiftSettings: settings, linkerSettings: allocator),

    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("FileSystemTests", ["FileSystem"]),
    tests("EncodingsTests", ["Encodings"]),
    tests("HanTextTests", ["HanText"]),
    tests("MarkdownTreeTests", ["MarkdownTree", "Diagnostics", "SyntheticCorpus"], exclude: ["Cases"]),
    tests("ContentModelTests", ["ContentModel", "Diagnostics", "FileSystem", "SyntheticCorpus"]),
    tests("TerminologyTests", ["Terminology", "ContentModel", "MarkdownTree", "Diagnostics", "SyntheticCorpus"]),
    tests(
      "ImportingTests",
      ["Importing", "ContentModel", "Terminology", "Diagnostics", "FileSystem", "HanText", "MarkdownTree", "SyntheticCorpus"],
      exclude: ["HTML/Cases", "HTML/sites.txt", "Normalizing/Cases", "Duplicates/Titles"]),
    tests("TermExchangeTests", ["TermExchange", "ContentModel", "Diagnostics", "FileSystem"], exclude: ["TBX/tbx-basic.rng"]),
    tests("SiteSearchTests", ["SiteSearch", "ContentModel", "HanText", "SyntheticCorpus"]),
    tests("TypesettingTests", ["Typesetting"]),
    tests(
      "TemplateEngineTests",
      ["TemplateEngine", "Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
    tests(
      "SiteBuildingTests",
      ["SiteBuilding", "Encodings", "TemplateEngine", "Typesetting", "ContentModel", "Diagnostics", "FileSystem", "SyntheticCorpus"]),
    tests("SitePicturesTests", ["SitePictures", "ContentModel", "FileSystem"]),
    tests("SiteDeliveryTests", ["SiteDelivery", "ContentModel", "Diagnostics", "FileSystem"]),
    tests("LayerTests", []),
    tests("CommandTests", ["ciyuan", "FileSystem", "SyntheticCorpus"]),
  ]
)
