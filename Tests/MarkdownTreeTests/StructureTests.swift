import MarkdownTree
import Testing

/// Properties that hold of every document.
@Suite struct StructureTests {
  /// The kinds still open at the end, or the first event that closes what is not open.
  func unbalanced(_ tree: MarkdownTree) -> [Node.Kind] {
    var open: [Node.Kind] = []
    for node in tree.nodes {
      switch node.phase {
      case .open: open.append(node.kind)
      case .close: if open.popLast() != node.kind { return [node.kind] }
      case .leaf: break
      }
    }
    return open
  }

  @Test func closesWhatItOpens() {
    for document in ParallelParsingTests.documents {
      var tree = MarkdownTree.parse(document).tree
      #expect(unbalanced(tree).isEmpty, "\(document)")
      tree.rewriteLinks { $0.destination.contains("a") ? .unwrap : .replace(LinkTarget(url: "b")) }
      #expect(unbalanced(tree).isEmpty, "\(document)")
    }
  }

  @Test func leavesNoMarkBehind() {
    for document in ParallelParsingTests.documents {
      let html = String(decoding: MarkdownTree.parse(document).tree.html(), as: UTF8.self)
      #expect(!html.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) }, "\(document)")
    }
  }

  @Test func givesTheSameEveryTime() {
    for document in ParallelParsingTests.documents {
      #expect(MarkdownTree.parse(document).tree.html() == MarkdownTree.parse(document).tree.html())
    }
  }
}
