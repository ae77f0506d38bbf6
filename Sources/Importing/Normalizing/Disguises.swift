internal import HanText

/// Spellings by which advertisements slip past word filters (`扫描二v码`, `VＸ`, `薇信`), and what they stand for.
struct Disguises: Sendable {
  private struct Entry: Sendable {
    let written: [Unicode.Scalar]
    let meant: [Unicode.Scalar]
  }

  /// By first character, longest first.
  private var entries: [Unicode.Scalar: [Entry]] = [:]
  private var firsts = ScalarFilter()

  init(_ table: [String: String] = [:]) {
    for (written, meant) in table {
      let written = written.unicodeScalars.map(\.keyed)
      guard let first = written.first else { continue }
      entries[first, default: []].append(Entry(written: written, meant: Array(meant.unicodeScalars)))
    }
    firsts = ScalarFilter(entries.keys)
    entries = entries.mapValues { list in
      list.sorted { ($1.written.count, String($0.written)) < ($0.written.count, String($1.written)) }
    }
  }

  /// Replaces from left to right, longest first. A disguise of Latin letters counts only where no other Latin letter or
  /// digit adjoins it, so that `vx` is not found in `vxlan`. O(text).
  func undo(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains(where: { firsts.mayContain($0) && entries[$0] != nil }) else { return text }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if firsts.mayContain(text[index]), let entry = entries[text[index]]?.first(where: { matches($0.written, text, at: index) }) {
        result += entry.meant
        index += entry.written.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private func matches(_ written: [Unicode.Scalar], _ text: [Unicode.Scalar], at start: Int) -> Bool {
    let end = start + written.count
    guard end <= text.count, text[start..<end].elementsEqual(written) else { return false }
    if written[0].isASCIIAlphanumeric, start > 0, text[start - 1].isASCIIAlphanumeric { return false }
    if written.last!.isASCIIAlphanumeric, end < text.count, text[end].isASCIIAlphanumeric { return false }
    return true
  }
}
