import Testing

@testable import SiteSearch

@Suite struct BitWriterTests {
  @Test func writesTheMostSignificantBitFirst() {
    var writer = BitWriter()
    writer.write(0b101, bits: 3)
    writer.write(0xFFFF_FFFF, bits: 32)
    #expect(writer.count == 35)
    #expect(writer.finished() == [0xBF, 0xFF, 0xFF, 0xFF, 0xE0])
  }

  @Test(arguments: [(1, "1"), (2, "010"), (5, "00101"), (8, "0001000")]) func writesGammaCodes(value: Int, bits: String) {
    #expect(written { $0.writeGamma(UInt32(value)) } == bits)
  }

  @Test(arguments: [(0, "00"), (1, "01"), (2, "10"), (3, "110"), (4, "111")])
  func writesValuesBelowFiveInTwoOrThreeBits(value: Int, bits: String) {
    #expect(written { $0.writeBelow(5, UInt32(value)) } == bits)
  }

  @Test func writesNothingForASequenceWithoutGaps() {
    #expect(written { $0.writeRising([3, 4, 5, 6], low: 3, high: 6) } == "")
    #expect(written { $0.writeRising([], low: 0, high: 9) } == "")
  }

  @Test func writesTheMiddleOfASequenceFirst() {
    // 5 of 1...8 as 4 of eight values; then 2 of 0...4 as one of five; then 9 of 6...9 as the last of four.
    #expect(written { $0.writeRising([2, 5, 9], low: 0, high: 9) } == "100" + "10" + "11")
  }

  private func written(_ write: (inout BitWriter) -> Void) -> String {
    var writer = BitWriter()
    write(&writer)
    let count = writer.count
    let bits = writer.finished().map { byte in
      let digits = String(byte, radix: 2)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
    return String(bits.joined().prefix(count))
  }
}
