/// Words and their numbers: an open-addressing table over one buffer of UTF-8, because every word of every page is
/// looked up here.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; a word starts where the one before it ends.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  var count: Int { ends.count }

  /// The word's number, given when it is first seen. Amortized O(bytes).
  mutating func index(of word: [UInt8]) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 15
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, equals(candidate, word) { return candidate }
      slot = (slot + 1) & mask
    }
    let index = ends.count
    slots[slot] = Int32(index)
    for byte in word { bytes.append(byte) }
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  func utf8(of index: Int) -> ArraySlice<UInt8> { bytes[start(of: index)..<Int(ends[index])] }

  private func start(of index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

  private func equals(_ index: Int, _ word: [UInt8]) -> Bool {
    let start = start(of: index)
    guard Int(ends[index]) - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 0..<ends.count {
      var slot = Int(hashes[index]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
