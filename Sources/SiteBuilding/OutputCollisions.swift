import Diagnostics

/// Files that cannot stand beside each other: two of one path, two that differ in case alone (one file on the disks
/// of most people), a file where another needs a folder.
enum OutputCollisions {
  /// - Parameter outputs: who makes files (a document's path, a producer's name), and their paths.
  /// - Returns: a diagnostic for each pair, naming both makers; sorted.
  /// - Complexity: O(n · depth).
  static func diagnostics(in outputs: [(producer: String, path: String)]) -> [Diagnostic] {
    var first: [String: (producer: String, path: String)] = [:]
    var found: [Diagnostic] = []
    for output in outputs {
      let key = output.path.lowercased()
      if let other = first[key] {
        let summary =
          other.path == output.path
          ? "\(output.path) is made by \(other.producer) and by \(output.producer)"
          : "\(other.path) (by \(other.producer)) and \(output.path) (by \(output.producer)) differ in case alone"
        found.append(diagnostic(summary))
      } else {
        first[key] = output
      }
    }
    for output in outputs {
      for slash in output.path.indices where output.path[slash] == "/" {
        guard let other = first[output.path[..<slash].lowercased()] else { continue }
        found.append(
          diagnostic(
            "\(other.path) (by \(other.producer)) stands where \(output.path) (by \(output.producer)) needs a folder"))
      }
    }
    return found.sorted()
  }

  private static func diagnostic(_ summary: String) -> Diagnostic {
    Diagnostic(.error, rule: "output-collision", summary, suggestion: "give one of them another slug")
  }
}
