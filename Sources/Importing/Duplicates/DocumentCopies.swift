internal import ContentModel
internal import Terminology

/// Documents that are copies of others: the same text under another name, or most of it.
///
/// Texts are cut into overlapping runs of characters (shingles), of which a fixed share, chosen by hash, stands for the
/// whole (A. Broder, "On the resemblance and containment of documents", 1997, with sampling by modulus). An inverted
/// index over the sample finds the pairs, so that the work grows with the texts and not with their pairs.
package struct DocumentCopies: Sendable {
  package struct Copy: Sendable, Hashable {
    package let id: String
    /// The document it copies, which is none itself.
    package let original: String
    /// Share of the longer text that both have, 0 to 1.
    package let share: Double
  }

  /// Characters of a shingle.
  private static let length = 8
  /// One shingle in so many is kept …
  private static let sampling: UInt64 = 8
  /// … but never fewer than this many of a text.
  private static let minimumSample = 24
  /// From this share on a document is a copy. Texts of which a tenth was rewritten here and there share about 0.7.
  private static let threshold = 0.65
  /// Of the rolling hash; odd, and larger than any scalar.
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Shingles in more documents than this say nothing: a site's frame, a licence.
  private static let common = 48

  /// Copies among the documents, by id. Of two that are the same the shorter one is the copy, of equal ones that with
  /// the greater id. The result does not depend on the order of the input.
  package static func find(_ documents: [(id: String, text: String)]) -> [Copy] {
    find(documents.map { (id: $0.id, sample: sample($0.text)) })
  }

  /// The same from what `sample` kept of each text.
  static func find(_ documents: [(id: String, sample: [UInt64])]) -> [Copy] {
    let order = documents.indices.sorted { a, b in
      (documents[b].sample.count, documents[a].id) < (documents[a].sample.count, documents[b].id)
    }
    let ranked = order.map { documents[$0] }
    let groups = holders(of: ranked.map(\.sample))
    var groupsOf = [[Int]](repeating: [], count: ranked.count)
    for (number, group) in groups.enumerated() { for rank in group { groupsOf[Int(rank)].append(number) } }
    var isCopy = [Bool](repeating: false, count: ranked.count)
    var copies: [Copy] = []
    /// How many shingles the document at hand shares with each before it, and with which it shares any.
    var shared = [Int](repeating: 0, count: ranked.count)
    var sharing: [Int] = []
    for (rank, document) in ranked.enumerated() {
      for number in groupsOf[rank] {
        for other in groups[number].lazy.map(Int.init) {
          if other >= rank { break }
          if isCopy[other] { continue }
          if shared[other] == 0 { sharing.append(other) }
          shared[other] += 1
        }
      }
      let best = sharing.max { a, b in (shared[a], ranked[b].id) < (shared[b], ranked[a].id) }
      let count = best.map { shared[$0] } ?? 0
      for other in sharing { shared[other] = 0 }
      sharing.removeAll(keepingCapacity: true)
      guard let best else { continue }
      let share = Double(count) / Double(max(document.sample.count, ranked[best].sample.count))
      guard share >= threshold else { continue }
      isCopy[rank] = true
      copies.append(Copy(id: document.id, original: ranked[best].id, share: share))
    }
    return copies.sorted { $0.id < $1.id }
  }

  /// The documents that hold a shingle, ascending, for each that several hold and that says something. Shingles are
  /// sorted rather than looked up: a table of millions of them would fill the memory. Parts of their range on all cores.
  private static func holders(of samples: [[UInt64]]) -> [[Int32]] {
    let bits = 6
    return concurrentMap(count: 1 << bits) { part -> [[Int32]] in
      var entries: [(shingle: UInt64, holder: Int32)] = []
      for (holder, sample) in samples.enumerated() {
        let start = sample.bisected { Int($0 >> (64 - bits)) >= part }
        for shingle in sample[start...] {
          if Int(shingle >> (64 - bits)) > part { break }
          entries.append((shingle, Int32(holder)))
        }
      }
      entries.sort { ($0.shingle, $0.holder) < ($1.shingle, $1.holder) }
      var groups: [[Int32]] = []
      var start = 0
      while start < entries.count {
        var end = start + 1
        while end < entries.count, entries[end].shingle == entries[start].shingle { end += 1 }
        let count = end - start
        if count > 1, count <= common || count == samples.count { groups.append(entries[start..<end].map(\.holder)) }
        start = end
      }
      return groups
    }.flatMap { $0 }
  }

  /// The sample of a text's shingles, sorted, without repetition: about as many bytes as the text has. Spaces, punctuation, widths and case do not matter.
  static func sample(_ text: String) -> [UInt64] {
    let scalars = FoldedText(text).scalars.filter { $0 != FoldedText.barrier }
    guard scalars.count >= length else { return [] }
    var kept: [UInt64] = []
    let isShort = scalars.count < minimumSample * Int(sampling) * 2
    // A rolling hash: a polynomial of the scalars, from one shingle to the next in constant time (Karp and Rabin, 1987).
    let outgoing = (1..<length).reduce(base) { power, _ in power &* base }
    var rolling: UInt64 = 0
    for (end, scalar) in scalars.enumerated() {
      rolling = rolling &* base &+ UInt64(scalar)
      guard end + 1 >= length else { continue }
      if end >= length { rolling = rolling &- outgoing &* UInt64(scalars[end - length]) }
      // Its low bits say little of the earlier scalars: mixed by the finalizer of SplitMix64.
      var hash = (rolling ^ rolling >> 30) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
      hash ^= hash >> 31
      if isShort || hash % sampling == 0 { kept.append(hash) }
    }
    kept = kept.sortedDistinct()
    return isShort ? Array(kept.prefix(minimumSample * Int(sampling))) : kept
  }
}
