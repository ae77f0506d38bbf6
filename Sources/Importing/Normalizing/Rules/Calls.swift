internal import HanText

extension NoiseRule {
  /// A call to the reader, whatever it offers: several kinds of what calls are made of (`calls.yml`) in one line, such as a
  /// price, a word that brings it and who offers it, and the form of a call: a sign before it, a button behind it, a name
  /// in corner brackets. Each kind alone is written about too.
  static let calls = NoiseRule(id: "call") { page in
    var title: Int?
    var calls: [Int: Call] = [:]
    let endsSentences = page.endsSentences
    for index in page.inked where page.verdicts[index] == nil {
      let line = page.lines[index]
      if line.isAskedOrAnswered || line.headingLevel != nil { title = index }
      // One weak kind alone comes to nothing, whatever the line looks like.
      guard !page.told.contains(index),
        line.signs.reduce(0, { $0 + page.rules.phrases.groups[$1.group].weight }) >= 0.7 || line.namesAccount(page.rules.fields.contacts)
      else { continue }
      if line.callsAside { continue }
      let explained = line.explained
      let subjects = explained + (title.map { page.rules.wording.subjects(page.lines[$0].folded.key) } ?? [])
      // Where the page or the question asks about such things, a sentence that speaks to nobody answers it.
      let isTold = !(subjects.isEmpty && page.subjects.isEmpty) && (line.isTold || !explained.isEmpty)
      guard
        let call = page.call(
          index, subjects: isTold ? subjects + page.subjects : subjects, isBare: endsSentences && line.isBareClause)
      else { continue }
      if !isTold { calls[index] = call }
      guard call.weight >= Call.suspicion else { continue }
      // A box that the page calls an advertisement by its class needs less.
      let named = line.hint.map { $0.boilerplate } ?? 0
      if call.weight >= (line.isAskedOrAnswered || isTold ? Call.assurance : Call.certainty - named * 1.6) {
        // A question that was asked to be answered so is the advertisement's.
        if line.marked.isAnswer, let question = page.preceding(index), page.lines[question].isAskedOrAnswered,
          !page.lines[question].marked.isAnswer
        {
          page.decide(question, .strip, "call", "asked above line \(line.number)")
        }
        page.decide(index, .strip, "call", call.evidence)
        page.weigh(index, 0.9, "call", call.evidence)
      } else if !line.isAskedOrAnswered, !isTold {
        page.weigh(index, call.weight - 0.8, "call", call.evidence)
      }
    }
    page.stripGroups(calls)
  }
}

/// How much a line has of a call to the reader, and what tells.
private struct Call {
  var weight: Double
  var evidence: String
  /// The kinds that the line has, with their weights.
  var kinds: [String: Double]

  static let suspicion = 1.5
  /// What it adds that a line ends without a full stop where the page's sentences end with one.
  static let bareness = 1.0
  /// What a second phrase of one kind adds in a short line of that kind.
  static let again = 0.6
  static let certainty = 2.6
  /// What a line needs that is marked as a question or an answer.
  static let assurance = 4.0
}

extension NoisePage {
  fileprivate func call(_ index: Int, subjects: [String], isBare: Bool) -> Call? {
    let line = lines[index]
    guard !line.isCode, (4...200).contains(line.folded.length),
      line.headingLevel == nil
    else { return nil }
    var kinds: [Kind] = []
    for match in line.signs {
      let group = rules.phrases.groups[match.group]
      let phrases = zip(match.phrases, match.ends).filter { phrase, end in
        !subjects.contains { phrase.containsBytes(of: $0) || $0.containsBytes(of: phrase) } && !line.mentions(phrase, endingAt: end)
          && !line.isWithinWord(phrase, endingAt: end)
      }.map(\.0)
      guard !phrases.isEmpty else { continue }
      if let known = kinds.firstIndex(where: { $0.rule == group.rule }) {
        kinds[known].add(phrases, group.weight)
      } else {
        kinds.append(Kind(rule: group.rule, weight: group.weight, phrases: phrases))
      }
    }
    // `内推码` is a word that brings it, and neither an offer (`内推`) nor a request as well.
    let all = kinds
    kinds.removeAll { kind in all.contains { $0.rule != kind.rule && $0.weight > kind.weight && $0.holds(kind) } }
    // Where a page tells of WeChat, an account is an example.
    let namesAccount = line.namesAccount(rules.fields.contacts) && !subjects.contains("微信")
    guard !kinds.isEmpty || namesAccount else { return nil }
    var form = line.form
    if namesAccount { form.append(("an account", Call.certainty)) }
    if line.folded.key.count <= 24, rules.fields.cardButtons.contains(String(line.folded.key.drop { !$0.isHan && !$0.isASCIILetter })) {
      form.append(("words of a button", 1.3))
    }
    // Menus are made of words that everybody uses.
    if isBare, kinds.contains(where: { $0.weight >= 0.8 }) { form.append(("no sentence amid sentences", Call.bareness)) }
    for place in kinds.indices where isBare && line.folded.length <= 30 && kinds[place].isTwofold { kinds[place].weight += Call.again }
    var weight = kinds.reduce(0) { $0 + $1.weight } + form.reduce(0) { $0 + $1.weight }
    // Words that everybody uses make no call by themselves, many as they may be.
    if !namesAccount, kinds.allSatisfy({ $0.weight < 1 }) { weight = min(weight, Call.certainty - 0.6) }
    // What programs do is described in the same words.
    for match in line.matches {
      let group = rules.phrases.groups[match.group]
      if group.action == .cue, group.weight < 0 { weight -= 0.3 * Double(min(2, match.phrases.count)) }
    }
    // The longer the line, the less a word in it says; who pays for it is said once.
    let long = line.isLatin ? 140 : 80
    if line.folded.length > long { weight *= Double(long) / Double(line.folded.length) }
    weight = max(weight, kinds.map(\.weight).filter { $0 >= Call.certainty }.max() ?? 0)
    return Call(
      weight: weight, evidence: (kinds.map { $0.phrases[0] } + form.map(\.name)).joined(separator: ", "),
      kinds: Dictionary(uniqueKeysWithValues: kinds.map { ($0.rule, $0.weight) } + form.map { ("form " + $0.name, $0.weight) }))
  }

