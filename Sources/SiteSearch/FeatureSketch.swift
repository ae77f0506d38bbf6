/// What the client knows of keys before it has loaded any: of the words and pairs of Han characters that say what pages
/// are about, how many pages have them. FORMAT.md, "The sketch".
///
/// A long query could load a file for each of its features. A few of them tell nearly as much as all do, if they are the
/// right ones: search engines that look for substrings start with the rarest grams for the same reason.
struct FeatureSketch: Sendable, Hashable {
  /// The most that are named: about eight bits each, in the file that every search begins with.
  static let mostFeatures = 2048
  /// A class has keys of four times as many pages as the one before; the last has all others.
  static let classCount = 8
  /// One in so many keys that are not named is taken for one that is.
  static let spread = 64
  /// A page with this level is about the key: it has it in a title, or often.
  static let leastLevel: UInt32 = 6

  struct Feature: Sendable, Hashable, Comparable {
    let text: [UInt16]
    /// How many pages are about it.
    let strong: Int
    let pages: Int

    init(text: [UInt16], strong: Int, pages: Int) { (self.text, self.strong, self.pages) = (text, strong, pages) }

    init(_ text: [UInt16], on postings: ArraySlice<UInt32>) {
      self.init(text: text, strong: postings.reduce(0) { $0 + ($1 & 15 >= leastLevel ? 1 : 0) }, pages: postings.count)
    }

    static func < (lhs: Feature, rhs: Feature) -> Bool {
      lhs.strong != rhs.strong ? lhs.strong > rhs.strong : lhs.text.lexicographicallyPrecedes(rhs.text)
    }
  }

  /// The features that most pages are about, in order; more than are named, so that edits can take some away.
  private(set) var features: [Feature]
  /// Every feature that comes before this one is known; `nil` where all are.
  let last: Feature?

  init(features: [Feature], last: Feature?) { (self.features, self.last) = (features, last) }

  init(_ dictionary: IndexDictionary) {
    var found: [Feature] = []
    for number in 0..<dictionary.count where dictionary.isFeature(number) {
      let feature = Feature(dictionary.text(of: number), on: dictionary.postings(of: number))
      if feature.strong > 0 { found.append(feature) }
    }
    found.sort()
    features = Array(found.prefix(Self.mostFeatures * 2))
    last = features.count < found.count ? features.last : nil
  }

  /// Takes note of the pages that a feature is on now. Returns whether it is still known which features are to be named.
  mutating func note(_ text: [UInt16], on postings: ArraySlice<UInt32>) -> Bool {
    let feature = Feature(text, on: postings)
    features.removeAll { $0.text == text }
    if feature.strong > 0, last.map({ feature <= $0 }) ?? true {
      features.insert(feature, at: features.firstIndex { feature < $0 } ?? features.count)
    }
    return last == nil || features.count >= Self.mostFeatures
  }

  var bytes: [UInt8] {
    var classes = [[UInt32]](repeating: [], count: Self.classCount)
    for feature in features.prefix(Self.mostFeatures) {
      let size = (Int.bitWidth - 1 - feature.pages.leadingZeroBitCount) / 2
      classes[min(Self.classCount - 1, size)].append(Self.hash(feature.text))
    }
    var writer = BitWriter()
    for hashes in classes {
      let size = UInt32(hashes.count * Self.spread)
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
