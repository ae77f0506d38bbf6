import ContentModel
import Diagnostics
internal import HanText

/// What an editor has yet to do to imported pages: the site works all the same.
enum EditorialReview {
  static func diagnostics(of documents: [Document]) -> [Diagnostic] {
    documents.compactMap { document in
      if document.status == .stub {
        return Diagnostic(
          .warning, rule: "unanswered", "question without an answer", at: document.location(of: "status"),
          suggestion: "answer it and remove \"status: stub\"")
      }
      if document.id.section == .questions, document.language == .english, HanScript.share(of: document.title) > 0.3 {
        let page = document.id.description
        return Diagnostic(
          .warning, rule: "title-language", "title in Chinese on a page that says it is English", at: document.location(of: "title"),
          suggestion: "rename the file to \(page).zh.md, or give it an English title")
      }
      guard document.id.section == .sources else { return nil }
      guard let licence = document.text("licence") else {
        return Diagnostic(
          .warning, rule: "unknown-licence", "licence of the source is unknown", at: document.location(of: "title"),
          suggestion: "add \"licence:\" with what the author allows, or remove what was taken from it")
      }
      guard LicenceTerms(licence).forbidAdaptation else { return nil }
      return Diagnostic(
        .warning, rule: "no-adaptation", "licence of the source allows no adaptation: \(licence)", at: document.location(of: "licence"),
        suggestion: "ask the author, or remove what was taken from it")
    }
  }
}

/// What a licence says of adapting a work.
struct LicenceTerms {
  let forbidAdaptation: Bool

  /// - Parameter licence: an SPDX identifier, or words in Chinese or English.
  init(_ licence: String) {
    let words = licence.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let text = words.joined(separator: " ")
    forbidAdaptation =
      words.contains("nd")
      || [
        "noderiv", "no derivative", "all rights reserved", "proprietary", "禁止演绎", "禁止改编", "禁止转载", "未经授权", "未经许可", "未经允许", "保留所有权利", "版权所有",
      ]
      .contains { text.contains($0) }
  }
}