  /// What a line has of one kind.
  private struct Kind {
    let rule: String
    var weight: Double
    /// Those of the heaviest group first.
    var phrases: [String]

    mutating func add(_ others: [String], _ weight: Double) {
      phrases = weight > self.weight ? others + phrases : phrases + others
      self.weight = max(self.weight, weight)
    }

    /// Whether each phrase of another kind is a part of one of these.
    func holds(_ other: Kind) -> Bool {
      other.phrases.allSatisfy { part in phrases.contains { $0.containsBytes(of: part) } }
    }

    /// Whether two phrases say it of which none holds the other.
    var isTwofold: Bool {
      phrases.dropFirst().contains { !$0.containsBytes(of: phrases[0]) && !phrases[0].containsBytes(of: $0) }
    }
  }

  /// Whether two of three longer lines of running text end as sentences do.
  fileprivate var endsSentences: Bool {
    let long = inked.filter { lines[$0].marked.markers.isEmpty && !lines[$0].isCode && lines[$0].folded.key.count >= 14 }
    return long.count >= 2 && long.count { lines[$0].lastScalar?.isOne(of: "。:;") ?? false } * 3 >= long.count * 2
  }

  /// Whether a line is a member of a list of which the one above is no call.
  private func goesOnWithList(_ index: Int, _ calls: [Int: Call]) -> Bool {
    guard lines[index].isListItem, !isStripped(index), let above = preceding(index), lines[above].isListItem else { return false }
    return calls[above] == nil && !isStripped(above)
  }

  /// Up to four short lines on end that make one call together: what is offered, its price, a button.
  fileprivate mutating func stripGroups(_ calls: [Int: Call]) {
    let inked = inked
    var order = 0
    while order < inked.count {
      let run = inked[order...].prefix(4).prefix { index in
        guard let call = calls[index], call.weight >= (lines[index].folded.length <= 20 ? 0.7 : 1), !lines[index].isAskedOrAnswered,
          !goesOnWithList(index, calls)
        else { return false }
        // A sentence beside an advertisement goes on with the answer more often than not.
        if isStripped(index) { return true }
        let isSentence = lines[index].lastScalar?.isOne(of: "。.") ?? false
        // In English buttons and pitches end with a full stop too.
        return lines[index].folded.length <= (lines[index].isLatin ? 120 : 60)
          && (!isSentence || lines[index].isLatin && call.weight >= 1.6 && call.kinds.count >= 2)
      }
      defer { order += max(1, run.count) }
      guard run.count >= 2, run.contains(where: { verdicts[$0] == nil }) else { continue }
      var kinds: [String: Double] = [:]
      for index in run { kinds.merge(calls[index]!.kinds, uniquingKeysWith: max) }
      guard kinds.count >= 3, kinds.values.reduce(0, +) >= Call.certainty else { continue }
      for index in run { decide(index, .strip, "call", "with lines around: \(calls[index]!.evidence)") }
    }
  }
}

extension PageLine {
  /// Without a Han character: a sentence of as many words is longer.
  var isLatin: Bool { !folded.text.contains(where: \.isHan) }

  /// Running text that ends without the mark of a sentence, a lead-in or a question, and does not tell of programs.
  fileprivate var isBareClause: Bool {
    marked.markers.isEmpty && headingLevel == nil && !isListItem && !isTableRow && !(lastScalar?.isOne(of: "。:;?") ?? true)
      && wording.matterWords(folded.key) < 2
  }

  /// What of a call's form the line has, and what it weighs.
  fileprivate var form: [(name: String, weight: Double)] {
    var form: [(String, Double)] = []
    if let first = folded.text.first, first.opensCall { form.append((String(first), 0.7)) }
    if hasPrice { form.append(("a price", 0.8)) }
    if hasButton { form.append(("a button", folded.text.last == "]" ? 1.6 : 1)) }
    if namesBrand { form.append(("a name in brackets", 0.5)) }
    if isSetApart { form.append(("signs at both ends", 1.2)) }
    if hasMail { form.append(("an address for mail", 0.8)) }
    if hasDiscount { form.append(("a discount", 1)) }
    return form
  }

