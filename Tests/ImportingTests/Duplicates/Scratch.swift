@testable import Terminology
import Testing
import Foundation
@testable import Importing
struct Scratch {
  @Test func scratch() throws {
    let folder = GoldStandard.folder!
    let questions = try GoldStandard.rows(folder.appending(path: "gold/questions.tsv"))
    let answers = try questions.map { row in
      row[6] == "yes" ? try GoldStandard.lines(of: row[1], in: folder)[Int(row[2])!..<Int(row[3])!].joined(separator: "\n") : nil
    }
    let overlap = AnswerOverlap(answers: answers)
    let index = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1[0], $0) })
    func show(_ kind: String, _ a: String, _ b: String) { print("PAIR", kind, String(format: "%.3f", overlap.share(index[a]!, index[b]!) ?? -1), questions[index[a]!][4], "||", questions[index[b]!][4]) }
    let groups = Dictionary(grouping: try GoldStandard.rows(folder.appending(path: "gold/duplicates.tsv")), by: { $0[0] })
    for g in groups.values { for p in GoldStandard.pairs(g.map { $0[1] }) { let x = p.sorted(); show("dup", x[0], x[1]) } }
    for r in try GoldStandard.rows(folder.appending(path: "gold/related.tsv")) { show("hard", r[0], r[2]) }
    let r = DuplicateRecognizer()
    let cands = zip(questions, answers).map { QuestionCandidate(id: $0[0], title: $0[4], answerText: $1) }
    var run = DuplicateRun(r, cands)
    run.comparePairs()
    for l in run.links where l.score > 0.5 { print("LINK", l.score, l.answers ?? -1, run.answers.share(l.first, l.second) ?? -1, cands[run.nodes[l.first].members[0]].title, "||", cands[run.nodes[l.second].members[0]].title) }
    let parser = QuestionParser(vocabulary: r.vocabulary, tuning: r.tuning)
    for t in ["多头自注意力机制的作用是什么?","多头注意力机制(Multi-head Attention)是什么?它相比单头注意力有什么优势?","Self-attention的公式及参数量?为什么要除以根号d?","Attention的计算方式及参数量","175B、60B、540B等","大模型【LLMs】后面跟的 175B、60B、540B等指什么?"] {
      let q = parser.parse(t)
      print("PARSE", t, q.concepts.map { r.vocabulary.concepts[$0].id }, q.facets.map { r.vocabulary.facets.facets[$0].id }, q.coordinateFacets, q.hasSubordinate, String(String.UnicodeScalarView(q.leftover.map { Unicode.Scalar($0)! })), q.words, q.qualifiers)
    }
  }
}
