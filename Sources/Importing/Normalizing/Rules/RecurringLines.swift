extension NoiseRule {
  /// Lines that stand on several unrelated pages of the import. They weigh and never decide alone: good answers are
  /// copied too.
  static let recurringLines = NoiseRule(id: "recurring-line") { page in
    /// On how many pages the question above stands. An answer that was copied with it is no frame of a site.
    var copies = 0
    for index in page.lines.indices where !page.isBlank(index) {
      let line = page.lines[index]
      if line.asking.isQuestion || line.headingLevel != nil { copies = page.recurrence.pages(with: LineHash.of(line.folded.key)) }
      // Programs of unrelated pages begin with the same imports.
      guard line.folded.key.count >= 6, !line.isAskedOrAnswered, !line.isCode else { continue }
      let pages = page.recurrence.pages(with: LineHash.of(line.folded.key))
      guard pages >= 3, pages > copies else { continue }
      // Headings that every article has are short and have no verb; the weight grows with length.
      let length = min(1, Double(line.folded.key.count) / 20)
      page.weigh(index, (pages >= 8 ? 2.5 : 1.5) * length, "recurring-line", "\(pages) pages")
    }
  }
}
