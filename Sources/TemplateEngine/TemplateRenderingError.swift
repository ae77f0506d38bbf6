/// Why a template could not be rendered. Faults in the text of templates are diagnostics of the library instead.
public enum TemplateRenderingError: Error, Hashable, CustomStringConvertible {
  /// The library has no template of this name.
  case unknownTemplate(String)
  /// Partials and blocks nest more than 200 levels deep: a recursion that the data does not end.
  case nestingTooDeep

  public var description: String {
    switch self {
    case .unknownTemplate(let name): "no template is called \"\(name)\""
    case .nestingTooDeep: "templates nest deeper than \(TemplateRenderer.maximumDepth) levels"
    }
  }
}
