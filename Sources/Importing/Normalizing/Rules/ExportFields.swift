extension NoiseRule {
  /// Columns of a database export (Notion, front matter) that stand at a page's head, one a line, with or without value or with
  /// the value on the line below, and the same columns of every further record.
  static let exportFields = NoiseRule(id: "export-field") { page in
    let names = page.rules.fields.export
    let lines = page.lines
    /// The longest head that is looked at, in lines that are not blank.
    let reach = 60
    var run: [Int] = []
    /// Short lines below a column without a value: values, if another column follows.
    var values: [Int] = [], withValue = 0
    /// The columns of the head.
    var columns: Set<String> = []
    func name(_ index: Int) -> String {
      String(lines[index].folded.text.prefix { $0 != ":" }.filter(\.isWordlike).map(\.keyed))
    }
    func isBare(_ index: Int) -> Bool { names.contains(name(index)) && !lines[index].folded.text.contains(":") }
    func flush(_ page: inout NoisePage) {
      if let last = run.last, let value = values.first, isBare(last), withValue >= 2 { run.append(value) }
      (values, withValue) = ([], 0)
      if run.count >= 3 {
        columns.formUnion(run.map(name))
        for (index, next) in zip(run, run.dropFirst() + [-1]) {
          let isOrigin = page.rules.fields.origin(named: name(index)) != nil
          // A column without a value says nothing of the origin.
          let isAbove = isBare(index) && next >= 0 && !names.contains(name(next))
          let hasValue = !isBare(index) || isAbove
          if isAbove { page.columnValues[index] = next }
          page.decide(index, isOrigin && hasValue ? .meta : .strip, "export-field", page.lines[index].folded.string)
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
      let value = text.drop { $0 != ":" }.dropFirst()
      if names.contains(name(index)), text.count < 80, line.marked.markers.isEmpty, value.allSatisfy({ $0 != "。" }) || value.isEmpty {
        if !values.isEmpty { withValue += 1 }
        run += values + [index]
        values = []
      } else if isFence, run.isEmpty || run.count >= 2 {
        run.append(index)
      } else if let column = run.last, isBare(column), values.count < 2, line.folded.length <= 60, line.marked.markers.isEmpty,
        line.lastScalar != "。", !line.asking.contains(.mark)
      {
        values.append(index)
      } else {
        flush(&page)
        // A title may stand before the columns, prose may not.
        if line.folded.length > 60 { break }
      }
    }
    flush(&page)
    // A record is the head's columns once more: as many on end, or nearly.
    guard columns.count >= 3 else { return }
    func isField(_ index: Int) -> Bool {
      let line = lines[index]
      guard !line.isCode, line.folded.length < 80, line.folded.text.contains(":") else { return false }
      return columns.contains(name(index))
    }
    for index in page.inked {
      if page.verdicts[index] == nil, isField(index) {
        run.append(index)
      } else {
        flush(&page)
      }
    }
    flush(&page)
  }
}
