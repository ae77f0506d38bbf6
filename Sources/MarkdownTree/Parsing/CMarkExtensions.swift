internal import CCMarkGFM
internal import CMarkReentrancy

/// The syntax extensions of the process, registered once.
struct CMarkExtensions {
  /// In the order in which they are attached: the table extension lets none after it open a block inside a paragraph.
  static let names = [FormulaSyntax.name, "table", "strikethrough", "autolink", "tasklist"]

  private let all: [(name: String, pointer: OpaquePointer)]
  /// Whether several threads may parse at once; see the `CMarkReentrancy` target.
  let isReentrant: Bool

  /// Pointers to what is never changed after registration.
  nonisolated(unsafe) static let shared = CMarkExtensions()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    all = Self.names.map { name in
      if name == FormulaSyntax.name { return (name, FormulaSyntax.makeExtension()) }
      guard let pointer = cmark_find_syntax_extension(name) else { fatalError("libcmark-gfm lacks \(name)") }
      return (name, pointer)
    }
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    for (_, pointer) in all { cmark_parser_attach_syntax_extension(parser, pointer) }
    isReentrant = cmark_make_reentrant(parser)
    cmark_parser_free(parser)
  }

  func attach(_ names: [String], to parser: OpaquePointer) {
    for (name, pointer) in all where names.contains(name) {
      cmark_parser_attach_syntax_extension(parser, pointer)
    }
  }
}
