internal import CCMarkGFM

extension TreeReader {
  /// What containers carry besides their kind.
  mutating func readDetails(of source: CMarkNode, into node: inout Node) {
    switch node.kind {
    case .paragraph:
      let item = source.pointee.parent
      let list = item?.pointee.parent
      node.flag = list.map { UInt32($0.pointee.type) == CMARK_NODE_LIST.rawValue && $0.pointee.as.list.tight } ?? false
    case .heading:
      node.number = source.pointee.as.heading.level
    case .list:
      node.flag = source.pointee.as.list.list_type == CMARK_ORDERED_LIST
      node.number = source.pointee.as.list.start
    case .item:
      if source.pointee.extension != nil {
        let isDone = cmark_gfm_extensions_get_tasklist_item_checked(source)
        node.number = (isDone ? TaskState.done : .open).rawValue
      }
    case .row:
      node.flag = cmark_gfm_extensions_get_table_row_is_header(source) != 0
    case .cell:
      readCell(source, into: &node)
    case .footnote:
      node.text = store(source.pointee.as.literal)
      node.number = source.pointee.footnote.def_count
    case .link, .image:
      node.text = store(source.pointee.as.link.url)
      readTitle(source.pointee.as.link.title, into: &node)
      if node.kind == .link, isAutolink(source) { node.number = Link.Kind.autolink.rawValue }
    default: break
    }
  }

  private func readCell(_ source: CMarkNode, into node: inout Node) {
    guard let row = source.pointee.parent, let table = row.pointee.parent else { return }
    node.flag = cmark_gfm_extensions_get_table_row_is_header(row) != 0
    var column = 0
    var cell = row.pointee.first_child
    while let other = cell, other != source {
      column += 1
      cell = other.pointee.next
    }
    let columns = Int(cmark_gfm_extensions_get_table_columns(table))
    if column < columns, let alignments = cmark_gfm_extensions_get_table_alignments(table) {
      node.number = Int32(alignments[column])
    }
  }

  private mutating func readTitle(_ title: cmark_chunk, into node: inout Node) {
    guard title.len > 0 else { return }
    var writer = HTMLWriter(capacity: 64)
    writer.write(" title=\"")
    let range = store(title)
    writer.writeEscaped(buffer[range.indices])
    writer.write("\"")
    node.extra = store(verbatim: writer.bytes)
  }

  /// Whether the label is the address itself.
  private func isAutolink(_ source: CMarkNode) -> Bool {
    guard let label = source.pointee.first_child, label.pointee.next == nil,
      UInt32(label.pointee.type) == CMARK_NODE_TEXT.rawValue
    else { return false }
    let text = label.pointee.as.literal
    let url = source.pointee.as.link.url
    // `www.` and mail addresses were given a scheme.
    guard text.len > 0, text.len <= url.len else { return false }
    let tail = url.data + Int(url.len - text.len)
    return UnsafeBufferPointer(start: tail, count: Int(text.len))
      .elementsEqual(UnsafeBufferPointer(start: text.data, count: Int(text.len)))
  }

  /// Copies a chunk into the buffer, without marks.
  mutating func store(_ chunk: cmark_chunk) -> TextRange {
    store(UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))[...])
  }

  mutating func store(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> TextRange {
    guard hasMarks else { return store(verbatim: bytes) }
    let start = buffer.count
    RepairMarks.append(UnsafeBufferPointer(rebasing: bytes), to: &buffer)
    return TextRange(start: Int32(start), count: Int32(buffer.count - start))
  }

  mutating func store(verbatim bytes: some Collection<UInt8>) -> TextRange {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    return TextRange(start: Int32(start), count: Int32(buffer.count - start))
  }
}
