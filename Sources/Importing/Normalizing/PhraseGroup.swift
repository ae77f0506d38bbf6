/// Phrases that tell the same thing, as the rule data lists them.
struct PhraseGroup: Sendable, Hashable {
  enum Action: String, Sendable, Hashable {
    /// The line goes, whatever stands around it.
    case strip
    /// The line goes and is read for provenance.
    case meta
    /// Weighs for or against the stretch of lines around it.
    case hint
    /// Weighs only in a line in which something else speaks for noise: what tells a call to the reader from a
    /// description of the same thing.
    case cue
    /// One kind of what calls to the reader are made of; several kinds in one line tell (``NoiseRule/calls``).
    case sign
  }

  /// Id of the rule that a verdict names.
  let rule: String
  let action: Action
  /// How much a line of the group speaks for noise (negative: for content) when stretches are cut.
  let weight: Double
  /// A longer line, in characters read aloud, only weighs; it is never stripped for the phrase alone.
  let longest: Int
  let phrases: [Phrase]
}
