/// Scripts and style sheets in parts: a folder of one sort in `assets/` is published as one file, so that each part may
/// have one idea and readers load one file.
enum JoinedAssets {
  /// Replaces the files of every folder that has scripts alone, or style sheets alone: `search/10-tokens.js`,
  /// `search/20-bits.js` become `search.js`, the parts in the order of their names inside one strict function, where they
  /// share a scope; `style/10-tokens.css`, … become `style.css`. A file of the folder's name takes the place of all its
  /// parts. O(bytes).
  static func join(_ assets: [String: [UInt8]]) -> [String: [UInt8]] {
    var result = assets
    let folders = Dictionary(grouping: assets.keys.filter { $0.contains("/") }) { path in path.prefix { $0 != "/" } }
    for (folder, parts) in folders {
      guard let suffix = [".js", ".css"].first(where: { suffix in parts.allSatisfy { isPart($0, of: folder, suffix) } }) else {
        continue
      }
      for part in parts { result[part] = nil }
      let name = "\(folder)\(suffix)"
      guard assets[name] == nil else { continue }
      let joined = parts.sorted().compactMap { assets[$0] }.joined(separator: "\n".utf8)
      result[name] = suffix == ".js" ? function(of: Array(joined)) : Array(joined)
    }
    return result
  }

  private static func isPart(_ path: String, of folder: Substring, _ suffix: String) -> Bool {
    path.hasSuffix(suffix) && !path.dropFirst(folder.count + 1).contains("/")
  }

  private static func function(of script: [UInt8]) -> [UInt8] {
    Array("(function () {\n\"use strict\";\n".utf8) + script + Array("\n})();\n".utf8)
  }
}
