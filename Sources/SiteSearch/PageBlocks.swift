/// What is shown of some neighbouring pages: `[[path, lead, title, other names…], …]`.
struct PageBlocks {
  /// About how long a block is, in bytes: three or four thousand when compressed. The first result needs one.
  private static let target = 9000
  /// How long a lead is at most, in bytes: two or three lines in either language.
  private static let leadLength = 180

  /// How many pages a block has, but for the last: a power of two from 8 to 128.
  let size: Int
  let contents: [String]

  init(_ pages: [SearchPage]) {
    let records = pages.map { page in
      let names = page.aliases + page.termNames.filter { $0 != page.title }
      return JSONText.array(([page.path, Self.lead(of: page), page.title] + names).map(JSONText.string))
    }
    let length = records.reduce(0) { $0 + $1.utf8.count } / max(1, records.count)
    var size = 8
    while size < 128, size * 2 * length <= Self.target { size *= 2 }
    self.size = size
    contents = stride(from: 0, to: records.count, by: size).map {
      JSONText.array(Array(records[$0..<min(records.count, $0 + size)]))
    }
  }

  /// How the page's text begins: an excerpt at hand before the page is read, and often instead of that.
  private static func lead(of page: SearchPage) -> String {
    var lead = ""
    for text in [page.beginning] + page.sections.map(\.text) {
      var isApart = !lead.isEmpty
      for character in text {
        if character.isWhitespace {
          isApart = !lead.isEmpty
          continue
        }
        guard lead.utf8.count + (isApart ? 1 : 0) + character.utf8.count <= leadLength else { return lead + "…" }
        if isApart { lead.append(" ") }
        lead.append(character)
        isApart = false
      }
    }
    return lead
  }
}
