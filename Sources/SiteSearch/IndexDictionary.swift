/// All keys with their lists, sorted by text.
struct IndexDictionary: Sendable {
  /// Where the lists of an entry are: among those of Han characters, among the named, or in both.
  private struct Place: Sendable {
    var part: Int32 = -1
    var key: Int32 = -1
    var named: Int32 = -1
  }

  private let han: [HanLists]
  private let named: [NamedKeys.Entry]
  private let places: [Place]

  init(han: [HanLists], named: [NamedKeys.Entry]) {
    self.han = han
    self.named = named
    var places: [Place] = []
    places.reserveCapacity(han.reduce(named.count) { $0 + $1.keys.count })
    var next = 0
    for (part, lists) in han.enumerated() {
      for (number, key) in lists.keys.enumerated() {
        let text = Self.text(of: key)
        while next < named.count, named[next].text.lexicographicallyPrecedes(text) {
          places.append(Place(named: Int32(next)))
          next += 1
        }
        var place = Place(part: Int32(part), key: Int32(number))
        if next < named.count, named[next].text == text {
          place.named = Int32(next)
          next += 1
        }
        places.append(place)
      }
    }
    while next < named.count {
      places.append(Place(named: Int32(next)))
      next += 1
    }
    self.places = places
  }

  var count: Int { places.count }

  subscript(number: Int) -> IndexEntry {
    let place = places[number]
    var entry = IndexEntry()
    if place.named >= 0 {
      let own = named[Int(place.named)]
      entry.text = own.text
      entry.postings = own.postings[...]
      entry.exact = own.exact
      entry.related = own.related
    }
    if place.part >= 0 {
      let lists = han[Int(place.part)]
      entry.text = Self.text(of: lists.keys[Int(place.key)])
      entry.postings = lists.postings(of: Int(place.key))
      entry.followers = lists.followers(of: Int(place.key)).map {
        IndexEntry.Follower(unit: lists.followers[$0].unit, places: lists.places(of: $0))
      }
    }
    return entry
  }

  func text(of number: Int) -> [UInt16] {
    let place = places[number]
    return place.part < 0 ? named[Int(place.named)].text : Self.text(of: han[Int(place.part)].keys[Int(place.key)])
  }

  func postings(of number: Int) -> ArraySlice<UInt32> {
    let place = places[number]
    return place.part < 0 ? named[Int(place.named)].postings[...] : han[Int(place.part)].postings(of: Int(place.key))
  }

  /// Whether the key is a pair of Han characters, or a word of two letters or more.
  func isFeature(_ number: Int) -> Bool {
    let place = places[number]
    if place.part >= 0 {
      let key = han[Int(place.part)].keys[Int(place.key)]
      return key.second != 0 && key.third == 0
    }
    let own = named[Int(place.named)]
    return !own.postings.isEmpty && Self.isWordFeature(own.text)
  }

  static func isWordFeature(_ text: [UInt16]) -> Bool {
    text.count > 1 && text.allSatisfy { $0 != 0x20 && $0 != 0x2A && !IndexEntry.isHanUnit($0) }
  }

  /// `IndexEntry.size` without making the entry.
  func size(of number: Int, pageCount: Int) -> Int {
    let place = places[number]
    if place.part < 0 {
      let own = named[Int(place.named)]
      return IndexEntry(text: own.text, postings: own.postings[...], exact: own.exact, related: own.related).size(pageCount: pageCount)
    }
    let lists = han[Int(place.part)], count = lists.postings(of: Int(place.key)).count
    var size = IndexEntrySize(text: Self.text(of: lists.keys[Int(place.key)]).count, pageCount: pageCount)
    size.add(list: count)
    if place.named >= 0 {
      size.add(list: named[Int(place.named)].exact.count)
      size.add(list: named[Int(place.named)].related.count)
    }
    for follower in lists.followers(of: Int(place.key)) { size.add(follower: lists.places(of: follower).count, of: count) }
    return size.bytes
  }

  private static func text(of key: HanLists.Key) -> [UInt16] {
    key.second == 0 ? [key.first] : key.third == 0 ? [key.first, key.second] : [key.first, key.second, key.third]
  }
}

extension IndexDictionary {
  /// A way to the lists of Han texts of one or two units. O(keys) once.
  static func hanPostings(_ parts: [HanLists]) -> ([UInt16]) -> ArraySlice<UInt32>? {
    var places: [UInt32: (part: Int, key: Int)] = [:]
    for (part, lists) in parts.enumerated() {
      for (number, key) in lists.keys.enumerated() where key.third == 0 {
        places[UInt32(key.first) << 16 | UInt32(key.second)] = (part, number)
      }
    }
    return { text in
      guard (1...2).contains(text.count) else { return nil }
      let bits = UInt32(text[0]) << 16 | (text.count == 2 ? UInt32(text[1]) : 0)
      return places[bits].map { parts[$0.part].postings(of: $0.key) }
    }
  }
}
