internal import ContentModel

/// Merges two descendants of one text line by line (diff3; Khanna, Kunal and Pierce, "A Formal Investigation of Diff3",
/// 2007). Unlike there, lines that one side only adds beside what the other one changed do not collide with it: a line is a
/// paragraph, and paragraphs stand on their own.
struct ThreeWayMerge {
  let lines: [Substring]
  /// How many places were changed in both, differently; each stands between markers.
  let conflicts: Int

  /// - Complexity: O((lines + changes) · changes) by the difference algorithm of the standard library (Myers, 1986).
  init(base: [Substring], ours: [Substring], theirs: [Substring]) {
    let inOurs = Self.matches(of: base, in: ours), inTheirs = Self.matches(of: base, in: theirs)
    var result: [Substring] = []
    var conflicts = 0
    var (i, a, b) = (0, 0, 0)
    while i < base.count || a < ours.count || b < theirs.count {
      if i < base.count, inOurs[i] == a, inTheirs[i] == b {
        result.append(base[i])
        (i, a, b) = (i + 1, a + 1, b + 1)
        continue
      }
      // Up to the next line that all three share.
      let next = (i..<base.count).first { inOurs[$0] != nil && inTheirs[$0] != nil } ?? base.count
      let ourEnd = next < base.count ? inOurs[next]! : ours.count
      let theirEnd = next < base.count ? inTheirs[next]! : theirs.count
      let (old, our, their) = (base[i..<next], ours[a..<ourEnd], theirs[b..<theirEnd])
      if our.elementsEqual(old) || our.elementsEqual(their) {
        result += their
      } else if their.elementsEqual(old) {
        result += our
      } else if old.isEmpty, let both = Self.sharing(our, their) {
        result += both
      } else if let both = Self.put(our, in: their, insteadOf: old, matches: inTheirs[i..<next])
        ?? Self.put(their, in: our, insteadOf: old, matches: inOurs[i..<next])
      {
        // Of what both added at one place, `ours` comes first.
        result += both
      } else {
        conflicts += 1
        result.append(Substring(ConflictMarkers.ours))
        result += our
        result.append(Substring(ConflictMarkers.divider))
        result += their
        result.append(Substring(ConflictMarkers.theirs))
      }
      (i, a, b) = (next, ourEnd, theirEnd)
    }
    self.lines = result
    self.conflicts = conflicts
  }

  /// What both added that begins or ends alike: that once; `nil` where it does not, or where that would take a block of code or a
  /// formula apart. A blank line goes with what stands below it.
  private static func sharing(_ ours: ArraySlice<Substring>, _ theirs: ArraySlice<Substring>) -> ArraySlice<Substring>? {
    var first = zip(ours, theirs).prefix { $0 == $1 }.map(\.0)
    while let last = first.last, last.allSatisfy(\.isWhitespace) { first.removeLast() }
    func isFenced(_ lines: some Sequence<Substring>) -> Bool {
      var fence = CodeFence()
      return lines.contains { fence.takes($0) || $0.trimmingSpace() == "$$" }
    }
    guard !isFenced(ours), !isFenced(theirs) else { return nil }
    if !first.isEmpty { return first[...] + ours.dropFirst(first.count) + theirs.dropFirst(first.count) }
    let count = zip(ours.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
    guard ours.suffix(count).contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    return ours.dropLast(count) + theirs.dropLast(count) + ours.suffix(count)
  }

  /// `changed` in the place of the lines of `base` that `other` left as they are, with what it added before and behind them;
  /// `nil` where it did not leave them so.
  private static func put(
    _ changed: ArraySlice<Substring>, in other: ArraySlice<Substring>, insteadOf old: ArraySlice<Substring>, matches: ArraySlice<Int?>
  ) -> ArraySlice<Substring>? {
    let places = matches.compactMap(\.self), start = places.first ?? other.startIndex
    guard places.count == matches.count, places.elementsEqual(start..<start + places.count) else {
      // A blank line was taken for another one.
      return other.firstRange(of: old).map { other[..<$0.lowerBound] + changed + other[$0.upperBound...] }
    }
    return other[..<start] + changed + other[(start + places.count)...]
  }

  /// For each line of `base`, the line of `other` it became.
  static func matches(of base: [Substring], in other: [Substring]) -> [Int?] {
    var removed = Set<Int>(), inserted = Set<Int>()
    for change in other.difference(from: base) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result = [Int?](repeating: nil, count: base.count)
    var target = 0
    for index in base.indices where !removed.contains(index) {
      while inserted.contains(target) { target += 1 }
      result[index] = target
      target += 1
    }
    // Of lines put in between equal ones (a paragraph between blank lines) more than one reading is right: both sides shall
    // have the same, that which puts them in last.
    for index in base.indices {
      guard let match = result[index], let previous = index == 0 ? -1 : result[index - 1], previous + 1 < match else { continue }
      if other[previous + 1] == other[match] { result[index] = previous + 1 }
    }
    return result
  }
}
