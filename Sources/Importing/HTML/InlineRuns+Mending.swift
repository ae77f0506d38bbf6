extension InlineRuns {
  /// Bold text that the page shows with its asterisks, since its own Markdown reader did not take `**关键词：**后文` for
  /// bold, becomes bold.
  mutating func resolveLiteralEmphasis() {
    guard runs.contains(where: { Self.isProse($0) && Self.hasMark($0.bytes) }) else { return }
    let mark: [UInt8] = [0x2A, 0x2A]
    var result: [Run] = []
    for var run in runs {
      guard Self.isProse(run), Self.hasMark(run.bytes) else {
        result.append(run)
        continue
      }
      // Bold text that was empty.
      while let empty = run.bytes.firstRange(of: mark + mark) { run.bytes.removeSubrange(empty) }
      let parts = run.bytes.split(separator: mark, omittingEmptySubsequences: false)
      // An even number of marks, and nothing empty or spaced between a pair: `2 ** 3 ** 4` is none.
      let inner = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      guard parts.count >= 3, parts.count % 2 == 1, inner.allSatisfy({ $0.first ?? 0x20 != 0x20 && $0.last ?? 0x20 != 0x20 }) else {
        result.append(run)
        continue
      }
      for (offset, part) in parts.enumerated() where !part.isEmpty {
        var piece = run
        piece.bytes = Array(part)
        if offset % 2 == 1 { piece.style.insert(.strong) }
        result.append(piece)
      }
    }
    runs = result
  }

  private static func isProse(_ run: Run) -> Bool { run.style.isDisjoint(with: [.code, .formula, .markup]) }

  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices.dropLast() where bytes[index] == 0x2A && bytes[index + 1] == 0x2A { return true }
      return false
    }
  }

  /// Decodes entities that were escaped twice, except in code.
  mutating func resolveEntities() {
    for index in runs.indices where Self.isProse(runs[index]) && runs[index].bytes.contains(0x26) {
      let text = String(decoding: runs[index].bytes, as: UTF8.self)
      let decoded = Entities.decode(Array(text.unicodeScalars))
      runs[index].bytes = Array(String(String.UnicodeScalarView(decoded)).utf8)
    }
  }
}
