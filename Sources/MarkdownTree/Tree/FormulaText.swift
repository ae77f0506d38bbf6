/// A TeX formula as text for summaries, search and titles: `\frac{QK^\top}{\sqrt{d_k}}` becomes `QK^⊤/√dₖ`.
///
/// Not typesetting: braces and sizes are dropped, the commonest commands become the characters they stand for, others
/// their names. Indices and exponents of one letter or of digits are small ones. O(bytes × depth of braces).
struct FormulaText {
  private let tex: [UInt8]
  private var index = 0
  private var depth = 0

  static func plain(_ tex: some Collection<UInt8>) -> [UInt8] {
    var formula = FormulaText(tex: Array(tex))
    var text = ""
    while formula.index < formula.tex.count {
      text += formula.text()
      // A brace that closes nothing.
      formula.index += 1
    }
    return Array(text.utf8)
  }

  private init(tex: [UInt8]) { self.tex = tex }

  /// Up to the brace that closes what is open, or the end.
  private mutating func text() -> String {
    var text = ""
    while index < tex.count, tex[index] != UInt8(ascii: "}") { text += part() }
    return text
  }

  /// A character, a command with what belongs to it, or what stands in braces.
  private mutating func part() -> String {
    guard index < tex.count else { return "" }
    let byte = tex[index]
    index += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return "" }
    switch byte {
    case UInt8(ascii: "\\"): return command()
    case UInt8(ascii: "{"):
      let inside = text()
      index += 1
      return inside
    case UInt8(ascii: "_"): return small("_", Self.subscripts)
    case UInt8(ascii: "^"): return small("^", Self.superscripts)
    case UInt8(ascii: "&"), UInt8(ascii: "~"): return " "
    default:
      let start = index - 1
      while index < tex.count, tex[index] & 0xC0 == 0x80 { index += 1 }
      return String(decoding: tex[start..<index], as: UTF8.self)
    }
  }

  private mutating func command() -> String {
    let start = index
    while index < tex.count, isLetter(tex[index]) { index += 1 }
    if index == start {
      // `\,` and its like are space, `\{` and its like themselves, `\\` a new line.
      guard index < tex.count else { return "" }
      let mark = tex[index]
      if mark >= 0x80 { return part() }
      index += 1
      return ",;:! \\".utf8.contains(mark) ? " " : String(Unicode.Scalar(mark))
    }
    let name = String(decoding: tex[start..<index], as: UTF8.self)
    if name.hasSuffix("frac") || name == "binom" { return grouped(argument()) + "/" + grouped(argument()) }
    guard let symbol = Self.silent.contains(name) ? "" : Self.symbols[name] else { return name }
    // The space behind a command's name only ends it, but relations are written with space on both sides.
    if !Self.relations.contains(symbol) { skipSpace() }
    return symbol
  }

  private mutating func skipSpace() { while index < tex.count, tex[index] == 0x20 { index += 1 } }

  private mutating func argument() -> String {
    skipSpace()
    return index < tex.count && tex[index] != UInt8(ascii: "}") ? part() : ""
  }

  private mutating func small(_ sign: String, _ forms: [Character: Character]) -> String {
    let argument = argument()
    let isShort = argument.count == 1 || argument.allSatisfy { $0.isNumber || $0 == "-" || $0 == "+" }
    let mapped = argument.compactMap { forms[$0] }
    if isShort, !argument.isEmpty, mapped.count == argument.count { return String(mapped) }
    return sign + grouped(argument)
  }

  /// In parentheses where it is more than one thing.
  private func grouped(_ text: String) -> String {
    text.dropFirst().contains { "+-−= ×·,<>≤≥/".contains($0) } ? "(\(text))" : text
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static let deepest = 100

  private static let superscripts = forms("0123456789+-nitm", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱᵗᵐ")
  private static let subscripts = forms("0123456789+-aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  private static func forms(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to).map { ($0, $1) })
  }

  private static let relations: Set<String> = ["≈", "≠", "≤", "≥", "≪", "≫", "∼", "∝", "∈", "∉", "⊂", "→", "←", "⇒", "↦", "|", "·", "±"]

  /// Commands that only say how something looks.
  private static let silent: Set<String> = [
    "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "mathrm", "mathbf",
    "mathit", "mathsf", "mathtt", "mathcal", "mathbb", "boldsymbol", "bm", "text", "textbf", "textit",
    "textrm", "operatorname", "displaystyle", "textstyle", "limits", "nolimits", "begin",
    "end", "hat", "tilde", "bar", "vec", "overline", "underbrace", "overbrace",
  ]

  private static let symbols: [String: String] = [
    "quad": " ", "qquad": " ", "times": "×", "cdot": "·", "cdots": "⋯", "ldots": "…", "dots": "…", "pm": "±", "div": "÷", "sqrt": "√",
    "sum": "∑", "prod": "∏", "int": "∫", "infty": "∞", "partial": "∂", "nabla": "∇", "approx": "≈", "neq": "≠", "ne": "≠", "leq": "≤",
    "le": "≤", "geq": "≥",
    "ge": "≥", "ll": "≪", "gg": "≫", "sim": "∼", "propto": "∝", "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩",
    "forall": "∀", "exists": "∃", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "mapsto": "↦", "top": "⊤",
    "odot": "⊙", "otimes": "⊗", "oplus": "⊕", "mid": "|", "Vert": "‖", "lVert": "‖", "rVert": "‖", "langle": "⟨", "rangle": "⟩",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "circ": "∘", "ell": "ℓ", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
}
