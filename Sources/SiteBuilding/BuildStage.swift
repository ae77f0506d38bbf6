/// The stages of a build, in their order; for those who measure.
public enum BuildStage: String, Sendable, CaseIterable {
  /// Documents parsed, linked and rendered.
  case bodies
  /// Who links to whom, lists, tags; what is wrong with links.
  case relations
  case search
}
