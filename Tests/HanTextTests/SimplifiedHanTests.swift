import Foundation
import Testing

@testable import HanText

@Suite struct SimplifiedHanTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/HanText/Data/simplified-han.txt")

  /// What ICU's transform makes of each character by itself.
  private static func transformed() -> [(traditional: Unicode.Scalar, simplified: Unicode.Scalar)] {
    let all = String.UnicodeScalarView((0x4E00...0x9FFF).compactMap(Unicode.Scalar.init))
    let folded = String(all).applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? ""
    return zip(all, folded.unicodeScalars).filter { $0 != $1 && $1.value <= 0xFFFF }
  }

  /// A later ICU may know a few more.
  @Test func foldsCharactersAsTheTransformDoes() throws {
    let known = Self.transformed()
    if ProcessInfo.processInfo.environment["CIYUAN_RENEW"] != nil { try Self.renew(known) }
    #expect(known.count > 2500 && abs(SimplifiedHan.pairs.count - known.count) < 100)
    let others = known.filter { SimplifiedHan.fold($0.value) != $1.value }
    #expect(others.count < 100, "\(others.prefix(20))")
  }

  @Test func leavesOtherCharactersAlone() {
    for scalar in ["a", "们", "。", "か", "😀"] as [Unicode.Scalar] { #expect(SimplifiedHan.fold(scalar.value) == scalar.value) }
    #expect(SimplifiedHan.pairs.map(\.traditional) == SimplifiedHan.pairs.map(\.traditional).sorted())
  }

  private static func renew(_ known: [(traditional: Unicode.Scalar, simplified: Unicode.Scalar)]) throws {
    let head = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").prefix { $0.hasPrefix("#") }.map(String.init)
    let lines = stride(from: 0, to: known.count, by: 32).map { start in
      known[start..<min(known.count, start + 32)].map { "\($0)\($1)" }.joined()
    }
    try ((head + lines).joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}
