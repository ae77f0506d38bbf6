/// A way to know noise. A rule decides lines or weighs them; it never takes back what an earlier one decided.
struct NoiseRule: Sendable {
  /// Kebab-case; the rule of the verdicts it makes, where the rule data names no other.
  let id: String
  let apply: @Sendable (inout NoisePage) -> Void

  /// Rules of lines that sell something or court the reader: what stands beside them belongs to them more often than not.
  static let advertising: Set<String> = [
    "advertisement", "call", "course-pitch", "course-hint", "payment", "shop-questions", "site-footer",
  ]
}

extension NoiseRule {
  /// In order: what is certain of one line first, then what weighs, then what looks at stretches of weighed lines, and
  /// last what looks at the neighbours of stripped lines.
  static let all: [NoiseRule] = [
    .pageTitle,  // Before all: it stands alone between menus and the article.
    .exportFields,  // Before phrases: a column may be named like a button.
    .knownLines,
    .imageFiles,
    .sponsoredLabels,
    .phrases,  // Site signatures and advertisements.
    .calls,  // Advertisements that no wording knows.
    .courseLists,
    .shopQuestions,
    .origins,  // Reads what phrases left at both ends of the page.
    .menus,
    .counters,
    .stamps,  // Bylines of posts, which tell where a thread's answers begin.
    .postFrames,
    .postAuthors,
    .repeatedFrames,  // Reads the verdicts of frames.
    .hashtags,
    .pageHead,
    .placeholders,
    .lineNumbers,  // Before contents lists, which they would end.
    .repeatedContents,  // Before weighing: a list of questions is no content when the questions follow.
    .markup,
    .recurringLines,
    .articleSnippets,
    .relatedTail,  // Before content, which it outweighs.
    .pageTail,
    .topicDistance,
    .enclosures,  // Reads the weights of advertisements.
    .content,  // What speaks against noise; the weights are complete now.
    .stretches,  // Tail cut and island window, without series of questions and replies in them.
    .emptySections,  // Headings and labels over nothing but noise.
    .origins,  // Again, at the ends that are left.
    .neighbours,
    .lastWords,  // Reads which tails are noise to the end.
    .titleNumbers,  // Last: of what is left.
  ]
}
