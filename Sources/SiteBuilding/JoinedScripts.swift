/// Scripts in parts: a folder of scripts in `assets/` is published as one script, so that each part may have one idea and
/// readers load one file.
enum JoinedScripts {
  /// Replaces the files of every folder that has scripts alone: `search/10-tokens.js`, `search/20-bits.js` become
  /// `search.js`, the parts in the order of their names inside one strict function, where they share a scope. A file of the
  /// folder's name takes the place of all its parts. O(bytes).
  static func join(_ assets: [String: [UInt8]]) -> [String: [UInt8]] {
    var result = assets
    let folders = Dictionary(grouping: assets.keys.filter { $0.contains("/") }) { path in path.prefix { $0 != "/" } }
    for (folder, parts) in folders where parts.allSatisfy({ isPart($0, of: folder) }) {
      for part in parts { result[part] = nil }
      let name = "\(folder).js"
      if assets[name] == nil { result[name] = function(of: parts.sorted().compactMap { assets[$0] }) }
    }
    return result
  }

  private static func isPart(_ path: String, of folder: Substring) -> Bool {
    path.hasSuffix(".js") && !path.dropFirst(folder.count + 1).contains("/")
  }

  private static func function(of parts: [[UInt8]]) -> [UInt8] {
    Array("(function () {\n\"use strict\";\n".utf8) + parts.joined(separator: "\n".utf8) + Array("\n})();\n".utf8)
  }
}
