/// Where each line of a page that a person edited belongs: found by the lines that the import wrote there.
///
/// A line that the import wrote keeps its place. One that a person put in the place of another belongs where that stood; one that
/// stands between two answers belongs to neither, and any other to the answer around it.
struct PageSlots {
  enum Slot: Hashable {
    /// Between answers: behind the one with this index, -1 above the first.
    case free(Int)
    case lead(Int)
    /// A block of an answer.
    case block(Int, Int)
    case attribution(Int)
  }

  /// What stands in each place now; nothing where it was removed.
  private(set) var texts: [Slot: String] = [:]
  /// The same without what was only put in beside it.
  private(set) var changed: [Slot: String] = [:]

  private let slots: [Slot]

  /// A line that the import wrote, and its place among all.
  private struct Written {
    let line: Substring
    let slot: Int
  }

  /// - Parameters:
  ///   - sections: What the import wrote.
  ///   - lines: What is there now.
  /// - Complexity: that of ``ThreeWayMerge``, and O(changed lines²).
  init(_ sections: [QuestionDrafting.Section], in lines: [Substring]) {
    let standsAlone = sections.count == 1 && sections[0].attribution == nil && !sections[0].blocks.isEmpty
    var slots: [Slot] = standsAlone ? [] : [.free(-1)]
    var written: [Written] = []
    func add(_ slot: Slot, _ text: String?) {
      guard let text else { return }
      for line in text.split(separator: "\n") where !line.isBlank { written.append(Written(line: line, slot: slots.count)) }
      slots.append(slot)
    }
    for (index, section) in sections.enumerated() {
      add(.lead(index), section.lead)
      for (place, block) in section.blocks.enumerated() { add(.block(index, place), block) }
      add(.attribution(index), section.attribution)
      if !standsAlone { slots.append(.free(index)) }
    }
    self.slots = slots
    let present = lines.indices.filter { !lines[$0].isBlank }
    let matches = ThreeWayMerge.matches(of: written.map(\.line), in: present.map { lines[$0] })
    var placed: [(slot: Int, isAdded: Bool)] = []
    var previous = 0
    for end in 0...written.count where end == written.count || matches[end] != nil {
      let own = end < written.count ? matches[end]! : present.count
      let gap = present[placed.count..<own].map { lines[$0] }
      let before = placed.last?.slot ?? 0, after = end < written.count ? written[end].slot : slots.count - 1
      placed += place(gap, insteadOf: Array(written[previous..<end]), from: before, to: after)
      if end < written.count { placed.append((written[end].slot, false)) }
      previous = end + 1
    }
    collect(lines, present, placed)
  }

  /// The places of lines between two that the import wrote, where others stood: each stands where the one did that it is most
  /// like; what is like none was put in.
  private func place(
    _ lines: [Substring], insteadOf removed: [Written], from start: Int, to end: Int
  ) -> [(slot: Int, isAdded: Bool)] {
    let partners = partners(of: lines, in: removed)
    var current = start
    return lines.indices.map { index in
      if let partner = partners[index] {
        current = removed[partner].slot
        return (current, false)
      }
      let next = partners[index...].lazy.compactMap(\.self).first.map { removed[$0].slot } ?? end
      let between = current..<max(current, next) + 1
      if let free = between.first(where: { if case .free = slots[$0] { true } else { false } }) {
        current = free
      } else if let block = between.first(where: { if case .block = slots[$0] { true } else { false } }) {
        current = block
      }
      return (current, true)
    }
  }

  /// For each line the one whose place it takes: in their order, so that those are most alike. O(lines · removed lines).
  private func partners(of lines: [Substring], in removed: [Written]) -> [Int?] {
    let new = lines.map { ComparableText.pairs(ComparableText.squash(String($0))) }
    let old = removed.map { ComparableText.pairs(ComparableText.squash(String($0.line))) }
    let width = removed.count + 1
    // The likeness of all lines from one on to all removed ones from another on, and whether the first two are partners.
    var best = [Double](repeating: 0, count: (lines.count + 1) * width), pairs = [Bool](repeating: false, count: best.count)
    for i in lines.indices.reversed() {
      for j in removed.indices.reversed() {
        let place = i * width + j
        best[place] = max(best[place + 1], best[place + width])
        guard let weight = weight(of: lines[i], as: slots[removed[j].slot]) else { continue }
        let likeness = best[place + width + 1] + weight + ComparableText.similarity(new[i], old[j])
        if likeness > best[place] { (best[place], pairs[place]) = (likeness, true) }
      }
    }
    var result = [Int?](repeating: nil, count: lines.count), i = 0, j = 0
    while i < lines.count, j < removed.count {
      let place = i * width + j
      if pairs[place] {
        result[i] = j
        (i, j) = (i + 1, j + 1)
      } else if best[place] == best[place + 1] {
        j += 1
      } else {
        i += 1
      }
    }
    return result
  }

  /// What speaks for a place besides the words; `nil` where a line cannot stand there.
  private func weight(of line: Substring, as slot: Slot) -> Double? {
    switch slot {
    case .free: nil
    case .lead: line.hasPrefix("#") ? 0.1 : nil
    case .attribution: line.hasPrefix("—") ? 0.1 : nil
    case .block: line.hasPrefix("#") || line.hasPrefix("—") ? 0.05 : 0.1
    }
  }

  private mutating func collect(_ lines: [Substring], _ present: [Int], _ placed: [(slot: Int, isAdded: Bool)]) {
    var start = 0
    while start < placed.count {
      var end = start + 1
      while end < placed.count, placed[end].slot == placed[start].slot { end += 1 }
      let slot = slots[placed[start].slot]
      texts[slot] = lines[present[start]...present[end - 1]].joined(separator: "\n")
      var kept: [Substring] = []
      for index in start..<end where !placed[index].isAdded {
        // Blank lines within what belongs together.
        if index > start, !placed[index - 1].isAdded { kept += lines[(present[index - 1] + 1)..<present[index]] }
        kept.append(lines[present[index]])
      }
      if !kept.isEmpty { changed[slot] = kept.joined(separator: "\n") }
      start = end
    }
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
