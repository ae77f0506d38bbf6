internal import Foundation

/// Pinyin of Han text, with tones for readers and without for searching.
///
/// Each character has the reading of `MandarinReadings`, which is right for most words and knows no context; `overrides`
/// mends words of the field where that is the wrong one.
public enum Pinyin {
  /// The syllables of each Han character, without tones and with `v` for ü; runs of Latin letters and digits are kept
  /// as one element, lowercased; all else separates.
  ///
  ///     Pinyin.syllables(of: "注意力 LoRA")  // ["zhu", "yi", "li", "lora"]
  public static func syllables(of text: String) -> [String] { syllables(of: text).map(\.plain) }

  /// The same with marks for the tones: `["zhù", "yì", "lì", "lora"]`.
  public static func markedSyllables(of text: String) -> [String] { syllables(of: text).map(\.marked) }

  /// A syllable in two spellings.
  struct Syllable: Sendable {
    let marked: String
    let plain: String

    init(_ marked: String) {
      self.marked = marked
      plain = marked.utf8.allSatisfy { $0 < 0x80 } ? marked : withoutTone(marked)
    }
  }

  private static func syllables(of text: String) -> [Syllable] {
    var result: [Syllable] = []
    var latin = ""
    var han: [Unicode.Scalar] = []
    func flushLatin() {
      if !latin.isEmpty { result.append(Syllable(latin.lowercased())) }
      latin = ""
    }
    func flushHan() {
      if !han.isEmpty { result += syllables(ofHan: han) }
      han.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if HanScript.contains(scalar) {
        flushLatin()
        han.append(scalar)
      } else if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) {
        flushHan()
        latin.unicodeScalars.append(scalar)
      } else {
        flushHan()
        flushLatin()
      }
    }
    flushHan()
    flushLatin()
    return result
  }

  private static func syllables(ofHan run: [Unicode.Scalar]) -> [Syllable] {
    var result: [Syllable] = []
    var rest = run[...]
    while let first = rest.first {
      if let (word, syllables) = override(atStartOf: rest) {
        result += syllables
        rest = rest.dropFirst(word.count)
      } else {
        result.append(MandarinReadings.syllable(of: first) ?? Syllable(String(first)))
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func withoutTone(_ syllable: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in syllable.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "\u{308}", plain.last == "u" {
        plain.removeLast()
        plain.append("v")
      } else if !(0x0300...0x036F).contains(scalar.value) {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static func override(atStartOf text: ArraySlice<Unicode.Scalar>) -> (word: [Unicode.Scalar], syllables: [Syllable])? {
    guard let first = text.first, let candidates = overrides[first] else { return nil }
    return candidates.first { text.starts(with: $0.word) }
  }

  /// Longest first for each first character.
  private static let overrides: [Unicode.Scalar: [(word: [Unicode.Scalar], syllables: [Syllable])]] = {
    let table = [
      "长度": "cháng dù", "长文本": "cháng wén běn", "长上下文": "cháng shàng xià wén", "长短期": "cháng duǎn qī",
      "长序列": "cháng xù liè", "长程": "cháng chéng", "长": "cháng", "增长": "zēng zhǎng", "重复": "chóng fù",
      "重排": "chóng pái", "重新": "chóng xīn", "重参数": "chóng cān shù", "重训练": "chóng xùn liàn", "银行": "yín háng",
      "并行": "bìng xíng", "行业": "háng yè", "调整": "tiáo zhěng", "微调": "wēi tiáo", "调优": "tiáo yōu",
      "调参": "tiáo cān", "调度": "diào dù", "调用": "diào yòng", "数据": "shù jù", "参数": "cān shù", "角色": "jué sè",
      "查重": "chá chóng", "去重": "qù chóng", "校准": "jiào zhǔn", "校验": "jiào yàn", "校对": "jiào duì", "校正": "jiào zhèng", "量化": "liàng huà",
      "向量": "xiàng liàng", "张量": "zhāng liàng", "度量": "dù liàng",
      "解码": "jiě mǎ", "降维": "jiàng wéi", "投降": "tóu xiáng", "差异": "chā yì", "误差": "wù chā", "偏差": "piān chā",
      "方差": "fāng chā", "残差": "cán chā", "处理": "chǔ lǐ", "分析": "fēn xī", "模型": "mó xíng", "模板": "mú bǎn",
      "传播": "chuán bō", "自传": "zì zhuàn", "为什么": "wèi shén me", "什么": "shén me", "的": "de", "了": "le",
      "朝向": "cháo xiàng", "似然": "sì rán", "相似": "xiāng sì", "率": "lǜ", "还是": "hái shì", "得到": "dé dào",
      "着": "zhe", "会": "huì", "会计": "kuài jì", "少样本": "shǎo yàng běn", "好处": "hǎo chù", "适应": "shì yìng",
      "应用": "yìng yòng", "反应": "fǎn yìng", "对应": "duì yìng", "响应": "xiǎng yìng", "间隔": "jiàn gé",
    ]
    var result: [Unicode.Scalar: [(word: [Unicode.Scalar], syllables: [Syllable])]] = [:]
    for (word, reading) in table {
      let word = Array(word.unicodeScalars)
      result[word[0], default: []].append((word, reading.split(separator: " ").map { Syllable(String($0)) }))
    }
    return result.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }()
}
