import ContentModel
import SyntheticCorpus
import Terminology

/// Measures how fast the names of concepts are found: one core, 5,000 names, bytes of Markdown as they stand in content.
enum MatcherBenchmark {
  static func run() {
    let site = SyntheticSite(pages: 10_000)
    let termbase = Termbase(
      site.concepts.map { concept in
        var terms = [
          Term(concept.chinese, language: .chinese, status: .preferred),
          Term(concept.english, language: .english, status: .preferred),
        ]
        terms += concept.abbreviation.map { [Term($0, language: .english, status: .abbreviation)] } ?? []
        return Concept(id: DocumentID(section: .terms, slug: concept.slug), terms: terms)
      })
    let texts = (0..<2000).map { Array(site.file($0 * 5).text.utf8) }
    let bytes = texts.reduce(0) { $0 + $1.count }
    // The fastest of a few rounds: what else the machine does only slows them.
    var best = Double.infinity
    var found = 0
    for _ in 0..<7 {
      var clock = ProcessorClock()
      found = texts.reduce(0) { $0 + $1.withUnsafeBufferPointer { termbase.matcher.matches(in: $0).count } }
      best = min(best, clock.lap())
    }
    let names = site.concepts.reduce(0) { $0 + ($1.abbreviation == nil ? 2 : 3) }
    print("\(names) names in \(bytes / 1_000_000) MB: \(Int(Double(bytes) / best / 1e6)) MB/s on one core, \(found) found")
  }
}
