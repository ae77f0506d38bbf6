import Foundation
import Testing

/// Holds the order of targets in Package.swift against the imports in the sources.
@Suite struct LayerTests {
  /// Bottom-up: a target may import only what stands before it.
  static let layers = [
    "CCMarkGFM", "CLibXML2", "CLibMicroHTTPD", "CLibDuktape", "CSQLite", "CLibZip", "CCompression", "CMarkReentrancy", "CHTMLParser",
    "CDuktape", "CMicroHTTPD", "CFileExchange", "CCanvas", "Diagnostics", "FileSystem", "Encodings", "HanText", "MarkdownTree",
    "ContentModel", "SitePictures", "Terminology", "Importing", "TermExchange", "SiteSearch", "TemplateEngine", "Typesetting",
    "SiteBuilding",
    "SiteDelivery", "ciyuan", "SyntheticCorpus",
  ]
  /// Programs of the build and of measuring, which nothing imports.
  static let tools = ["embed-files", "ciyuan-bench"]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = root.appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)!
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    return try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 2, words.count > position + 1 else { return nil }
        return (file.lastPathComponent, String(words[position + 1]))
      }
    }
  }

  @Test func knowsEveryTarget() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
    #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == (Self.layers + Self.tools).sorted())
  }

  /// What reads no file finds no fault.
  @Test(arguments: layers) func readsTheSourcesOfATarget(target: String) throws {
    let isC = target.hasPrefix("C") && target.dropFirst().first?.isUppercase == true
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: "Sources/\(target)").path)
    #expect(files.contains { isC ? $0.hasSuffix(".h") || $0.hasSuffix(".modulemap") : $0.hasSuffix(".swift") })
  }

  @Test(arguments: layers) func importsOnlyLayersBelow(target: String) throws {
    let own = try #require(Self.layers.firstIndex(of: target))
    for (file, module) in try Self.imports(of: target) {
      guard let imported = Self.layers.firstIndex(of: module) else { continue }
      #expect(imported < own, "\(target)/\(file) imports \(module), which stands above it")
    }
  }

  @Test func hasOneImporterOfEachCLibrary() throws {
    let owners = [
      "CCMarkGFM": "MarkdownTree", "CMarkReentrancy": "MarkdownTree", "CHTMLParser": "Importing",
      "CDuktape": "Typesetting", "CMicroHTTPD": "SiteDelivery",
      "CSQLite": "TermExchange", "CLibZip": "TermExchange",
      "CFileExchange": "SiteDelivery", "CCompression": "SiteDelivery", "CCanvas": "SitePictures",
    ]
    for target in Self.layers {
      for (file, module) in try Self.imports(of: target) {
        if let owner = owners[module] { #expect(owner == target, "\(target)/\(file) imports \(module)") }
      }
    }
  }

  @Test func keepsImportAndBuildApart() throws {
    let apart = [("SiteBuilding", "Importing"), ("SiteDelivery", "SiteBuilding"), ("SiteSearch", "Terminology")]
    for (target, other) in apart {
      for (file, module) in try Self.imports(of: target) {
        #expect(module != other, "\(target)/\(file) imports \(other)")
      }
    }
  }
}
