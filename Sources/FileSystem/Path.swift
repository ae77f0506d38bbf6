/// Arithmetic on paths with `/`. Nothing here touches the disk.
public enum Path {
  public static func join(_ base: String, _ path: String) -> String {
    if path.hasPrefix("/") || base.isEmpty { return path }
    if path.isEmpty { return base }
    return base.hasSuffix("/") ? base + path : base + "/" + path
  }

  /// `a/b` of `a/b/c`; `.` where there is none.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// `md` of `a.zh.md`; empty where there is none.
  public static func `extension`(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// Whether a relative path stays inside its folder: no `..`, not absolute, no control character.
  public static func isContained(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      && !path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }
}
