internal import CCMarkGFM
internal import CMarkReentrancy
internal import Synchronization

typealias CMarkNode = UnsafeMutablePointer<cmark_node>

/// One call of cmark.
enum CMarkParsing {
  /// Held during a parse where the library is not re-entrant (a static link, say): right, if slower.
  private static let turn = Mutex<Void>(())

  /// Parses `markdown` and hands the document's root over; the nodes live as long as the call. Not to be nested.
  static func withDocument<Result>(
    _ markdown: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, _ body: (CMarkNode) -> Result
  ) -> Result {
    let extensions = CMarkExtensions.shared
    if extensions.isReentrant { return parse(markdown, dialect, extensions, body) }
    var result: Result!
    turn.withLock { _ in result = parse(markdown, dialect, extensions, body) }
    return result
  }

  private static func parse<Result>(
    _ markdown: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, _ extensions: CMarkExtensions,
    _ body: (CMarkNode) -> Result
  ) -> Result {
    var options = CMARK_OPT_VALIDATE_UTF8
    if dialect.footnotes { options |= CMARK_OPT_FOOTNOTES }
    if dialect.doubleTildeOnly { options |= CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE }
    // Everything below is taken from the arena, so nothing is freed one by one.
    defer { cmark_thread_arena_reset() }
    guard let parser = cmark_parser_new_with_mem(options, cmark_thread_arena()) else { fatalError("no parser") }
    extensions.attach(dialect.extensions, to: parser)
    markdown.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else { fatalError("no document") }
    return body(root)
  }
}

extension MarkdownTree {
  /// What cmark itself makes of a text, raw HTML included: for holding the reader to it.
  package static func cmarkHTML(of markdown: String, dialect: Dialect) -> String {
    Array(markdown.utf8).withUnsafeBufferPointer { bytes in
      CMarkParsing.withDocument(bytes, dialect) { root in
        let tagfilter = dialect.extensions.contains("tagfilter") ? cmark_find_syntax_extension("tagfilter") : nil
        let filters = tagfilter.map { cmark_llist_append(cmark_thread_arena(), nil, UnsafeMutableRawPointer($0)) } ?? nil
        guard let html = cmark_render_html_with_mem(root, CMARK_OPT_UNSAFE, filters, cmark_thread_arena()) else {
          return ""
        }
        return String(cString: html)
      }
    }
  }

  /// Whether parses run side by side; otherwise they take turns.
  package static var parsesInParallel: Bool { CMarkExtensions.shared.isReentrant }
}
