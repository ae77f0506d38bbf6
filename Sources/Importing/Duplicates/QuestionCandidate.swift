package import ContentModel

/// A question that may have been asked elsewhere in other words.
package struct QuestionCandidate: Sendable, Hashable {
  /// Names it in the result; unique within one call.
  package let id: String
  package let title: String
  /// The answer as plain text or Markdown; `nil` or empty where there is none.
  package let answerText: String?
  /// The page it stands on, where known: a bare heading beside a question heads its section.
  package let document: String?
  /// Language of the answer where known: answers in two languages are not compared.
  package let language: LanguageTag?

  package init(
    id: String, title: String, answerText: String? = nil, language: LanguageTag? = nil, document: String? = nil
  ) {
    self.document = document
    self.id = id
    self.title = title
    self.answerText = answerText
    self.language = language
  }
}
