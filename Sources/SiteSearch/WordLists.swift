/// The lists of numbered things, words or names, of one reader.
struct WordLists: Sendable {
  private let ends: [Int]
  private let postings: [UInt32]

  /// - Parameters:
  ///   - occurrences: `number << 32 | field`, in the order of reading.
  ///   - count: one more than the highest number.
  init(_ occurrences: [UInt64], count: Int, fields: [PageReader.Field]) {
    // A counting sort by number keeps the order of reading.
    var next = [Int](repeating: 0, count: count + 1)
    for occurrence in occurrences { next[Int(occurrence >> 32) + 1] += 1 }
    for number in 0..<count { next[number + 1] += next[number] }
    let starts = next
    var sorted = [UInt32](repeating: 0, count: occurrences.count)
    for occurrence in occurrences {
      let number = Int(occurrence >> 32)
      sorted[next[number]] = UInt32(truncatingIfNeeded: occurrence)
      next[number] += 1
    }
    var postings: [UInt32] = [], ends: [Int] = []
    for number in 0..<count {
      var page = UInt32.max, sum: Float = 0
      for place in starts[number]..<starts[number + 1] {
        let field = fields[Int(sorted[place])]
        if field.page != page {
          if page != .max { postings.append(page << 4 | UInt32(FieldWeight.level(sum))) }
          page = field.page
          sum = 0
        }
        sum += field.amount
      }
      if page != .max { postings.append(page << 4 | UInt32(FieldWeight.level(sum))) }
      ends.append(postings.count)
    }
    self.postings = postings
    self.ends = ends
  }

  subscript(number: Int) -> ArraySlice<UInt32> { postings[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }
}
