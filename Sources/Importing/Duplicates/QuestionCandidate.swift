package import ContentModel

/// A question that may have been asked elsewhere in other words.
package struct QuestionCandidate: Sendable, Hashable {
  /// Names it in the result; unique within one call.
  package let id: String
  package let title: String
  /// The answer as blocks of plain text or Markdown; empty where there is none. Shared with what the candidate was made
  /// from: of a large import there is no room for copies.
  private let answer: [String]
  /// The pages it stands on, where known: a bare heading beside a question heads its section.
  package let documents: [String]
  /// Language of the answer where known: answers in two languages are not compared.
  package let language: LanguageTag?

  package init(
    id: String, title: String, answerText: String? = nil, language: LanguageTag? = nil, documents: [String] = []
  ) {
    self.init(id: id, title: title, answer: answerText.map { [$0] } ?? [], language: language, documents: documents)
  }

  package init(id: String, title: String, answer: [String], language: LanguageTag?, documents: [String]) {
    self.documents = documents
    self.id = id
    self.title = title
    self.answer = answer
    self.language = language
  }

  /// Enough of the answer to know it again by; `nil` where there is none. Made anew each time it is asked for.
  var answerText: String? {
    if answer.count <= 1 { return answer.first }
    var text = ""
    for block in answer {
      text += block + "\n"
      if text.utf8.count > 2_400 { break }
    }
    return text
  }
}
