internal import FileSystem

/// The `Content-Type` of a file, by its name. Texts are UTF-8, and say so.
enum MediaType {
  static func of(_ path: String) -> String {
    let known = types[Path.extension(of: path).lowercased()] ?? "application/octet-stream"
    return isText(path) ? known + "; charset=utf-8" : known
  }

  static func isText(_ path: String) -> Bool {
    guard let known = types[Path.extension(of: path).lowercased()] else { return false }
    return known.hasPrefix("text/") || ["json", "xml", "javascript"].contains { known.hasSuffix($0) }
  }

  /// Whether a page shows such a file as a part of itself.
  static func isShown(_ path: String) -> Bool {
    let type = of(path)
    return ["text/css", "text/javascript", "image/", "font/"].contains { type.hasPrefix($0) }
  }

  private static let types: [String: String] = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript", "txt": "text/plain",
    "md": "text/markdown", "csv": "text/csv", "ics": "text/calendar", "vtt": "text/vtt",
    "json": "application/json", "map": "application/json", "webmanifest": "application/manifest+json",
    "jsonld": "application/ld+json", "xml": "application/xml", "xsl": "application/xslt+xml",
    "atom": "application/atom+xml", "rss": "application/rss+xml",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
    "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip", "wasm": "application/wasm",
  ]
}
