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
  /// Shingles in more documents than this say nothing: a site's frame, a licence.
  private static let common = 48

  /// Copies among the documents, by id. Of two that are the same the shorter one is the copy, of equal ones that with
  /// the greater id. The result does not depend on the order of the input.
  package static func find(_ documents: [(id: String, text: String)]) -> [Copy] {
    find(documents.map { (id: $0.id, sample: sample($0.text)) })
  }

  /// The same from what `sample` kept of each text.
  static func find(_ documents: [(id: String, sample: [UInt64])]) -> [Copy] {
    let samples = documents.map(\.sample)
    let order = documents.indices.sorted { a, b in
      (samples[b].count, documents[a].id) < (samples[a].count, documents[b].id)
    }
    var holders: [UInt64: [Int]] = [:]
    for index in order { for shingle in samples[index] { holders[shingle, default: []].append(index) } }
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var isCopy = Set<Int>()
    var copies: [Copy] = []
    for index in order where !samples[index].isEmpty {
      var shared: [Int: Int] = [:]
      for shingle in samples[index] {
        guard let others = holders[shingle], others.count <= common || others.count == documents.count else { continue }
        for other in others where place[other]! < place[index]! && !isCopy.contains(other) { shared[other, default: 0] += 1 }
      }
      let best = shared.max { a, b in (a.value, documents[b.key].id) < (b.value, documents[a.key].id) }
      guard let best else { continue }
      let share = Double(best.value) / Double(max(samples[index].count, samples[best.key].count))
      guard share >= threshold else { continue }
      isCopy.insert(index)
      copies.append(Copy(id: documents[index].id, original: documents[best.key].id, share: share))
    }
    return copies.sorted { $0.id < $1.id }
  }

  /// The sample of a text's shingles, sorted, without repetition: about as many bytes as the text has. Spaces, punctuation, widths and case do not matter.
  static func sample(_ text: String) -> [UInt64] {
    let scalars = FoldedText(text).scalars.filter { $0 != FoldedText.barrier }
    guard scalars.count >= length else { return [] }
    var kept: Set<UInt64> = [], all: [UInt64] = []
    let isShort = scalars.count < minimumSample * Int(sampling) * 2
    for start in 0...(scalars.count - length) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for scalar in scalars[start..<start + length] { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3 }
      hash ^= hash >> 29
      if isShort { all.append(hash) } else if hash % sampling == 0 { kept.insert(hash) }
    }
    return isShort ? Array(Set(all).sorted().prefix(minimumSample * Int(sampling))) : kept.sorted()
  }
}
