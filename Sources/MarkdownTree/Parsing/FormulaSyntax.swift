internal import CCMarkGFM
internal import CMarkReentrancy

/// `$…$` and `$$…$$` as a syntax extension of cmark, so that Markdown never looks inside a formula and a formula is
/// never looked for in code.
///
/// A formula is a code node that the extension owns: its literal is the source with the dollar signs.
enum FormulaSyntax {
  static let name = "formula"

  static func makeExtension() -> OpaquePointer {
    guard let own = cmark_syntax_extension_new(name) else { fatalError("no extension") }
    let dollar = UnsafeMutableRawPointer(bitPattern: UInt(UInt8(ascii: "$")))
    cmark_syntax_extension_set_special_inline_chars(
      own, cmark_llist_append(cmark_get_default_mem_allocator(), nil, dollar))
    cmark_syntax_extension_set_match_inline_func(own) { own, parser, _, character, inline in
      FormulaSyntax.matchInline(own, character, inline)
    }
    cmark_syntax_extension_set_open_block_func(own) { own, indented, parser, parent, input, count in
      FormulaSyntax.openBlock(own, indented != 0, parser, parent, UnsafeBufferPointer(start: input, count: Int(count)))
    }
    cmark_syntax_extension_set_match_block_func(own) { _, parser, input, count, block in
      FormulaSyntax.continueBlock(block, parser, UnsafeBufferPointer(start: input, count: Int(count))) ? 1 : 0
    }
    return own
  }

  private static func matchInline(
    _ own: OpaquePointer?, _ character: UInt8, _ inline: OpaquePointer?
  ) -> CMarkNode? {
    guard character == UInt8(ascii: "$"), let chunk = cmark_inline_parser_get_chunk(inline)?.pointee else { return nil }
    let bytes = UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
    let start = Int(cmark_inline_parser_get_offset(inline))
    guard let end = FormulaScanner.end(ofFormulaAt: start, in: bytes),
      let node = cmark_node_new_with_mem(CMARK_NODE_CODE, cmark_thread_arena())
    else { return nil }
    node.pointee.as.literal = cmark_chunk(data: chunk.data + start, len: Int32(end - start), alloc: 0)
    node.pointee.start_line = cmark_inline_parser_get_line(inline)
    node.pointee.end_line = node.pointee.start_line
    cmark_node_set_syntax_extension(node, own)
    cmark_inline_parser_set_offset(inline, Int32(end))
    return node
  }

  /// A line that begins with `$$` opens a block unless the formula ends in the line and text follows.
  private static func openBlock(
    _ own: OpaquePointer?, _ indented: Bool, _ parser: OpaquePointer?, _ parent: CMarkNode?,
    _ line: UnsafeBufferPointer<UInt8>
  ) -> CMarkNode? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard !indented, FormulaScanner.isDouble(at: start, in: line) else { return nil }
    let closing = FormulaScanner.doubleDollar(in: line, from: start + 2)
    if let closing, !FormulaScanner.isBlank(line, from: closing + 2) { return nil }
    guard let block = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, Int32(start + 1)) else { return nil }
    cmark_node_set_syntax_extension(block, own)
    if closing != nil { close(block) }
    let offset = Int(cmark_parser_get_offset(parser))
    line.withMemoryRebound(to: CChar.self) {
      cmark_parser_advance_offset(parser, $0.baseAddress, Int32(start - offset), 0)
    }
    return block
  }

  /// Lines up to the one that holds `$$`; a blank line ends a formula that was never closed.
  private static func continueBlock(
    _ block: CMarkNode?, _ parser: OpaquePointer?, _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let block, block.pointee.user_data == nil, cmark_parser_is_blank(parser) == 0 else { return false }
    let start = Int(cmark_parser_get_first_nonspace(parser))
    if FormulaScanner.doubleDollar(in: line, from: start) != nil { close(block) }
    return true
  }

  /// The node's user data, any pointer, says that the block has its closing `$$`.
  private static func close(_ block: CMarkNode) {
    block.pointee.user_data = UnsafeMutableRawPointer(bitPattern: 1)
  }
}
