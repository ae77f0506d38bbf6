/// What the client knows of keys before it has loaded any: of the words and pairs of Han characters that say what pages
/// are about, how many pages have them. FORMAT.md, "The sketch".
///
/// A long query could load a file for each of its features. A few of them tell nearly as much as all do, if they are the
/// right ones: search engines that look for substrings start with the rarest grams for the same reason.
enum FeatureSketch {
  /// The most that are named: about eight bits each, in the file that every search begins with.
  static let mostFeatures = 2048
  /// A class has keys of four times as many pages as the one before; the last has all others.
  static let classCount = 8
  /// One in so many keys that are not named is taken for one that is.
  static let spread = 64
  /// A page with this level is about the key: it has it in a title, or often.
  static let leastLevel: UInt32 = 6

  static func bytes(_ dictionary: IndexDictionary) -> [UInt8] {
    var features: [(number: Int, strong: Int, pages: Int)] = []
    for number in 0..<dictionary.count where dictionary.isFeature(number) {
      let postings = dictionary.postings(of: number)
      let strong = postings.reduce(0) { $0 + ($1 & 15 >= leastLevel ? 1 : 0) }
      if strong > 0 { features.append((number, strong, postings.count)) }
    }
    features.sort { ($1.strong, $0.number) < ($0.strong, $1.number) }
    var classes = [[UInt32]](repeating: [], count: classCount)
    for feature in features.prefix(mostFeatures) {
      let size = (Int.bitWidth - 1 - feature.pages.leadingZeroBitCount) / 2
      classes[min(classCount - 1, size)].append(hash(dictionary.text(of: feature.number)))
    }
    var writer = BitWriter()
    for hashes in classes {
      let size = UInt32(hashes.count * spread)
      let values = Set(hashes.map { $0 % size }).sorted()
      writer.writeGamma(UInt32(hashes.count) + 1)
      guard size > 0 else { continue }
      writer.writeGamma(UInt32(values.count))
      writer.writeRising(values[...], low: 0, high: size - 1)
    }
    return writer.finished()
  }

  /// FNV-1a over UTF-16 units.
  static func hash(_ text: [UInt16]) -> UInt32 {
    let hash = text.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
