internal import HanText

/// A table that lists terms: its head says which column is Chinese, which English or an abbreviation.
///
/// A row is read as the same names in brackets would be, `检索增强生成（Retrieval-Augmented Generation，RAG）`, and judged like them.
package struct TermTable: Sendable {
  private let chinese: Int?
  private let english: Int?
  private let abbreviation: Int?

  /// - Parameter head: The cells of the first row. `nil` where they name no two kinds of names.
  package init?(head: [String]) {
    let words = MiningWords.standard
    let heads = head.map { Self.plain($0).lowercased() }
    /// `英文缩写` is an abbreviation.
    func column(_ list: [String], but others: [Int?] = []) -> Int? {
      heads.indices.first { index in !others.contains(index) && list.contains(where: heads[index].containsBytes) }
    }
    let abbreviation = column(words.abbreviationColumns), english = column(words.englishColumns, but: [abbreviation])
    let chinese = column(words.chineseColumns, but: [abbreviation, english])
    guard [chinese, english, abbreviation].count(where: { $0 != nil }) >= 2 else { return nil }
    (self.chinese, self.english, self.abbreviation) = (chinese, english, abbreviation)
  }

  /// A row's names as prose has them; `nil` where fewer than two stand there.
  package func sentence(_ cells: [String]) -> String? {
    func name(_ column: Int?) -> String? {
      guard let column, column < cells.count else { return nil }
      let name = Self.plain(cells[column])
      return name.contains(where: \.isLetter) ? name : nil
    }
    let names = [name(chinese), name(english), name(abbreviation)].compactMap { $0 }
    return names.count < 2 ? nil : "\(names[0])（\(names.dropFirst().joined(separator: "，"))）"
  }

  private static func plain(_ cell: String) -> String {
    String(String.UnicodeScalarView(cell.replacing("<br>", with: " ").unicodeScalars.filter { !$0.isOne(of: "*_`\\") })).split(
      separator: " "
    ).joined(separator: " ")
  }
}
