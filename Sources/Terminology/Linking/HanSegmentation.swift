/// Whether a Han name stands in a text as a word, or two other words only make it seem so: `去重建` is 去 and 重建, not 去重 and 建.
///
/// The stretch around the name is cut in the two ways, each as well as the words of everyday prose allow, and the likelier way holds
/// (unigrams, as in the dictionary's own segmenter). Only a name whose edge a two-character word crosses is looked at.
enum HanSegmentation {
  /// Characters that are looked at on either side of a name.
  private static let reach = 2
  /// What a name counts as, beside words of prose: as something said once in a thousand words or so. In bits.
  private static let nameCost = 16
  /// A character that is in no list. In bits.
  private static let unknownCost = 20
  /// By how many bits the other cut must be the likelier one.
  private static let margin = 2

  /// Whether words cross the edges of the name at `start..<end`. O(1) for most names, O(name) for some.
  static func isCrossed(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A long name is no accident.
    guard end - start <= 12, crosses(start, bytes) || crosses(end, bytes) else { return false }
    var left = start, right = end
    while left > 0, start - left < 3 * reach, left >= 3, isHan(bytes[left - 3]) { left -= 3 }
    while right + 3 <= bytes.count, right - end < 3 * reach, isHan(bytes[right]) { right += 3 }
    let text = Array(UnsafeBufferPointer(rebasing: bytes[left..<right]))
    let name = start - left..<end - left
    let kept = cost(of: text[..<name.lowerBound]) + min(nameCost, wordCost(text[name]) ?? nameCost) + cost(of: text[name.upperBound...])
    return cost(of: text[...], without: name) + margin <= kept
  }

  /// Whether the characters on the two sides of `index` are a word.
  private static func crosses(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index >= 3 && index + 3 <= bytes.count && isHan(bytes[index - 3]) && isHan(bytes[index])
      && HanWords.join(UnsafeBufferPointer(rebasing: bytes[index - 3..<index + 3]))
  }

  /// Bits of the likeliest cut of a text into words. O(text).
  private static func cost(of text: ArraySlice<UInt8>, without name: Range<Int>? = nil) -> Int {
    var costs = [0]
    for end in stride(from: text.startIndex + 3, through: text.endIndex, by: 3) {
      var best = costs[costs.count - 1] + (wordCost(text[end - 3..<end]) ?? unknownCost)
      for length in 2...HanWords.longest where costs.count >= length {
        guard end - 3 * length..<end != name, let word = wordCost(text[end - 3 * length..<end]) else { continue }
        best = min(best, costs[costs.count - length] + word)
      }
      costs.append(best)
    }
    return costs[costs.count - 1]
  }

  private static func wordCost(_ word: ArraySlice<UInt8>) -> Int? { HanWords.occurrences(of: word).map { HanWords.total - $0 } }

  private static func isHan(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }
}
