/// What an `<img>` stands for.
struct ImageReader {
  enum Content {
    case image(InlineRuns.Image)
    /// An emoji drawn as a picture.
    case text(String)
  }

  let tree: HTMLTree
  let vocabulary: HTMLVocabulary
  let links: LinkResolver

  /// `nil` for pictures that say nothing: tracking dots, icons, placeholders.
  func read(_ node: Int, _ names: ElementNames) -> Content? {
    let alternative = (tree.attribute("alt", of: node) ?? "").collapsingSpace()
    if names.names.contains(where: { $0.lowercased().contains("emoji") || $0.lowercased().contains("emoticon") }) {
      return alternative.isEmpty || alternative.count > 6 ? nil : .text(alternative)
    }
    if isTiny(node) { return nil }
    guard let address = address(node) else { return nil }
    return .image(InlineRuns.Image(address: address, alternative: meaningful(alternative) ?? title(node) ?? ""))
  }

  /// Pages that load images late keep the address in one of these attributes.
  private func address(_ node: Int) -> String? {
    for name in ["data-original", "data-actualsrc", "data-src", "data-lazy-src", "data-original-src", "_src", "src"]
      as [StaticString]
    {
      if let value = tree.attribute(name, of: node), let address = links.image(value) { return address }
    }
    return nil
  }

  private func title(_ node: Int) -> String? {
    tree.attribute("title", of: node).map { $0.collapsingSpace() }.flatMap(meaningful)
  }

  private func meaningful(_ text: String) -> String? {
    let lower = text.lowercased()
    if text.isEmpty || vocabulary.emptyImageTexts.contains(lower) || text.utf8.count > 300 { return nil }
    // A file's name or a number says nothing.
    let isFileName = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"].contains { lower.hasSuffix($0) }
    return isFileName || text.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "_" }) ? nil : text
  }

  private func isTiny(_ node: Int) -> Bool {
    for name in ["width", "height"] as [StaticString] {
      let value = tree.attribute(name, of: node).map { $0.hasSuffix("px") ? String($0.dropLast(2)) : $0 }
      if let size = value.flatMap({ Int($0) }), size <= 24 { return true }
    }
    return false
  }
}
