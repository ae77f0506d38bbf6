internal import Foundation

/// How much an occurrence counts by where it stands: BM25F (Robertson and Zaragoza, 2009) with the weights below, one
/// sum per key and page, stored in sixteen steps.
enum FieldWeight {
  case title, alias, termName, tag, heading, body

  private var weight: Float {
    switch self {
    case .title: 16
    case .termName: 16
    case .alias: 8
    case .tag: 4
    case .heading: 4
    case .body: 1
    }
  }

  /// The usual number of tokens of such a field: longer ones count less.
  private var usualLength: Float {
    switch self {
    case .title, .alias: 10
    case .termName: 6
    case .tag: 4
    case .heading: 8
    case .body: 600
    }
  }

  /// What one occurrence in a field of `length` tokens adds.
  func contribution(length: Int) -> Float {
    weight / (0.3 + 0.7 * max(0.3, min(4, Float(length) / usualLength)))
  }

  /// 0...15: steps of half an octave, 0 for a single occurrence in the body.
  static func level(_ sum: Float) -> UInt8 { UInt8(max(0, min(15, (2 * log2f(max(sum, 1))).rounded()))) }
}
