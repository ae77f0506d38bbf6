internal import HanText

/// What becomes of one scalar when text is folded.
struct FoldedScalar: Sendable {
  enum Kind: Sendable {
    case han, letter, sign, joiner, barrier, nothing
  }

  let value: UInt32
  let kind: Kind
  /// Whether the scalar was an uppercase letter; `value` is the lowercase one.
  let isUppercase: Bool

  /// Looked up: every character of an import is folded several times.
  static func of(_ scalar: Unicode.Scalar) -> FoldedScalar {
    scalar.value < 0x10000 ? basicPlane[Int(scalar.value)] : FoldedScalar(scalar)
  }

  /// By value; surrogates, which are no scalars, are spaces. Half a mebibyte.
  private static let basicPlane = (0..<0x10000 as Range<UInt32>).map { FoldedScalar(Unicode.Scalar($0) ?? " ") }

  private init(_ raw: Unicode.Scalar) {
    let wide = WidthFolding.fold(raw)
    let scalar = Unicode.Scalar(SimplifiedHan.fold(wide.value)) ?? wide
    kind = Self.kind(of: scalar)
    value = kind == .letter ? Self.lowercased(scalar) : scalar.value
    isUppercase = value != scalar.value
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.isASCII { return (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first!.value : scalar.value
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": return .letter
      case "+", "#", "=": return .sign
      case " ", "-", "_", "/", ".", "'", "\"", "`", "*", "\t", "\n", "\r", "&", "~": return .joiner
      default: return .barrier
      }
    }
    if HanScript.contains(scalar) { return .han }
    switch scalar {
    case "·", "‐", "‑", "–", "—", "“", "”", "‘", "’", "\u{A0}", "「", "」", "×", "•", "⁄": return .joiner
    case "、", "。", "，", "；", "：", "？", "！", "（", "）", "《", "》", "【", "】", "…": return .barrier
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letter : .nothing
    }
  }
}