  /// Whether a call only follows sentences of a paragraph in brackets: `…释放。（顺带一提，公众号里有…）`.
  fileprivate var callsAside: Bool {
    let text = folded.text
    guard text.last == ")", let open = text.lastIndex(of: "("), open > 20, text[open - 1].isOne(of: "。?!") else { return false }
    let start = text[..<open].count(where: \.isWordlike)
    return signs.allSatisfy { $0.ends.allSatisfy { $0 > start } }
  }

  /// `—— … ——`, `* … *`: what a writer sets apart from the text, with words enough to say something.
  private var isSetApart: Bool {
    guard folded.key.count >= 8, let first = folded.text.first, let last = folded.text.last else { return false }
    if first.isPictograph, last == first || last.isPictograph { return true }
    if first == "「" && last == "」" || first == "(" && last == ")" { return !folded.text.dropFirst().contains(first) }
    guard first == last, first.isOne(of: "—-=~*·•★☆◆◇▼▲✦※") else { return false }
    return folded.text.dropFirst().prefix { $0 == first || $0 == " " }.contains(" ") || folded.text[1] == first
  }

  /// `¥45`, `$1.49`
  private var hasPrice: Bool {
    let text = folded.text
    return text.indices.dropLast().contains { text[$0].isOne(of: "¥￥$") && text[$0 + 1].isASCIIDigit }
  }

  /// `… →`, `… ›`, `… [了解详情]`
  private var hasButton: Bool {
    guard let last = folded.text.last, !isListItem else { return false }
    if last.isOne(of: "→›»➜>↓") || last.value == 0x1F447 { return folded.text.count >= 4 }
    guard last == "]", let open = folded.text.lastIndex(of: "[") else { return false }
    let label = folded.text[(open + 1)...].dropLast().filter { $0 != " " }
    return (2...8).contains(label.count) && label.allSatisfy(\.isHan)
  }

  /// `jobs@example.org`
  private var hasMail: Bool {
    guard let at = folded.text.firstIndex(of: "@"), at > 0, at + 3 < folded.text.count, folded.text[at - 1].isASCIIAlphanumeric else {
      return false
    }
    return folded.text[(at + 1)...].prefix { $0.isASCIIAlphanumeric || $0.isOne(of: ".-") }.dropLast().contains(".")
  }

  /// `VX：abc123`, `QQ 群：123456`, `内推码 NT8X2K`: five letters and digits or more right behind such a word.
  fileprivate func namesAccount(_ contacts: Set<String>) -> Bool {
    let text = folded.text
    guard text.count <= 120 else { return false }
    var place = 1
    while place < text.count {
      let account = text[place...].prefix { $0.isASCIIAlphanumeric || $0.isOne(of: "_-") }
      if text[place - 1].isOne(of: ": "), (5...24).contains(account.count), account.contains(where: { $0.isASCIIDigit || $0 == "_" }) {
        let before = text[..<place].suffix(20).reversed().drop { $0.isOne(of: ": ") }.filter { $0 != " " }
        let word = before.prefix(6).prefix(while: \.isWordlike).map(\.keyed)
        if word.indices.contains(where: { contacts.contains(String(scalars: word[...$0].reversed())) }) { return true }
      }
      place += max(1, account.count)
    }
    return false
  }

  /// `八五折`, `减 200`, `领 30`: what numbers of any size stand beside.
  private var hasDiscount: Bool {
    let text = folded.text
    return text.indices.dropFirst().contains { index in
      if text[index] == "折" { return text[index - 1].isASCIIDigit || text[index - 1].isOne(of: "一二三四五六七八九") }
      guard text[index - 1].isOne(of: "减领"), let next = text[index...].first(where: { $0 != " " }) else { return false }
      return next.isASCIIDigit && !asking.contains(.mark)
    }
  }

  /// A short name in corner brackets.
  private var namesBrand: Bool {
    let text = folded.text
    return [("「", "」"), ("《", "》")].contains { (open: Unicode.Scalar, close: Unicode.Scalar) in
      guard let start = text.firstIndex(of: open), let end = text[start...].firstIndex(of: close) else { return false }
      return (3...13).contains(end - start)
    }
  }
}

extension Unicode.Scalar {
  /// A picture or a bar that stands before what is to be noticed. Ticks and boxes stand before members of lists.
  fileprivate var opensCall: Bool {
    switch value {
    case 0x1F300...0x1FAFF, 0x2600...0x2609, 0x260E...0x2610, 0x2614...0x26FF, 0x2702, 0x2708...0x270D, 0x2728, 0x2764, 0x27A1,
      0x279C, 0x25B6, 0x25BA, 0x258A...0x258F, 0x2588:
      true
    default: false
    }
  }
}
