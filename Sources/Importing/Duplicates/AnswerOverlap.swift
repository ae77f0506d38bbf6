internal import Glibc
internal import Terminology

/// How much answers have in common: the cosine of their pairs of Han characters and their Latin words, rare ones
/// weighing more (tf-idf).
struct AnswerOverlap: Sendable {
  /// Feature and weight, sorted by feature; unit length. Empty where there is no answer.
  private let vectors: [[(feature: UInt32, weight: Float)]]

  /// Features kept for one answer: the heaviest.
  private static let featuresPerAnswer = 160

  /// - Parameter answers: read twice. Neither they nor their features are held: of ten thousand pages they would fill the
  ///   memory.
  init(answers: some RandomAccessCollection<String?>) {
    var frequency: [UInt32: Int] = [:]
    for case let answer? in answers { for feature in Self.features(answer).keys { frequency[feature, default: 0] += 1 } }
    let total = Double(answers.count)
    vectors = answers.map { answer in
      let bag = answer.map(Self.features) ?? [:]
      var vector = bag.map { feature, count in
        (feature: feature, weight: Float((1 + log(Double(count))) * log(1 + total / Double(frequency[feature] ?? 1))))
      }
      vector.sort { ($1.weight, $0.feature) < ($0.weight, $1.feature) }
      if vector.count > Self.featuresPerAnswer { vector.removeLast(vector.count - Self.featuresPerAnswer) }
      let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
      return vector.map { (feature: $0.feature, weight: $0.weight / max(length, 1e-9)) }.sorted { $0.feature < $1.feature }
    }
  }

  /// 0 to 1; `nil` where one of the two has no answer.
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

  private static func features(_ answer: String) -> [UInt32: Int] {
    let text = FoldedText(answer)
    var bag: [UInt32: Int] = [:]
    var index = 0
    while index < text.scalars.count {
      let scalar = text.scalars[index]
      if scalar == FoldedText.barrier {
        index += 1
      } else if FoldedText.isHan(scalar) {
        if index + 1 < text.scalars.count, FoldedText.isHan(text.scalars[index + 1]) {
          bag[hash([scalar, text.scalars[index + 1]]), default: 0] += 1
        }
        index += 1
      } else {
        var end = index + 1
        while end < text.scalars.count, !text.edges[end], text.scalars[end] != FoldedText.barrier { end += 1 }
        bag[hash(text.scalars[index..<end]), default: 0] += 1
        index = end
      }
    }
    return bag
  }

  private static func hash(_ scalars: some Sequence<UInt32>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for scalar in scalars { hash = (hash ^ scalar) &* 0x0100_0193 }
    return hash
  }
}
