internal import HanText

/// What a page tells of that advertisements speak of too: coupons, WeChat, subscriptions. Its answers are worded as they are;
/// what tells the two apart is whom a line speaks to, and what stands above it.
extension NoisePage {
  /// Subjects of the page's title, or of two of its questions, with all words of their themes.
  static func subjects(of lines: [PageLine], inked: [Int], _ rules: ImportRules) -> [String] {
    let wording = rules.wording
    func subjects(_ line: PageLine) -> Set<String> { Set(wording.subjects(line.folded.key)) }
    var counts: [String: Int] = [:]
    for line in lines where line.isAskedOrAnswered && !line.marked.isAnswer && !wording.addressesReader(line.folded.key) {
      for subject in subjects(line) { counts[subject, default: 0] += 1 }
    }
    let titles = titles(of: lines, inked: inked, rules).map { lines[$0] }
    return (counts.filter { $0.value >= 2 }.map(\.key) + titles.flatMap(subjects)).sorted()
  }

  /// Lines above the text that are worded as titles and speak to nobody.
  static func titles(of lines: [PageLine], inked: [Int], _ rules: ImportRules) -> [Int] {
    inked.prefix(16).prefix { !lines[$0].isProse && lines[$0].lastScalar != "。" && !lines[$0].marked.isAnswer }.filter {
      lines[$0].folded.length <= 40 && lines[$0].folded.text.first?.isPictograph == false
        && rules.wording.titleWords(lines[$0].folded.key) > 0
        && !rules.wording.addressesReader(lines[$0].folded.key)
        && !lines[$0].matches.contains { [.strip, .meta].contains(rules.phrases.groups[$0.group].action) }
    }
  }

  /// Members of lists that go on with what stands above them: below a question, a heading, a lead-in or a sentence that court
  /// nobody, and at least half of each list courts nobody either. O(lines).
  static func toldMembers(of lines: [PageLine], inked: [Int]) -> Set<Int> {
    var told: Set<Int> = []
    var order = 0
    while order < inked.count {
      guard let shape = MemberShape(lines[inked[order]]) else {
        order += 1
        continue
      }
      var list = [inked[order]]
      while order + list.count < inked.count, case let next = inked[order + list.count], MemberShape(lines[next]) == shape,
        shape != .label || next == list.last! + 1
      {
        list.append(next)
      }
      let members = list.filter { !lines[$0].courtsReader }
      // A name and a colon alone make no list.
      let isList = shape != .label || list.count >= 2
      if isList, order > 0, lines[inked[order - 1]].mayLead(isFirst: order == 1), members.count * 2 >= list.count {
        told.formUnion(members)
      }
      order += list.count
    }
    return told
  }

  /// Lines that begin with one ornament and stand apart, five or more: the titles of a page, whatever they speak of. Where most of
  /// them court the reader they are a list of goods. O(lines).
  static func ornamentedTitles(of lines: [PageLine], inked: [Int]) -> Set<Int> {
    var series: [Unicode.Scalar: [Int]] = [:]
    for (order, index) in inked.enumerated() {
      guard let ornament = lines[index].ornament, order + 1 < inked.count, lines[inked[order + 1]].ornament != ornament else { continue }
      series[ornament, default: []].append(index)
    }
    return series.values.reduce(into: []) { titles, members in
      let calm = members.filter { !lines[$0].wording.callsReader(lines[$0].folded.key) }
      if members.count >= 5, calm.count * 5 >= members.count * 4 { titles.formUnion(calm) }
    }
  }

  /// `微信公众号` over questions about it: of a title without another word the questions tell that it is one.
  var bareTitle: Int? {
    let inked = inked, wording = rules.wording
    guard !subjects.isEmpty, let first = inked.first, lines[first].folded.key.count <= 16, !lines[first].courtsReader else { return nil }
    let own = Set(wording.subjects(lines[first].folded.key))
    guard !own.isEmpty else { return nil }
    let asking = inked.dropFirst().count {
      lines[$0].isAskedOrAnswered && !lines[$0].marked.isAnswer && !own.isDisjoint(with: wording.subjects(lines[$0].folded.key))
    }
    return asking >= 2 ? first : nil
  }
}

/// What marks a line as one of several.
private enum MemberShape {
  case bullet, number
  /// `满减券：满 80 减 20`
  case label

  init?(_ line: PageLine) {
    guard !line.isAskedOrAnswered, !line.isCode, line.headingLevel == nil, line.folded.length <= 120 else { return nil }
    if line.isListItem {
      self = .bullet
    } else if line.marked.principal?.isNumbered == true {
      self = .number
    } else if line.marked.markers.isEmpty, let colon = line.folded.text.prefix(13).firstIndex(of: ":"), colon >= 2,
      colon + 1 < line.folded.text.count
    {
      self = .label
    } else {
      return nil
    }
  }
}

extension PageLine {
  /// A block or a geometric shape that the line begins with: `▸`, `▎`. Hands and fires point at what is sold.
  fileprivate var ornament: Unicode.Scalar? {
    marked.markers.first.flatMap { (0x2580...0x25FF).contains($0.delimiter.value) ? $0.delimiter : nil }
  }

  /// Whether a line speaks to its reader: names them or what they are to do, or an account, a number, an address.
  fileprivate var courtsReader: Bool {
    if content.first?.isPictograph == true || wording.callsReader(folded.key) { return true }
    var digits = 0, letters = 0
    for scalar in folded.text {
      if scalar == "@" { return true }
      if scalar.isASCIIDigit { digits += 1 } else if scalar.isASCIILetter { letters += 1 } else { (digits, letters) = (0, 0) }
      // `88886666`, `hdxz2024`
      if digits >= 5 || digits >= 2 && letters >= 3 && digits + letters >= 7 { return true }
    }
    return false
  }

  /// Whether members of an answer's list may stand below a line; the first of a page is its title.
  fileprivate func mayLead(isFirst: Bool) -> Bool {
    guard !courtsReader else { return false }
    return isFirst || isAskedOrAnswered || headingLevel != nil || asking.isQuestion || lastScalar == ":" || isProse || isTold
  }
}
