public import Diagnostics
public import Encodings

extension BinaryWriter {
  public mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity.rawValue)
    write(diagnostic.rule)
    write(diagnostic.summary)
    write(diagnostic.location)
    write(diagnostic.suggestion == nil ? 0 : 1)
    if let suggestion = diagnostic.suggestion { write(suggestion) }
    write(diagnostic.notes.count)
    for note in diagnostic.notes {
      write(note.text)
      write(note.location)
    }
  }

  private mutating func write(_ location: SourceLocation?) {
    write(location == nil ? 0 : 1)
    guard let location else { return }
    write(location.path)
    write(location.line)
    write(location.column)
    write(location.length)
    write(location.lineText)
  }
}

extension BinaryReader {
  public mutating func diagnostic() throws(Damage) -> Diagnostic {
    guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damage() }
    let (rule, summary, location) = (try text(), try text(), try place())
    let suggestion = try number() == 0 ? nil : try text()
    var notes: [Diagnostic.Note] = []
    for _ in 0..<(try count()) { notes.append(Diagnostic.Note(try text(), at: try place())) }
    return Diagnostic(severity, rule: rule, summary, at: location, suggestion: suggestion, notes: notes)
  }

  private mutating func place() throws(Damage) -> SourceLocation? {
    if try number() == 0 { return nil }
    let path = try text()
    let (line, column, length) = (Int(try signed()), Int(try signed()), Int(try signed()))
    return SourceLocation(path: path, line: line, column: column, length: length, lineText: try text())
  }
}
