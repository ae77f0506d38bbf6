/// Presentation MathML as TeX, for pages that kept nothing else of a formula.
enum MathMLConversion {
  /// TeX of a `<math>` element; unknown elements count as their children. O(nodes inside).
  static func tex(of node: Int, in tree: HTMLTree) -> String {
    var conversion = Conversion(tree: tree)
    return conversion.sequence(inside: node, depth: 0).trimmingSpace()
  }

  private struct Conversion {
    let tree: HTMLTree

    func children(_ node: Int) -> [Int] {
      var result: [Int] = []
      var index = node + 1
      while index < tree.end(node) {
        if tree.tag(index) != .text { result.append(index) }
        index = tree.end(index)
      }
      return result
    }

    mutating func sequence(inside node: Int, depth: Int) -> String {
      children(node).map { tex($0, depth: depth + 1) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    mutating func tex(_ node: Int, depth: Int) -> String {
      // Formulas nest a dozen deep; what is deeper is no formula.
      guard depth < 60 else { return "" }
      let parts = children(node)
      func part(_ index: Int) -> String {
        guard index < parts.count else { return "{}" }
        return "{" + tex(parts[index], depth: depth + 1) + "}"
      }
      func base() -> String {
        guard let first = parts.first else { return "" }
        let text = tex(first, depth: depth + 1)
        return text.count == 1 || text.hasPrefix("\\") && !text.contains(" ") ? text : "{\(text)}"
      }
      switch tree.name(node) {
      case "mi":
        let text = token(node)
        return text.count > 1 && !text.hasPrefix("\\") ? "\\mathrm{\(text)}" : text
      case "mn", "mo": return token(node)
      case "mtext", "ms": return "\\text{\(tree.textContent(node).collapsingSpace())}"
      case "mfrac": return "\\frac\(part(0))\(part(1))"
      case "msqrt": return "\\sqrt{\(sequence(inside: node, depth: depth))}"
      case "mroot": return "\\sqrt[\(parts.count > 1 ? tex(parts[1], depth: depth + 1) : "")]\(part(0))"
      case "msup": return "\(base())^\(part(1))"
      case "msub", "munder": return "\(base())_\(part(1))"
      case "msubsup", "munderover": return "\(base())_\(part(1))^\(part(2))"
      case "mover":
        let accent = parts.count > 1 ? Self.accents[token(parts[1])] : nil
        return accent.map { "\($0)\(part(0))" } ?? "\(base())^\(part(1))"
      case "mtable":
        let rows = parts.map { row in children(row).map { sequence(inside: $0, depth: depth + 1) }.joined(separator: " & ") }
        return "\\begin{matrix} \(rows.joined(separator: " \\\\ ")) \\end{matrix}"
      case "annotation", "annotation-xml": return ""
      default: return sequence(inside: node, depth: depth)
      }
    }

    func token(_ node: Int) -> String {
      let text = tree.textContent(node).collapsingSpace()
      return Self.symbols[text] ?? text
    }

    static let accents = ["^": "\\hat", "~": "\\tilde", "¯": "\\bar", "‾": "\\bar", "→": "\\vec", "˙": "\\dot"]
    static let symbols = [
      "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ϵ": "\\epsilon", "ε": "\\varepsilon", "ζ": "\\zeta",
      "η": "\\eta", "θ": "\\theta", "λ": "\\lambda", "μ": "\\mu", "ν": "\\nu", "ξ": "\\xi", "π": "\\pi", "ρ": "\\rho",
      "σ": "\\sigma", "τ": "\\tau", "ϕ": "\\phi", "φ": "\\varphi", "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega",
      "Γ": "\\Gamma", "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda", "Π": "\\Pi", "Σ": "\\Sigma", "Φ": "\\Phi",
      "Ψ": "\\Psi", "Ω": "\\Omega", "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "∂": "\\partial", "∇": "\\nabla",
      "∞": "\\infty", "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≈": "\\approx", "∈": "\\in", "×": "\\times", "⋅": "\\cdot",
      "→": "\\to", "∥": "\\|", "⊙": "\\odot", "⊤": "\\top", "…": "\\ldots", "⋯": "\\cdots", "∼": "\\sim", "−": "-",
      "\u{2061}": "", "\u{2062}": "", "\u{2063}": "", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "#": "\\#",
      "log": "\\log", "exp": "\\exp", "max": "\\max", "min": "\\min", "sin": "\\sin", "cos": "\\cos", "lim": "\\lim",
    ]
  }
}
