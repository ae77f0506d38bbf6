/// The lists of all keys that begin with certain Han characters: each character, each pair, and for each pair the
/// characters that follow it, as part of the pair's entry or, where there are many, as keys of three characters.
///
/// One flat array a kind: there are hundreds of thousands of keys.
struct HanLists: Sendable {
  struct Key: Sendable {
    let first: UInt16
    /// 0 for a character alone.
    let second: UInt16
    /// 0 for one or two characters.
    let third: UInt16
    let postingsEnd: UInt32
    let followersEnd: UInt32
  }

  struct Follower: Sendable {
    let unit: UInt16
    let placesEnd: UInt32
  }

  /// Sorted as their texts.
  private(set) var keys: [Key] = []
  private(set) var postings: [UInt32] = []
  private(set) var followers: [Follower] = []
  /// Where in the pair's list those pages stand in which the follower comes after the pair.
  private(set) var places: [UInt32] = []

  func postings(of key: Int) -> ArraySlice<UInt32> {
    postings[(key == 0 ? 0 : Int(keys[key - 1].postingsEnd))..<Int(keys[key].postingsEnd)]
  }

  func followers(of key: Int) -> Range<Int> {
    (key == 0 ? 0 : Int(keys[key - 1].followersEnd))..<Int(keys[key].followersEnd)
  }

  func places(of follower: Int) -> ArraySlice<UInt32> {
    places[(follower == 0 ? 0 : Int(followers[follower - 1].placesEnd))..<Int(followers[follower].placesEnd)]
  }

  /// Reads occurrences by first character. `occurrences` hold `second << 48 | field << 16 | third`, in the order of
  /// reading; they are sorted in place.
  mutating func add(
    first: UInt16, _ occurrences: UnsafeMutableBufferPointer<UInt64>, scratch: inout Scratch, fields: [PageReader.Field]
  ) {
    var list = PageSums(fields)
    for occurrence in occurrences { list.add(occurrence, to: &postings) }
    list.end(&postings)
    endKey(first, 0, 0)

    scratch.reserve(occurrences.count)
    sortStably(occurrences, scratch: scratch.values(occurrences.count), byBitsFrom: 48)
    var start = 0
    while start < occurrences.count {
      let second = occurrences[start] >> 48
      var end = start + 1
      while end < occurrences.count, occurrences[end] >> 48 == second { end += 1 }
      if second != 0 {
        addPair(
          first, UInt16(second), UnsafeMutableBufferPointer(rebasing: occurrences[start..<end]), scratch: &scratch,
          fields: fields)
      }
      start = end
    }
  }

  private mutating func addPair(
    _ first: UInt16, _ second: UInt16, _ occurrences: UnsafeMutableBufferPointer<UInt64>, scratch: inout Scratch,
    fields: [PageReader.Field]
  ) {
    let listStart = postings.count
    var list = PageSums(fields)
    for occurrence in occurrences { list.add(occurrence, to: &postings) }
    list.end(&postings)
    let pages = listStart..<postings.count
    if pages.count < Self.leastPagesWithFollowers { return endKey(first, second, 0) }
    sortStably(occurrences, scratch: scratch.values(occurrences.count), byBitsFrom: 0)
    if pages.count > Self.mostPagesWithFollowers {
      endKey(first, second, 0)
      addTriples(first, second, occurrences, fields: fields)
    } else {
      for place in pages { scratch.placeOfPage[Int(postings[place] >> 4)] = UInt32(place - listStart) }
      addFollowers(occurrences, placeOfPage: scratch.placeOfPage, fields: fields)
      endKey(first, second, 0)
    }
  }

  private mutating func addFollowers(
    _ occurrences: UnsafeMutableBufferPointer<UInt64>, placeOfPage: [UInt32], fields: [PageReader.Field]
  ) {
    var last: (unit: UInt16, page: UInt32) = (0, .max)
    for occurrence in occurrences {
      let unit = UInt16(truncatingIfNeeded: occurrence)
      if unit == 0 { continue }
      let page = fields[Int(occurrence >> 16 & 0xFFFF_FFFF)].page
      if unit != last.unit {
        if last.unit != 0 { followers.append(Follower(unit: last.unit, placesEnd: UInt32(places.count))) }
      } else if page == last.page {
        continue
      }
      places.append(placeOfPage[Int(page)])
      last = (unit, page)
    }
    if last.unit != 0 { followers.append(Follower(unit: last.unit, placesEnd: UInt32(places.count))) }
  }

  private mutating func addTriples(
    _ first: UInt16, _ second: UInt16, _ occurrences: UnsafeMutableBufferPointer<UInt64>, fields: [PageReader.Field]
  ) {
    var start = 0
    while start < occurrences.count {
      let unit = UInt16(truncatingIfNeeded: occurrences[start])
      var list = PageSums(fields)
      while start < occurrences.count, UInt16(truncatingIfNeeded: occurrences[start]) == unit {
        if unit != 0 { list.add(occurrences[start], to: &postings) }
        start += 1
      }
      list.end(&postings)
      if unit != 0 { endKey(first, second, unit) }
    }
  }

  private mutating func endKey(_ first: UInt16, _ second: UInt16, _ third: UInt16) {
    keys.append(
      Key(
        first: first, second: second, third: third, postingsEnd: UInt32(postings.count), followersEnd: UInt32(followers.count)))
  }

  /// A pair on a single page has no followers: that page's own text is asked.
  static let leastPagesWithFollowers = 2
  /// The followers of a pair on more pages are keys of their own: one search needs few of them.
  static let mostPagesWithFollowers = 3000
}

extension HanLists {
  /// Room to work in, kept from character to character.
  struct Scratch: ~Copyable {
    private var buffer = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1024)
    var placeOfPage: [UInt32]

    init(pageCount: Int) { placeOfPage = [UInt32](repeating: 0, count: pageCount) }
    deinit { buffer.deallocate() }

    mutating func reserve(_ count: Int) {
      guard count > buffer.count else { return }
      buffer.deallocate()
      buffer = .allocate(capacity: count * 2)
    }

    func values(_ count: Int) -> UnsafeMutableBufferPointer<UInt64> {
      UnsafeMutableBufferPointer(rebasing: buffer[..<count])
    }
  }

  /// Adds up what the occurrences of a page count, page after page.
  private struct PageSums {
    private let fields: [PageReader.Field]
    private var page: UInt32 = .max
    private var sum: Float = 0

    init(_ fields: [PageReader.Field]) { self.fields = fields }

    @inline(__always)
    mutating func add(_ occurrence: UInt64, to postings: inout [UInt32]) {
      let field = fields[Int(occurrence >> 16 & 0xFFFF_FFFF)]
      if field.page != page {
        end(&postings)
        page = field.page
      }
      sum += field.amount
    }

    @inline(__always)
    mutating func end(_ postings: inout [UInt32]) {
      if page != .max { postings.append(page << 4 | UInt32(FieldWeight.level(sum))) }
      sum = 0
    }
  }
}
