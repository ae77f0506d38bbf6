/// A TeX formula as text for summaries, search and titles: `\frac{QK^\top}{\sqrt{d_k}}` becomes `QK^⊤/√d_k`.
///
/// Not typesetting: braces and sizes are dropped, the commonest commands become the characters they stand for, others
/// their names. O(bytes).
enum FormulaText {
  static func plain(_ tex: some Collection<UInt8>) -> [UInt8] {
    let tex = Array(tex)
    var out: [UInt8] = []
    var index = 0
    // What stands between a command's two arguments: `/` of `\frac`.
    var pending: [(depth: Int, text: String)] = []
    var depth = 0
    while index < tex.count {
      let byte = tex[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        let start = index
        while index < tex.count, isLetter(tex[index]) { index += 1 }
        if index == start {
          // `\,` and its like are space, `\{` and its like themselves, `\\` a new line.
          if index < tex.count {
            let mark = tex[index]
            out.append(",;:! \\".utf8.contains(mark) ? 0x20 : mark)
            index += 1
          }
          continue
        }
        let name = String(decoding: tex[start..<index], as: UTF8.self)
        if name.hasSuffix("frac") || name == "binom" {
          pending.append((depth, "/"))
        } else if !silent.contains(name) {
          out.append(contentsOf: (symbols[name] ?? name).utf8)
        }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        if let last = pending.last, last.depth == depth {
          pending.removeLast()
          out.append(contentsOf: last.text.utf8)
        }
      case UInt8(ascii: "&"), UInt8(ascii: "~"): out.append(0x20)
      default: out.append(byte)
      }
    }
    return out
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Commands that only say how something looks.
  private static let silent: Set<String> = [
    "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "mathrm", "mathbf",
    "mathit", "mathsf", "mathtt", "mathcal", "mathbb", "boldsymbol", "bm", "text", "textbf", "textit",
    "textrm", "operatorname", "displaystyle", "textstyle", "limits", "nolimits", "quad", "qquad", "begin",
    "end", "hat", "tilde", "bar", "vec", "overline", "underbrace", "overbrace",
  ]

  private static let symbols: [String: String] = [
    "times": "×", "cdot": "·", "cdots": "⋯", "ldots": "…", "dots": "…", "pm": "±", "div": "÷", "sqrt": "√", "sum": "∑", "prod": "∏",
    "int": "∫", "infty": "∞", "partial": "∂", "nabla": "∇", "approx": "≈", "neq": "≠", "ne": "≠", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "ll": "≪", "gg": "≫", "sim": "∼", "propto": "∝", "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩",
    "forall": "∀", "exists": "∃", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "mapsto": "↦", "top": "⊤",
    "odot": "⊙", "otimes": "⊗", "oplus": "⊕", "mid": "|", "Vert": "‖", "lVert": "‖", "rVert": "‖", "langle": "⟨", "rangle": "⟩",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "circ": "∘", "ell": "ℓ", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
}
