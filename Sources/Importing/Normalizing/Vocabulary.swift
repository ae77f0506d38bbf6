/// What a stretch of a page speaks of, as ``Bigrams``: a set with linear probing, several times quicker than a `Set`, whose
/// hash goes over each value byte by byte.
struct Vocabulary {
  /// 0 stands for a free place. It counts as known; no two characters make it.
  private var places: [UInt64]
  private(set) var count = 0
  /// Drawn anew by each process, so that no page can be written to crowd one stretch of the table.
  private static let multiplier = UInt64.random(in: 1 << 62...UInt64.max) | 1

  init() { places = Array(repeating: 0, count: 256) }

  mutating func formUnion(_ bigrams: [UInt64]) {
    for bigram in bigrams { insert(bigram) }
  }

  func contains(_ bigram: UInt64) -> Bool { places[place(of: bigram)] == bigram }

  private mutating func insert(_ bigram: UInt64) {
    let place = place(of: bigram)
    guard places[place] != bigram else { return }
    places[place] = bigram
    count += 1
    if count * 2 > places.count { grow() }
  }

  private mutating func grow() {
    let known = places
    places = Array(repeating: 0, count: known.count * 4)
    for bigram in known where bigram != 0 { places[place(of: bigram)] = bigram }
  }

  /// Where the bigram stands, or would.
  private func place(of bigram: UInt64) -> Int {
    // Multiply-shift hashing (Dietzfelbinger et al. 1997): the highest bits.
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: (bigram &* Self.multiplier) >> UInt64(places.count.leadingZeroBitCount + 1))
    while places[place] != 0, places[place] != bigram { place = (place + 1) & mask }
    return place
  }
}
