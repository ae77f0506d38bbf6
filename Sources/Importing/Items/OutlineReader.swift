internal import HanText

/// Finds out which lines of a page are titles of items, which are headings of sections, and which are neither.
///
/// Titles of one kind are marked alike (the same number style, the same heading level), so it is the styles that are
/// judged first, by how many of their lines ask for something; a line is then taken by its style and its place in the
/// count. A page without questions has its sections for items.
struct OutlineReader {
  let page: JudgedPage
  /// Indices of kept lines that are not blank, in order.
  let kept: [Int]
  var candidates: [TitleCandidate] = []
  var outline = Outline()
  /// What a repeated table of contents lists.
  let contents: Set<[Unicode.Scalar]>
  /// Indices of lines whose number is followed by deeper ones that begin with it: `2.1` above `2.1.1`.
  var parents: Set<Int> = []
  /// Styles whose lines are titles of items.
  var itemStyles: Set<TitleStyle> = []
  /// The one of them whose lines are titles by how they stand, whether they ask or not.
  var headingStyle: TitleStyle?
  /// Titles below lines that hold their numbers.
  var numbered: Set<Int> = []
  /// Whether the page is one item under its title.
  var isWhole = false

  init(_ page: JudgedPage) {
    self.page = page
    contents = page.contentsKeys
    kept = page.lines.indices.filter { page.verdicts[$0].action == .keep }
  }

  static func read(_ page: JudgedPage) -> Outline {
    var reader = OutlineReader(page)
    reader.findPageTitle()
    reader.candidates = reader.kept.compactMap { index in
      reader.outline[index] == .body ? TitleCandidate(index, page.lines[index]) : nil
    }
    reader.findParents()
    reader.takeNumbered()
    reader.takeTables()
    reader.findItemStyles()
    reader.takeDefinitionLists()
    reader.takeStyledTitles()
    reader.takeAnsweredTitles()
    reader.takeDefinitions()
    reader.takeGlossary()
    if reader.takeThreads() || reader.takeTitleThread() {
      reader.itemStyles = []
    } else if reader.hasItems, !reader.takeOnlyQuestion() {
      // Definitions are no questions: these may follow without a mark.
      let isGlossary = reader.outline.roles.values.allSatisfy { !$0.isItem || $0 == .definition || $0 == .term }
      if !isGlossary || !reader.takePlainSeries() { _ = reader.takePlainQuestions() }
    } else if !reader.isWhole, !reader.takeThread(), !reader.takePlainSeries(), !reader.takeTitleQuestion(), !reader.takePlainQuestions() {
      reader.takeSections()
    }
    reader.takeEchoes()
    reader.takeUnreadable()
    reader.takeUntitledBlocks()
    reader.findSections()
    reader.takeClosings()
    reader.takeIntroduction()
    return reader.outline
  }

  /// The first line, where it can be nothing else, and a heading that repeats the title of the markup.
  private mutating func findPageTitle() {
    let title = page.document.title.map { FoldedLine($0, disguises: Disguises()).key } ?? []
    // A title has no fellows: of several headings of a level none is the page's.
    let levels = kept.reduce(into: [Int: Int]()) { if let level = page.lines[$1].headingLevel { $0[level, default: 0] += 1 } }
    for index in kept.prefix(8) {
      let line = page.lines[index]
      let isSingle = line.headingLevel.map { levels[$0] == 1 } ?? true
      if isSingle, line.headingLevel == 1 || !title.isEmpty && line.folded.key == title { outline.roles[index] = .pageTitle }
    }
    // A line that people keep is no title by that.
    guard outline.roles.isEmpty, let first = kept.first(where: { page.verdicts[$0].rule != ImportDecisions.overruled }) else { return }
    if let level = page.lines[first].headingLevel, levels[level] ?? 0 > 1 { return }
    let line = page.lines[first]
    // Markdown has titles of pages at the first level: a deeper one that asks is a question.
    if page.document.format == .markdown, line.headingLevel ?? 1 > 1, line.asking.isQuestion { return }
    // `面试题：Vue` is the title of a page, `面试题 1：…` a question.
    let isLabel = line.marked.markers.count == 1 && line.marked.isQuestion && line.marked.markers[0].path.isEmpty && !line.asking.isQuestion
    guard line.hint == nil || line.headingLevel != nil, line.marked.markers.isEmpty || line.headingLevel != nil || isLabel,
      line.folded.length <= 60, let last = line.lastScalar, !last.isOne(of: "。:;,")
    else { return }
    // A page may begin with a question, then with its answer; a title has more than one section below it.
    if line.asking.contains(.mark), !isAboveByline(first), !hasTitles(after: first) || isFirstOfPlain(first) { return }
    outline.roles[first] = .pageTitle
  }

  /// Whether who wrote and when stands right below.
  private func isAboveByline(_ index: Int) -> Bool {
    let end = following(index) ?? page.lines.count
    return (index + 1..<end).contains { page.verdicts[$0].action == .meta || page.verdicts[$0].rule == "byline" }
  }

  /// Whether a question is the first of several that are marked no more than it and answered right below as it is, on a page
  /// whose head went: the title went with it.
  private func isFirstOfPlain(_ first: Int) -> Bool {
    guard page.verdicts[..<first].contains(where: { $0.action == .strip }), isPlainAnswered(first) else { return false }
    return kept.count { $0 > first && isPlainAnswered($0) } >= 2
  }

  private func isPlainAnswered(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.asking.contains(.mark), line.folded.length <= 80, TitleStyle(line).isPlain, let next = following(index) else { return false }
    return page.lines[next].isProse || page.lines[next].lastScalar == "。"
  }

  private func hasTitles(after index: Int) -> Bool {
    kept.count { other in
      let line = page.lines[other]
      let isAsked = line.asking.contains(.mark) || line.marked.principal?.isNumbered == true && line.asking.isQuestion
      return other > index && isAsked && line.folded.length <= 80
    } >= 2
  }

  /// A title that stands twice: as a line of the contents or of an anchor, and as itself.
  private mutating func takeEchoes() {
    for index in kept where outline[index] == .title {
      guard let next = following(index), outline[next] == .title || outline[next] == .body else { continue }
      let key = page.lines[index].contentKey
      if key.count >= 4, key == page.lines[next].contentKey, !page.lines[next].isCode { outline.roles[next] = .echo }
    }
  }

  var hasItems: Bool { outline.roles.values.contains { $0.isItem } }

  /// The next kept line that is not blank.
  func following(_ index: Int) -> Int? { Kept.after(index, in: kept) }
  func preceding(_ index: Int) -> Int? { Kept.before(index, in: kept) }
}

/// Neighbours in ascending indices.
enum Kept {
  static func after(_ index: Int, in kept: [Int]) -> Int? {
    let position = kept.bisected { $0 > index }
    return position < kept.count ? kept[position] : nil
  }

  static func before(_ index: Int, in kept: [Int]) -> Int? {
    let position = kept.bisected { $0 >= index }
    return position > 0 ? kept[position - 1] : nil
  }
}
