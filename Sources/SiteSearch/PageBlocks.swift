/// What is shown of some neighbouring pages: `[[path, lead, title, other names…], …]`.
struct PageBlocks {
  /// About how long a block is, in bytes: three or four thousand when compressed. The first result needs one.
  private static let target = 9000
  /// How long a lead is at most, in bytes: two or three lines in either language.
  private static let leadLength = 180

  /// How many pages a block has, but for the last: a power of two from 8 to 128.
  let size: Int
  let contents: [String]
  /// Of the records of all pages.
  let byteCount: Int

  init(_ pages: [SearchPage]) {
    let records = pages.map(Self.record)
    byteCount = records.reduce(0) { $0 + $1.utf8.count }
    let size = Self.size(byteCount: byteCount, pageCount: pages.count)
    self.size = size
    contents = stride(from: 0, to: records.count, by: size).map {
      JSONText.array(Array(records[$0..<min(records.count, $0 + size)]))
    }
  }

  static func size(byteCount: Int, pageCount: Int) -> Int {
    var size = 8
    while size < 128, size * 2 * (byteCount / max(1, pageCount)) <= target { size *= 2 }
    return size
  }

  /// What a page's place in its block holds.
  static func record(_ page: SearchPage) -> String {
    let names = page.aliases + page.termNames.filter { $0 != page.title }
    return JSONText.array(([page.path, lead(of: page), page.title] + names).map(JSONText.string))
  }

  /// How the page's text begins: an excerpt at hand before the page is read, and often instead of that.
  private static func lead(of page: SearchPage) -> String {
    var lead = ""
    for text in [page.beginning] + page.sections.map(\.text) {
      var isApart = true, isNewLine = true
      for character in text {
        if character.isWhitespace {
          isApart = true
          isNewLine = isNewLine || character.isNewline
          continue
        }
        // Cells of a table and items of a list do not end as sentences do.
        let gap = !isApart || lead.isEmpty ? "" : isNewLine && !lead.last!.isPunctuation ? " · " : " "
        guard lead.utf8.count + gap.utf8.count + character.utf8.count <= leadLength else { return lead + "…" }
        lead += gap
        lead.append(character)
        (isApart, isNewLine) = (false, false)
      }
    }
    return lead
  }
}
