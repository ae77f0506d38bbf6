/// Pictures that a page loads late stand in `<noscript>` once more, for readers without scripts, with the address that the first one
/// may not have.
extension BlockReader {
  /// The one picture of a `<noscript>` that holds nothing else.
  func pictureWithoutScript(_ node: Int) -> Int? {
    let inside = node + 1..<tree.end(node)
    let images = inside.filter { tree.tag($0) == .img }
    guard images.count == 1, tree.textContent(node).trimmingSpace().isEmpty,
      !inside.contains(where: { tree.tag($0) == .iframe || tree.tag($0) == .script })
    else { return nil }
    return address(images[0]) == nil ? nil : images[0]
  }

  /// Whether the picture beside a `<noscript>` is the same, and no placeholder.
  func isShown(_ image: Int, beside node: Int) -> Bool {
    neighbours(of: node).contains { other in
      guard tree.tag(other) == .img, !isPlaceholder(other, ElementNames(of: other, in: tree)), let address = address(other) else {
        return false
      }
      return isLate(other) || address == self.address(image)
    }
  }

  /// Whether a picture only holds the place of the one in the `<noscript>` beside it.
  func isPlaceholder(_ image: Int, _ names: ElementNames) -> Bool {
    guard !isLate(image), let own = tree.attribute("src", of: image) else { return false }
    let file = own.split(separator: "?").first?.split(separator: "/").last.map(String.init) ?? ""
    let isNamedSo = (Array(names.names) + [file]).contains { name in
      vocabulary.placeholderImages.contains { name.lowercased().contains($0) }
    }
    guard isNamedSo else { return false }
    return neighbours(of: image).contains { tree.tag($0) == .noscript && pictureWithoutScript($0) != nil }
  }

  /// Whether the address stands in another attribute than the one that browsers load at once.
  private func isLate(_ image: Int) -> Bool { address(image).map { $0 != tree.attribute("src", of: image).flatMap(links.image) } ?? false }

  private func address(_ image: Int) -> String? {
    let reader = ImageReader(tree: tree, vocabulary: vocabulary, links: links)
    guard case .image(let read) = reader.read(image, ElementNames(of: image, in: tree)) else { return nil }
    return read.address
  }

  /// The elements right before and behind a node, white space aside.
  private func neighbours(of node: Int) -> [Int] {
    func isBlank(_ node: Int) -> Bool { tree.tag(node) == .text && tree.textContent(node).trimmingSpace().isEmpty }
    let parent = tree.parent(node)
    var result: [Int] = []
    var before = node - 1
    if before > parent, isBlank(before), tree.parent(before) == parent { before -= 1 }
    // A picture has nothing inside; a `<noscript>` has one.
    if before > parent, tree.parent(before) != parent { before = tree.parent(before) }
    if before > parent, tree.parent(before) == parent { result.append(before) }
    var after = tree.end(node)
    if after < tree.end(parent), isBlank(after) { after = tree.end(after) }
    if after < tree.end(parent) { result.append(after) }
    return result
  }
}
