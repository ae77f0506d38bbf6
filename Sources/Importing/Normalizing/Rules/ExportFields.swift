extension NoiseRule {
  /// Columns of a database export (Notion, front matter) that stand at a page's head, one a line, with or without value.
  static let exportFields = NoiseRule(id: "export-field") { page in
    let names = page.rules.fields.export
    /// The longest head that is looked at, in lines that are not blank.
    let reach = 60
    var run: [Int] = []
    func flush(_ page: inout NoisePage) {
      if run.count >= 3 {
        for index in run {
          page.decide(index, .strip, "export-field", page.lines[index].folded.string)
          page.weigh(index, 0.3, "export-field", "")
        }
      }
      run = []
    }
    for index in page.inked.prefix(reach) {
      let line = page.lines[index]
      guard line.hint == nil || line.headingLevel == nil else { break }
      let text = line.folded.text
      let isFence = text.count == 3 && text.allSatisfy { $0 == "-" }
      let name = String(text.prefix { $0 != ":" }.filter(\.isWordlike).map(\.lowercased))
      let value = text.drop { $0 != ":" }.dropFirst()
      if names.contains(name), text.count < 80, line.marked.markers.isEmpty, value.allSatisfy({ $0 != "。" }) || value.isEmpty {
        run.append(index)
      } else if isFence, run.isEmpty || run.count >= 2 {
        run.append(index)
      } else {
        flush(&page)
        // A title may stand before the columns, prose may not.
        if line.folded.length > 60 { break }
      }
    }
    flush(&page)
  }
}
