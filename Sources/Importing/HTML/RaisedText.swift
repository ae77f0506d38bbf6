/// Superscripts and subscripts of plain text.
enum RaisedText {
  /// `2` → `²`; text for which Unicode has no signs follows a `^` or `_`: `e^x`.
  static func write(_ text: String, isSuperscript: Bool) -> String {
    let table = isSuperscript ? superscripts : subscripts
    var result = ""
    for character in text {
      guard let raised = table[character] else {
        return (isSuperscript ? "^" : "_") + (text.count > 1 ? "{\(text)}" : text)
      }
      result.append(raised)
    }
    return result
  }

  private static let superscripts = table("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
  private static let subscripts = table("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")

  private static func table(_ plain: String, _ raised: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, raised))
  }
}
