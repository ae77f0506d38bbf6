extension ContentRecord {
  /// One line, keys in a fixed order.
  func write(to json: inout JSONText) {
    json.raw("{\"id\":")
    json.string(id)
    json.raw(",\"path\":")
    json.string(path)
    json.raw(",\"hash\":")
    json.string(hash)
    json.raw(",\"offset\":")
    json.number(offset)
    json.raw(",\"length\":")
    json.number(length)
    json.raw(",\"members\":")
    json.list(members) { $0.string($1) }
    if let redirects {
      json.raw(",\"redirects\":")
      json.list(redirects) { json, page in
        json.raw("{\"page\":")
        json.string(page.page)
        json.raw(",\"members\":")
        json.list(page.members) { $0.string($1) }
        if let edits = page.edits { edits.write(to: &json) }
        json.raw("}")
      }
    }
    if let others {
      json.raw(",\"others\":")
      json.list(others) { json, keys in json.list(keys) { $0.string($1) } }
    }
    if let left {
      json.raw(",\"left\":")
      json.string(left)
    }
    if isRenamed == true { json.raw(",\"isRenamed\":true") }
    json.raw("}\n")
  }
}

extension HeadEdits {
  fileprivate func write(to json: inout JSONText) {
    json.raw(",\"edits\":{\"entries\":")
    json.list(entries) { json, entry in
      json.raw("{\"key\":")
      json.string(entry.key)
      for (name, lines) in [("was", entry.was), ("now", entry.now), ("brought", entry.brought)] {
        json.raw(",")
        json.string(name)
        json.raw(":")
        json.list(lines) { $0.string($1) }
      }
      json.raw("}")
    }
    json.raw("}")
  }
}

extension ImportedSource {
  func write(to json: inout JSONText) {
    json.raw("{\"id\":")
    json.string(id)
    for (key, value) in [
      ("slug", slug), ("document", document), ("hash", hash), ("title", title), ("author", author), ("url", url),
      ("licence", licence), ("published", published), ("language", language), ("copyOf", copyOf),
    ] {
      guard let value else { continue }
      json.raw(",")
      json.string(key)
      json.raw(":")
      json.string(value)
    }
    if let former, !former.isEmpty {
      json.raw(",\"former\":")
      json.list(former) { $0.string($1) }
    }
    json.raw(",\"items\":")
    json.list(items) { json, item in
      json.raw("{\"title\":")
      json.string(item.title)
      json.raw(",\"kind\":")
      json.string(item.kind)
      json.raw(",\"first\":")
      json.number(item.first)
      json.raw(",\"last\":")
      json.number(item.last)
      json.raw(",\"isAnswered\":")
      json.bool(item.isAnswered)
      json.raw(",\"blocks\":")
      json.list(item.blocks) { $0.string($1) }
      json.raw("}")
    }
    if let rest {
      json.raw(",\"rest\":")
      json.list(rest) { $0.string($1) }
    }
    json.raw(",\"terms\":")
    json.list(terms) { json, term in
      json.raw("{\"line\":")
      json.number(term.line)
      if let use = term.use {
        json.raw(",\"use\":")
        json.string(use.rawValue)
      }
      if let line = term.definitionLine {
        json.raw(",\"definitionLine\":")
        json.number(line)
      }
      for (key, value) in [
        ("chinese", term.chinese), ("english", term.english), ("abbreviation", term.abbreviation),
        ("definition", term.definition),
      ] {
        guard let value else { continue }
        json.raw(",")
        json.string(key)
        json.raw(":")
        json.string(value)
      }
      json.raw(",\"aliases\":")
      json.list(term.aliases) { $0.string($1) }
      json.raw("}")
    }
    json.raw(",\"images\":")
    json.list(images) { json, image in
      json.raw("{\"address\":")
      json.string(image.address)
      json.raw(",\"alternative\":")
      json.string(image.alternative)
      json.raw(",\"line\":")
      json.number(image.line)
      json.raw("}")
    }
    json.raw("}\n")
  }
}
