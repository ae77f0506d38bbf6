internal import CHTMLParser
internal import Diagnostics

/// A parsed page: elements and runs of text in document order, each knowing where its inside ends.
///
/// Walks are loops over indices, never recursion, so that deep nesting costs nothing:
/// the inside of node `i` is `i + 1 ..< tree.end(i)`.
final class HTMLTree {
  /// Elements nested deeper are no page that anybody wrote.
  static let maximumDepth: UInt32 = 1000

  private static let isPrepared: Bool = {
    chtml_prepare()
    return true
  }()

  private let document: UnsafeMutablePointer<chtml_document>
  /// What each name number of the document means.
  private let tags: [HTMLTag]

  /// Parses UTF-8 text. O(bytes).
  init(_ text: [UInt8], path: String) throws(UnreadableDocument) {
    precondition(Self.isPrepared)
    let parsed = text.withUnsafeBufferPointer { chtml_parse($0.baseAddress, $0.count, Self.maximumDepth) }
    guard let parsed else { throw UnreadableDocument(.error, "too-large", "Memory exhausted by the page", path) }
    let page = parsed.pointee
    if let fault = Self.fault(of: page, path: path) {
      chtml_free(parsed)
      throw fault
    }
    document = parsed
    tags = (0..<Int(page.name_count)).map { number in
      if number == 0 { return .text }
      let name = page.names[number]
      let bytes = UnsafeBufferPointer(start: page.bytes + Int(name.offset), count: Int(name.length))
      return HTMLTag.named(String(decoding: bytes, as: UTF8.self))
    }
  }

  deinit { chtml_free(document) }

  private static func fault(of page: chtml_document, path: String) -> UnreadableDocument? {
    if page.too_deep {
      return UnreadableDocument(
        .error, "too-deep", "Elements nested deeper than \(maximumDepth) levels", path,
        suggestion: "save the page's text instead")
    }
    if page.too_many_attributes {
      return UnreadableDocument(.error, "too-many-attributes", "Thousands of attributes in one tag", path)
    }
    return page.failed ? UnreadableDocument(.error, "too-large", "More in the page than memory holds", path) : nil
  }

  var count: Int { Int(document.pointee.node_count) }

  func tag(_ node: Int) -> HTMLTag { tags[Int(document.pointee.nodes[node].name)] }

  /// The element's name in lower case; for elements that ``HTMLTag`` does not know.
  func name(_ node: Int) -> String {
    let name = document.pointee.names[Int(document.pointee.nodes[node].name)]
    let bytes = UnsafeBufferPointer(start: document.pointee.bytes + Int(name.offset), count: Int(name.length))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Index just after the inside of a node.
  func end(_ node: Int) -> Int { Int(document.pointee.nodes[node].end) }

  /// The enclosing element; 0, the document, for the outermost and for itself.
  func parent(_ node: Int) -> Int { Int(document.pointee.nodes[node].parent) }

  /// Line of the source, from 1, where a node begins.
  func line(_ node: Int) -> Int { Int(document.pointee.nodes[node].line) }

  /// The bytes of a text node; valid as long as the tree.
  func text(_ node: Int) -> UnsafeBufferPointer<UInt8> {
    let entry = document.pointee.nodes[node]
    guard entry.name == 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: document.pointee.bytes + Int(entry.first), count: Int(entry.count))
  }

  /// An attribute's value, entities decoded; empty where it has none; `nil` where it is absent.
  func attribute(_ name: StaticString, of node: Int) -> String? {
    let entry = document.pointee.nodes[node]
    guard entry.name != 0, entry.count > 0 else { return nil }
    for index in Int(entry.first)..<Int(entry.first + entry.count) {
      let attribute = document.pointee.attributes[index]
      guard Int(attribute.name.length) == name.utf8CodeUnitCount else { continue }
      let bytes = UnsafeBufferPointer(
        start: document.pointee.bytes + Int(attribute.name.offset), count: Int(attribute.name.length))
      let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      guard bytes.elementsEqual(wanted) else { continue }
      return value(attribute)
    }
    return nil
  }

  /// All attributes of an element, in order.
  func attributes(of node: Int) -> [(name: String, value: String)] {
    let entry = document.pointee.nodes[node]
    guard entry.name != 0 else { return [] }
    return (Int(entry.first)..<Int(entry.first + entry.count)).map { index in
      let attribute = document.pointee.attributes[index]
      let name = UnsafeBufferPointer(
        start: document.pointee.bytes + Int(attribute.name.offset), count: Int(attribute.name.length))
      return (String(decoding: name, as: UTF8.self), value(attribute))
    }
  }

  private func value(_ attribute: chtml_attribute) -> String {
    let bytes = UnsafeBufferPointer(
      start: document.pointee.bytes + Int(attribute.value.offset), count: Int(attribute.value.length))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text inside a node, as it stands in the source. O(nodes inside).
  func textContent(_ node: Int) -> String {
    var bytes: [UInt8] = []
    for index in node..<max(node + 1, end(node)) where tag(index) == .text { bytes += text(index) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
