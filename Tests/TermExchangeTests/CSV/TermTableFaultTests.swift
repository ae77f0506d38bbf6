import Diagnostics
import Testing

@testable import TermExchange

@Suite struct TermTableFaultTests {
  @Test(arguments: [
    ("concept,titel:zh\na,b\n", "unknown-column", 1, 9), ("concept,title:fr\na,b\n", "unknown-language", 1, 9),
    ("concept,title\na,b\n", "unknown-language", 1, 9), ("concept,title:zh\na,b\na,c\n", "duplicate-concept", 3, 1),
    ("concept,title:zh\na,b,c\n", "csv", 2, 1), ("concept,title:zh\na,\"b\n", "csv", 2, 3), ("", "csv", 1, 1),
    ("concept,title:zh,definition:en\na,b,c\n", "missing-title", 2, 1),
    ("concept,tags\na,b\n", "missing-title", 1, 1), ("concept,title:zh,tags\na,b,c\nd,,c\n", "missing-title", 3, 1),
  ]) func saysWhatIsWrongWhere(text: String, rule: String, line: Int, column: Int) {
    let diagnostics = table(text).diagnostics
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.first?.location.map { [$0.line, $0.column] } == [line, column])
    #expect(diagnostics.first?.suggestion != nil)
  }
}
