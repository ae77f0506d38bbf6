/// A key of the dictionary with its lists, ready to be written. Postings are `page << 4 | level`, by page.
struct IndexEntry: Sendable {
  /// In UTF-16, the order of the browser's strings.
  let text: [UInt16]
  /// All pages that contain the text; empty where nobody asked.
  var postings: ArraySlice<UInt32> = []
  /// Pages whose title, alias or name this is.
  var exact: [UInt32] = []
  /// Pages that contain any name of the concepts this is a name of.
  var related: [UInt32] = []

  init(text: [UInt16]) { self.text = text }
}

extension IndexEntry {
  /// An estimate of the bits it will take, good enough to cut shards of even size.
  func estimatedBits(pageCount: Int) -> Int {
    func bits(_ count: Int) -> Int {
      count == 0 ? 0 : count * (max(0, pageCount / count).bitWidth - max(1, pageCount / count).leadingZeroBitCount + 2)
    }
    return 24 + bits(postings.count) + bits(exact.count) + bits(related.count)
  }
}
