/// Where each line of a page that a person edited belongs: found by the lines that the import wrote there.
///
/// A line that the import wrote keeps its place. One that a person put in the place of others belongs where those stood; one that
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

  /// - Parameters:
  ///   - sections: What the import wrote.
  ///   - lines: What is there now.
  /// - Complexity: that of ``ThreeWayMerge``.
  init(_ sections: [QuestionDrafting.Section], in lines: [Substring]) {
    let standsAlone = sections.count == 1 && sections[0].attribution == nil && !sections[0].blocks.isEmpty
    var slots: [Slot] = standsAlone ? [] : [.free(-1)]
    var written: [(line: Substring, slot: Int)] = []
    func add(_ slot: Slot, _ text: String?) {
      guard let text else { return }
      for line in text.split(separator: "\n") where !line.isBlank { written.append((line, slots.count)) }
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
      placed += place(gap, insteadOf: written[previous..<end].map(\.slot), from: before, to: after)
      if end < written.count { placed.append((written[end].slot, false)) }
      previous = end + 1
    }
    collect(lines, present, placed)
  }

  /// The places of lines between two that the import wrote, where others stood.
  private func place(_ lines: [Substring], insteadOf removed: [Int], from start: Int, to end: Int) -> [(slot: Int, isAdded: Bool)] {
    // One for one.
    if lines.count == removed.count { return removed.map { ($0, false) } }
    var current = start
    return lines.map { line in
      let rest = removed.filter { $0 >= current }
      func place(where fits: (Slot) -> Bool) -> Int? { rest.first { fits(slots[$0]) } }
      let marked: Int? =
        if line.hasPrefix("#") { place { if case .lead = $0 { true } else { false } } } else if line.hasPrefix("—") {
          place { if case .attribution = $0 { true } else { false } }
        } else { nil }
      if let slot = marked ?? place(where: { if case .block = $0 { true } else { false } }) {
        current = slot
        return (slot, false)
      }
      let between = current..<end + 1
      if let free = between.first(where: { if case .free = slots[$0] { true } else { false } }) {
        current = free
      } else if let block = between.first(where: { if case .block = slots[$0] { true } else { false } }) {
        current = block
      }
      return (current, true)
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
