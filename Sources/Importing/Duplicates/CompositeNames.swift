internal import Terminology

/// Names that mix the languages: where `嵌入模型` begins with the name of the concept `embedding`, people also write
/// `embedding 模型`; where `多头注意力` ends in that of `attention`, `多头 attention`. And names with a word exchanged for
/// another one of the same meaning (`exchanges.txt`): where `事务失效` is a name, `事务不生效` is one.
enum CompositeNames {
  /// Name and index of the concept it belongs to, in a fixed order. O(names × their length).
  static func all(of concepts: [LexiconConcept]) -> [(name: String, concept: Int)] {
    var owner: [String: Int] = [:]
    for (index, concept) in concepts.enumerated() {
      for name in concept.chinese where owner[name] == nil { owner[name] = index }
    }
    var result: [(String, Int)] = []
    for (index, concept) in concepts.enumerated() {
      for name in concept.chinese where name.unicodeScalars.count > 2 && name.utf8.allSatisfy({ $0 >= 0x80 }) {
        for cut in name.indices.dropFirst() {
          let head = String(name[..<cut]), tail = String(name[cut...])
          if let other = owner[head], head.count > 1 {
            result += latinNames(of: concepts[other]).map { ($0 + " " + tail, index) }
          }
          if let other = owner[tail], tail.count > 1 {
            result += latinNames(of: concepts[other]).map { (head + " " + $0, index) }
          }
        }
      }
    }
    return result
  }

  /// Names with their end or their beginning exchanged, and the index of the concept. O(names × words).
  static func exchanged(in concepts: [LexiconConcept], _ groups: [[String]]) -> [(name: String, concept: Int)] {
    var result: [(String, Int)] = []
    for (index, concept) in concepts.enumerated() {
      for name in concept.chinese {
        for group in groups {
          for word in group where name.utf8.count > word.utf8.count {
            // By bytes: few names have one of the words.
            let isLast = name.utf8.suffix(word.utf8.count).elementsEqual(word.utf8), isFirst = name.utf8.starts(with: word.utf8)
            guard isLast || isFirst else { continue }
            let others = group.filter { $0 != word }
            if isLast { result += others.map { (name.dropLast(word.count) + $0, index) } }
            if isFirst { result += others.map { ($0 + name.dropFirst(word.count), index) } }
          }
        }
      }
    }
    return result
  }

  private static func latinNames(of concept: LexiconConcept) -> [String] { concept.english + concept.abbreviations }
}
