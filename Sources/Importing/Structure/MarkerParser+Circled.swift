extension MarkerParser {
  /// `①`, `⑴`, `㈠`, `❶`, `Ⓐ`: a number or a letter in one sign.
  mutating func circled() -> LineMarker? {
    guard let scalar = peek(0), peek(1) != nil, let series = Self.series(of: scalar) else { return nil }
    position += 1
    skipSeparator()
    let value = series.first + Int(scalar.value - series.signs.lowerBound)
    return LineMarker(family: series.family, path: [value], delimiter: series.delimiter)
  }

  static func isCircled(_ scalar: Unicode.Scalar) -> Bool { series(of: scalar) != nil }

  private struct Series {
    let signs: ClosedRange<UInt32>
    /// What the first of the signs counts.
    let first: Int
    let family: LineMarker.Family
    /// Tells apart what counts beside one another.
    let delimiter: Unicode.Scalar
  }

  private static func series(of scalar: Unicode.Scalar) -> Series? {
    // Not among Han and letters.
    guard (0x2460...0x32BF).contains(scalar.value) || (0x1F150...0x1F169).contains(scalar.value) else { return nil }
    return all.first { $0.signs.contains(scalar.value) }
  }

  private static let all: [Series] = [
    Series(signs: 0x2460...0x2473, first: 1, family: .circled, delimiter: "①"),
    Series(signs: 0x3251...0x325F, first: 21, family: .circled, delimiter: "①"),
    Series(signs: 0x32B1...0x32BF, first: 36, family: .circled, delimiter: "①"),
    Series(signs: 0x2474...0x2487, first: 1, family: .circled, delimiter: "⑴"),
    // `⒈` is `1.` in one character.
    Series(signs: 0x2488...0x249B, first: 1, family: .decimal, delimiter: "."),
    Series(signs: 0x24F5...0x24FE, first: 1, family: .circled, delimiter: "⓵"),
    Series(signs: 0x2776...0x277F, first: 1, family: .circled, delimiter: "❶"),
    Series(signs: 0x24EB...0x24F4, first: 11, family: .circled, delimiter: "❶"),
    Series(signs: 0x2780...0x2789, first: 1, family: .circled, delimiter: "➀"),
    Series(signs: 0x278A...0x2793, first: 1, family: .circled, delimiter: "❶"),
    Series(signs: 0x3220...0x3229, first: 1, family: .circled, delimiter: "㈠"),
    Series(signs: 0x3280...0x3289, first: 1, family: .circled, delimiter: "㊀"),
    Series(signs: 0x249C...0x24B5, first: 1, family: .letter, delimiter: "⒜"),
    Series(signs: 0x24B6...0x24CF, first: 1, family: .letter, delimiter: "Ⓐ"),
    Series(signs: 0x24D0...0x24E9, first: 1, family: .letter, delimiter: "ⓐ"),
    Series(signs: 0x1F150...0x1F169, first: 1, family: .letter, delimiter: "🅐"),
  ]
}
