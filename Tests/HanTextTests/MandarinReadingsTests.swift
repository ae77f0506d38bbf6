import Foundation
import Testing

@testable import HanText

@Suite struct MandarinReadingsTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/HanText/Data/mandarin-readings.txt")

  /// What ICU's transform says of each Han character.
  private static func transformed() -> [(character: Unicode.Scalar, syllable: String)] {
    let characters = (0x3005...0x323AF).compactMap(Unicode.Scalar.init).filter(HanScript.contains)
    let text = characters.map { String($0) }.joined(separator: "\n")
    let readings = (text.applyingTransform(.mandarinToLatin, reverse: false) ?? "").lowercased()
      .split(separator: "\n", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    return zip(characters, readings).filter { character, reading in
      reading.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && !HanScript.contains($0) || (0x300...0x36F).contains($0.value) }
    }.map { ($0, String($1)) }
  }

  /// A later ICU may read a few characters otherwise.
  @Test func readsCharactersAsTheTransformDoes() throws {
    let known = Self.transformed()
    if ProcessInfo.processInfo.environment["CIYUAN_RENEW"] != nil { try Self.renew(known) }
    #expect(known.count > 40_000)
    let others = known.filter { MandarinReadings.syllable(of: $0.character)?.marked != $0.syllable }
    #expect(others.count < 100, "\(others.prefix(20))")
  }

  @Test func knowsNoReadingOfOtherCharacters() {
    for scalar in ["a", "々", "。", "か", "😀"] as [Unicode.Scalar] { #expect(MandarinReadings.syllable(of: scalar) == nil) }
  }

  private static func renew(_ known: [(character: Unicode.Scalar, syllable: String)]) throws {
    let head = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").prefix { $0.hasPrefix("#") }.map(String.init)
    let lines = Dictionary(grouping: known, by: \.syllable).map { syllable, entries in
      "\(syllable) " + String(String.UnicodeScalarView(entries.map(\.character)))
    }
    try ((head + lines.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }).joined(separator: "\n") + "\n")
      .write(to: file, atomically: true, encoding: .utf8)
  }
}
