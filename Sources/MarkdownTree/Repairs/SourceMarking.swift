/// Puts repair marks into a source, where it needs any.
enum SourceMarking {
  /// Where a mark goes, and which.
  struct Insertion {
    let offset: Int
    let mark: Mark
  }

  enum Mark { case boundary, escape, stop }

  /// The marked source; `nil` where there is nothing to mark. One pass, which stops at `*`, `~`, `$`, `[`, `:` and `\` only.
  static func marked(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let insertions = insertions(in: source).sorted { $0.offset < $1.offset }
    guard !insertions.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(source.count + insertions.count * 4)
    var from = 0
    for insertion in insertions {
      result.append(contentsOf: source[from..<insertion.offset])
      switch insertion.mark {
      case .boundary: result.append(contentsOf: RepairMarks.boundary)
      case .escape: result.append(contentsOf: RepairMarks.escape)
      case .stop: result.append(contentsOf: RepairMarks.stop)
      }
      from = insertion.offset
    }
    result.append(contentsOf: source[from...])
    return result
  }

  private static func insertions(in source: UnsafeBufferPointer<UInt8>) -> [Insertion] {
    var result: [Insertion] = []
    var index = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "~"):
        index = EmphasisRepair.scan(runAt: index, in: source, &result)
      case UInt8(ascii: "$"):
        index = PipeRepair.scan(formulaAt: index, in: source, &result)
      case UInt8(ascii: "["):
        index = PipeRepair.scan(bracketAt: index, in: source, &result)
      case UInt8(ascii: ":"):
        index = AutolinkRepair.scan(colonAt: index, in: source, &result)
      case UInt8(ascii: "\\"):
        index += 2
        // An escaped bracket or brace is to be told from one that begins `[[term]]` or `{no-link}`.
        if index < source.count, source[index - 1] == UInt8(ascii: "[") || source[index - 1] == UInt8(ascii: "{") {
          result.append(Insertion(offset: index, mark: .boundary))
        }
      default:
        index += 1
      }
    }
    return result
  }
}
