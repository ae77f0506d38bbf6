internal import HanText

extension NoiseRule {
  /// A line that is nothing but the name of an image file: what a text export leaves of a picture.
  static let imageFiles = NoiseRule(id: "image-placeholder") { page in
    let kinds: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "awebp", "avif"]
    for index in page.lines.indices where !page.isBlank(index) && page.lines[index].hint == nil {
      let text = page.lines[index].folded.text
      guard text.count < 120, let dot = text.lastIndex(of: "."), dot > 0, text.count - dot <= 6 else { continue }
      guard !text[..<dot].contains(" ") || text[..<dot].allSatisfy({ $0.isWordlike || $0.isOne(of: " -_()") })
      else { continue }
      let kind = String(text[(dot + 1)...].map(\.lowercased))
      // A sentence may name a file.
      guard kinds.contains(kind), text[..<dot].filter(\.isHan).count < 12 else { continue }
      guard !text.starts(with: "http".unicodeScalars) else { continue }
      page.decide(index, .strip, "image-placeholder", page.lines[index].folded.string)
    }
  }
}
