internal import Synchronization

/// TeX formulas as MathML, which browsers show without a script. The work is KaTeX's.
public final class FormulaTypesetter: Sendable {
  /// Why a formula cannot be read.
  public struct Fault: Error, Sendable, Hashable {
    public let message: String
    /// Offset in the formula, in UTF-16 units, where KaTeX knows it.
    public let offset: Int?
  }

  private struct Key: Hashable {
    let tex: String
    let isDisplay: Bool
  }

  private let script: Script
  private let known = Mutex<[Key: Result<String, Fault>]>([:])

  public init() {
    script = Script((EmbeddedFiles.all["katex/katex.js"] ?? "") + Self.glue)
  }

  /// MathML of a formula. The same formula is typeset once. About 0.6 ms each, and 0.1 s once.
  public func mathML(_ tex: String, isDisplay: Bool) throws(Fault) -> String {
    let key = Key(tex: tex, isDisplay: isDisplay)
    if let result = known.withLock({ $0[key] }) { return try result.get() }
    let result = typeset(key)
    known.withLock { $0[key] = result }
    return try result.get()
  }

  private func typeset(_ key: Key) -> Result<String, Fault> {
    guard let answer = script.call("ciyuanFormula", key.tex, key.isDisplay ? "display" : "") else {
      return .failure(Fault(message: "formula cannot be typeset", offset: nil))
    }
    if answer.hasPrefix("<math") { return .success(answer) }
    let parts = answer.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return .failure(Fault(message: parts.count > 1 ? String(parts[1]) : answer, offset: parts.first.flatMap { Int($0) }))
  }

  /// Answers MathML, or `offset:message`. Letters of `\mathrm{softmax}` become one identifier, as a reader takes them;
  /// the copy of the source that KaTeX adds for scripts is left out.
  private static let glue = #"""
    ;if (!Array.prototype.fill) {
      // ES2015, which Duktape lacks: matrices need it.
      Array.prototype.fill = function (value) { for (var i = 0; i < this.length; i++) this[i] = value; return this; };
    }
    // MathML Core has no styles for letters: Unicode's mathematical alphabets stand for them. The letters that had a
    // place of their own before those alphabets were made are in the second table.
    var ciyuanAlphabets = {
      "bold": [0x1D400, 0x1D41A, 0x1D7CE, {}],
      "double-struck": [0x1D538, 0x1D552, 0x1D7D8, { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" }],
      "script": [0x1D49C, 0x1D4B6, 0, {
        B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ"
      }],
      "fraktur": [0x1D504, 0x1D51E, 0, { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" }]
    };
    function ciyuanAlphabet(letters, style) {
      var alphabet = ciyuanAlphabets[style];
      return letters.replace(/&[^;]*;|[A-Za-z0-9]/g, function (letter) {
        if (letter.length > 1) return letter;
        if (alphabet[3][letter]) return alphabet[3][letter];
        var first = letter >= "a" ? [alphabet[1], 97] : letter >= "A" ? [alphabet[0], 65] : [alphabet[2], 48];
        if (!first[0]) return letter;
        var code = first[0] + letter.charCodeAt(0) - first[1] - 0x10000;
        return String.fromCharCode(0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF));
      });
    }
    // A named function is one element, so that it may be an index, and has TeX's thin spaces, which KaTeX leaves to TeX:
    // behind it where no bracket opens, before it where an operand ends.
    function ciyuanSpaced(name, offset, formula) {
      var before = formula.slice(Math.max(0, offset - 200), offset).replace(/<m(?:sub|sup|under|over)[a-z]*><mrow>$/, "");
      var after = formula.substr(offset + name.length, 20), space = '<mspace width="0.1667em"/>';
      var isIndex = /<m(?:sub|sup|under|over)[a-z]*><m[ino][^<]*<\/m[ino]>$/.test(before);
      var follows = !isIndex && /<\/m(?!o)[a-z]*>$|>[)\]}]<\/mo>$/.test(before), leads = /^<m(?!o[ >]|row><mo fence)/.test(after);
      return "<mrow>" + (follows ? space : "") + name + (leads ? space : "") + "</mrow>";
    }
    function ciyuanFormula(tex, mode) {
      try {
        var html = katex.renderToString(tex, {
          output: "mathml", displayMode: mode === "display", throwOnError: true, strict: "ignore", trust: false, maxExpand: 1000
        });
        return html.replace(/^<span class="katex">/, "").replace(/<\/span>$/, "")
          .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/, "").replace(/<\/?semantics>/g, "")
          .replace(/<(m[in]) mathvariant="(bold|double-struck|script|fraktur)">([^<]*)</g, function (all, tag, style, letters) {
            return "<" + tag + ">" + ciyuanAlphabet(letters, style) + "<";
          })
          .replace(/(?:<mi mathvariant="normal">[A-Za-z]<\/mi>){2,}/g, function (letters) {
            return "<mi>" + letters.replace(/<[^>]*>/g, "") + "</mi>";
          })
          .replace(/<mi(?: [^>]*)?>[^<]*<\/mi><mo>\u2061<\/mo>/g, ciyuanSpaced);
      } catch (error) {
        var message = String(error.message || error).replace(/^KaTeX parse error: /, "").replace(/ at position \d+:[\s\S]*$/, "");
        return (typeof error.position === "number" ? error.position : "") + ":" + message;
      }
    }
    """#
}
