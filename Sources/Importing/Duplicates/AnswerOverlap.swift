internal import ContentModel
internal import Glibc
internal import Terminology

/// How much answers have in common: the cosine of their pairs of Han characters and their Latin words, rare ones
/// weighing more (tf-idf).
struct AnswerOverlap: Sendable {
  /// Feature and weight, sorted by feature; unit length. Empty where there is no answer.
  private let vectors: [[(feature: UInt32, weight: Float)]]

  /// Features kept for one answer: the heaviest.
  private static let featuresPerAnswer = 160

  /// Answers that are counted to know which features are rare.
  private static let largestSample = 8_192

  /// - Parameters:
  ///   - compared: those that are asked about; only theirs are held, since all of them would fill the memory.
  ///   - corpus: all different answers there are, by which a feature is known to be rare, however they are grouped.
  ///   - answer: asked on all cores.
  init(
    count: Int, compared: Set<Int>, corpus: (count: Int, answer: @Sendable (Int) -> String?), answer: @Sendable (Int) -> String?
  ) {
    let frequency = Self.frequency(count: corpus.count, corpus.answer)
    vectors = concurrentMap(count: count) { index in
      guard compared.contains(index), let text = answer(index) else { return [] }
      return Self.vector(of: text, frequency: frequency.table, total: frequency.of)
    }
  }

  /// In how many answers each feature stands, of `of` many: of large sets a sample, evenly spread.
  private static func frequency(count: Int, _ answer: @Sendable (Int) -> String?) -> (table: [UInt32: Int], of: Int) {
    let step = max(1, count / largestSample)
    let count = (count + step - 1) / step
    // Few parts: each has a table of its own.
    let parts = 8
    let tables = concurrentMap(count: parts) { part in
      var table: [UInt32: Int] = [:]
      for index in count * part / parts..<count * (part + 1) / parts {
        guard let text = answer(index * step) else { continue }
        for (feature, _) in features(text) { table[feature, default: 0] += 1 }
      }
      return table
    }
    return (tables.dropFirst().reduce(into: tables[0]) { $0.merge($1, uniquingKeysWith: +) }, count)
  }

  private static func vector(of answer: String, frequency: [UInt32: Int], total: Int) -> [(feature: UInt32, weight: Float)] {
    var vector = features(answer).map { feature, count in
      (feature: feature, weight: Float((1 + log(Double(count))) * log(1 + Double(total) / Double(frequency[feature] ?? 1))))
    }
    vector.sort { ($1.weight, $0.feature) < ($0.weight, $1.feature) }
    if vector.count > featuresPerAnswer { vector.removeLast(vector.count - featuresPerAnswer) }
    let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    return vector.map { (feature: $0.feature, weight: $0.weight / max(length, 1e-9)) }.sorted { $0.feature < $1.feature }
  }

  /// 0 to 1; `nil` where one of the two has no answer, or was not to be compared.
  func share(_ first: Int, _ second: Int) -> Double? {
    let a = vectors[first], b = vectors[second]
    guard !a.isEmpty, !b.isEmpty else { return nil }
    var i = 0, j = 0
    var sum: Float = 0
    while i < a.count, j < b.count {
      if a[i].feature == b[j].feature {
        sum += a[i].weight * b[j].weight
        i += 1
        j += 1
      } else if a[i].feature < b[j].feature {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(sum)
  }

  /// Each feature and how often it stands in the answer, sorted.
  private static func features(_ answer: String) -> [(feature: UInt32, count: Int)] {
    let text = FoldedText(answer)
    var hashes: [UInt32] = []
    hashes.reserveCapacity(text.scalars.count)
    var index = 0
    while index < text.scalars.count {
      let scalar = text.scalars[index]
      if scalar == FoldedText.barrier {
        index += 1
      } else if FoldedText.isHan(scalar) {
        if index + 1 < text.scalars.count, FoldedText.isHan(text.scalars[index + 1]) {
          hashes.append(hash(text.scalars[index...index + 1]))
        }
        index += 1
      } else {
        var end = index + 1
        while end < text.scalars.count, !text.edges[end], text.scalars[end] != FoldedText.barrier { end += 1 }
        hashes.append(hash(text.scalars[index..<end]))
        index = end
      }
    }
    hashes.sort()
    var features: [(feature: UInt32, count: Int)] = []
    for hash in hashes {
      if features.last?.feature == hash { features[features.count - 1].count += 1 } else { features.append((hash, 1)) }
    }
    return features
  }

  private static func hash(_ scalars: ArraySlice<UInt32>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for scalar in scalars { hash = (hash ^ scalar) &* 0x0100_0193 }
    return hash
  }
}
