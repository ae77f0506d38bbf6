/// Every constant that decides whether two questions are one, in one place.
///
/// A score is a product of shares: how nearly the facets agree (table in `facets.txt`), how nearly the concepts, how
/// nearly what is left over. Scores are 0 to 1.
struct DuplicateTuning: Sendable {
  /// From here on two questions are one. Between the nearest facets that the table calls the same (0.85) and those it
  /// calls only close (0.75).
  var merge = 0.8
  /// From here to `merge` a pair is undecided: overlap of the answers may merge it, else people decide.
  var review = 0.55
  /// Two questions of which concepts, facets and left-over words each agree this well are one, whatever the product. Facets
  /// that are just the same have this nearness in `facets.txt`.
  var smallDifference = 0.82

  // Concepts.
  /// Concepts equal only when those that questions take for one another count as one.
  var nearConcepts = 0.78
  /// The same where all other words agree, or several facets do.
  var nearConceptsAgreeing = 0.85
  /// No concept in one title, mere context in the other, and the same two or more numbers in both.
  var sameNumbers = 0.9
  /// The same characters and words, which the lexicon knows as a name in one title and in parts in the other.
  var sameSpelling = 0.95
  /// One question names a setting that the other leaves out: Java, of threads.
  var settingMissing = 0.95
  /// One question says what the thing is chosen over, the other leaves it open.
  var contrastUnsaid = 0.9
  /// A question of difference names all concepts of the other one and more.
  var moreConceptsCompared = 0.62
  /// The same things, but a relation between them goes the other way.
  var oppositeDirection = 0.5
  /// One question names a concept more: not the same question, unless the answers are.
  var oneConceptMore = 0.4

  // Facets beyond the table.
  /// One question says what is wrong, the other only asks to optimize.
  var remedyUnsaid = 0.85

  // Left-over characters (a Latin word counts as `wordWeight` characters).
  /// Characters of slack: the larger, the more a left-over word is forgiven.
  var leftoverSlack = 5.0
  var wordWeight = 3.0
  /// Each of the two titles has a word that the other lacks.
  var substitution = 0.85
  /// Titles without any known concept must agree this well.
  var lexicalMinimum = 0.85
  /// Titles with fewer left-over characters than this and no concept say too little to compare.
  var minimumLexicalLength = 2.0

  // Compound questions.
  /// A facet is asked by the other question as well if one of its facets is as near as this.
  var facetCovered = 0.75
  /// Factor for a facet of the main clause that the other question lacks.
  var facetMissing = 0.78
  /// Factor for "what is X" before the actual question about X.
  var preambleMissing = 0.95
  /// Factor for a further clause that only refers back.
  var subordinateMissing = 0.97

  // Answers.
  /// Overlap of answers that lifts an undecided pair over the threshold.
  var answersAgree = 0.2
  /// Facets less near than this are two questions, whatever the answers share.
  var facetsConfirmed = 0.65

  // Work.
  /// Titles longer than this, in scalars, are read up to here; the rest counts as one word.
  var longestTitle = 300
  /// More questions than this under one key are compared only with their neighbours in a fixed order.
  var crowd = 64
  var neighbours = 24
  /// Two questions that share only the field they are about are related if their other words agree this well.
  var contextLeftover = 0.8
  /// Questions that share less than this of the weight of all their concepts are not related.
  var relatedConcepts = 0.25
  /// The score of two that share all of it without being about the same: below any that are.
  var relatedWeight = 0.4
  /// Related questions kept for one question.
  var relatedPerQuestion = 5
  /// Related questions looked at for one question before the best are kept.
  var relatedConsidered = 12

  static let standard = DuplicateTuning()
}
