internal import Foundation
internal import Synchronization

/// Tone-free pinyin of Han text.
///
/// Readings come from Foundation's (ICU's) `Han-Latin` transform, which is right for most words and knows no context;
/// `overrides` mends words of the field where the transform takes the wrong reading.
public enum Pinyin {
  /// The syllables of each Han character, without tones and with `v` for ü; runs of Latin letters and digits are kept
  /// as one element, lowercased; all else separates.
  ///
  ///     Pinyin.syllables(of: "注意力 LoRA")  // ["zhu", "yi", "li", "lora"]
  public static func syllables(of text: String) -> [String] {
    var result: [String] = []
    var latin = ""
    var han = ""
    func flushLatin() {
      if !latin.isEmpty { result.append(latin.lowercased()) }
      latin = ""
    }
    func flushHan() {
      if !han.isEmpty { result += readings(ofHan: han) }
      han = ""
    }
    for scalar in text.unicodeScalars {
      if HanScript.contains(scalar) {
        flushLatin()
        han.unicodeScalars.append(scalar)
      } else if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
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

  private static let cache = Mutex<[String: [String]]>([:])

  private static func readings(ofHan run: String) -> [String] {
    if let known = cache.withLock({ $0[run] }) { return known }
    var result: [String] = []
    var rest = run[...]
    while !rest.isEmpty {
      if let (word, syllables) = override(atStartOf: rest) {
        result += syllables
        rest = rest.dropFirst(word.count)
        continue
      }
      // Up to the next override, so that the transform sees whole words.
      var part = ""
      repeat { part.append(rest.removeFirst()) } while !rest.isEmpty && override(atStartOf: rest) == nil
      result += transform(part)
    }
    cache.withLock { $0[run] = result }
    return result
  }

  private static func transform(_ run: String) -> [String] {
    let marked = run.applyingTransform(.mandarinToLatin, reverse: false) ?? run
    var plain = String.UnicodeScalarView()
    for scalar in marked.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "\u{308}", plain.last == "u" {
        plain.removeLast()
        plain.append("v")
      } else if !(0x0300...0x036F).contains(scalar.value) {
        plain.append(scalar)
      }
    }
    return String(plain).split(separator: " ").map(String.init)
  }

  private static func override(atStartOf text: Substring) -> (word: String, syllables: [String])? {
    guard let first = text.first, let candidates = overrides[first] else { return nil }
    return candidates.first { text.hasPrefix($0.word) }
  }

  /// Longest first for each first character.
  private static let overrides: [Character: [(word: String, syllables: [String])]] = {
    let table = [
      "长度": "chang du", "长文本": "chang wen ben", "长上下文": "chang shang xia wen", "长短期": "chang duan qi",
      "长序列": "chang xu lie", "长程": "chang cheng", "长": "chang", "增长": "zeng zhang", "重复": "chong fu",
      "重排": "chong pai", "重新": "chong xin", "重参数": "chong can shu", "重训练": "chong xun lian", "银行": "yin hang",
      "并行": "bing xing", "行业": "hang ye", "调整": "tiao zheng", "微调": "wei tiao", "调优": "tiao you",
      "调参": "tiao can", "调度": "diao du", "调用": "diao yong", "数据": "shu ju", "参数": "can shu", "角色": "jue se",
      "查重": "cha chong", "量化": "liang hua", "向量": "xiang liang", "张量": "zhang liang", "度量": "du liang",
      "解码": "jie ma", "降维": "jiang wei", "投降": "tou xiang", "差异": "cha yi", "误差": "wu cha", "偏差": "pian cha",
      "方差": "fang cha", "残差": "can cha", "处理": "chu li", "分析": "fen xi", "模型": "mo xing", "模板": "mu ban",
      "传播": "chuan bo", "自传": "zi zhuan", "为什么": "wei shen me", "什么": "shen me", "的": "de", "了": "le",
      "朝向": "chao xiang", "似然": "si ran", "相似": "xiang si", "率": "lv", "还是": "hai shi", "得到": "de dao",
      "着": "zhe", "会": "hui", "会计": "kuai ji", "少样本": "shao yang ben", "好处": "hao chu", "适应": "shi ying",
      "应用": "ying yong", "反应": "fan ying", "对应": "dui ying", "响应": "xiang ying", "间隔": "jian ge",
    ]
    var result: [Character: [(word: String, syllables: [String])]] = [:]
    for (word, reading) in table {
      result[word.first!, default: []].append((word, reading.split(separator: " ").map(String.init)))
    }
    return result.mapValues { $0.sorted { ($0.word.count, $1.word) > ($1.word.count, $0.word) } }
  }()
}
