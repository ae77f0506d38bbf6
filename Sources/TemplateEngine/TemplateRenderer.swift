internal import Encodings

/// Runs a program over values.
///
/// Instructions, pool and names are read through pointers: reading an array counts a reference, and two threads that
/// count the same reference at every instruction wait for each other. `render` alone makes one, and keeps the program
/// alive around it.
struct TemplateRenderer {
  private let program: TemplateProgram
  private let instructions: UnsafeBufferPointer<TemplateProgram.Instruction>
  private let pool: UnsafeBufferPointer<UInt8>
  private let names: UnsafeBufferPointer<TemplateName>
  private var output: [UInt8] = []
  /// Innermost last. `{{.}}` is the last; names are looked up from the last to the first.
  private var contexts: [TemplateValue]
  /// What blocks are replaced by. Those given by the outermost template win.
  private var arguments: [TemplateProgram.Argument] = []
  /// Put before each line of a template; never inside a value.
  private var indentation: [UInt8] = []
  private var isInLine = false
  private var depth = 0

  /// Templates nested deeper than this are taken for a recursion without end.
  static let maximumDepth = 200

  /// Renders the template of an index.
  static func render(
    _ program: TemplateProgram, template: Int, contexts: [TemplateValue]
  ) throws(TemplateRenderingError) -> [UInt8] {
    let result: Result<[UInt8], TemplateRenderingError> = program.instructions.withUnsafeBufferPointer { instructions in
      program.pool.withUnsafeBufferPointer { pool in
        program.names.withUnsafeBufferPointer { names in
          var renderer = TemplateRenderer(
            program: program, instructions: instructions, pool: pool, names: names, contexts: contexts)
          renderer.output.reserveCapacity(32_768)
          do throws(TemplateRenderingError) {
            try renderer.run(program.templates[template])
            return .success(renderer.output)
          } catch {
            return .failure(error)
          }
        }
      }
    }
    return try result.get()
  }

  private init(
    program: TemplateProgram, instructions: UnsafeBufferPointer<TemplateProgram.Instruction>,
    pool: UnsafeBufferPointer<UInt8>, names: UnsafeBufferPointer<TemplateName>, contexts: [TemplateValue]
  ) {
    self.program = program
    self.instructions = instructions
    self.pool = pool
    self.names = names
    self.contexts = contexts
  }

  private mutating func run(_ range: Range<Int>) throws(TemplateRenderingError) {
    var place = range.lowerBound
    while place < range.upperBound {
      switch instructions[place] {
      case .literal(let start, let count):
        write(Int(start)..<Int(start + count))
        place += 1
      case .value(let path, let escaped):
        write(resolve(path), escaped: escaped)
        place += 1
      case .section(let path, let end):
        try repeatSection((place + 1)..<Int(end), for: resolve(path))
        place = Int(end)
      case .inverted(let path, let end):
        if !resolve(path).isTrue { try run((place + 1)..<Int(end)) }
        place = Int(end)
      case .include(let template, let indentation, let arguments, let end):
        try include(Int(template), indentation: indentation, arguments: Int(arguments))
        place = Int(end)
      case .block(let name, let indentation, let indentsDefault, let end):
        if let argument = arguments.first(where: { $0.block == name }) {
          try indented(by: indentation) { (renderer) throws(TemplateRenderingError) in try renderer.run(argument.code) }
        } else {
          let content = (place + 1)..<Int(end)
          try indented(by: indentsDefault ? indentation : -1) { (renderer) throws(TemplateRenderingError) in
            try renderer.run(content)
          }
        }
        place = Int(end)
      }
    }
  }

  private mutating func repeatSection(
    _ range: Range<Int>, for value: TemplateValue
  ) throws(TemplateRenderingError) {
    switch value {
    case .bool(true): try run(range)
    case .list(let items):
      for item in items { try run(range, in: item) }
    default:
      if value.isTrue { try run(range, in: value) }
    }
  }

  private mutating func run(_ range: Range<Int>, in context: TemplateValue) throws(TemplateRenderingError) {
    contexts.append(context)
    try run(range)
    contexts.removeLast()
  }

  private mutating func include(
    _ template: Int, indentation: Int32, arguments index: Int
  ) throws(TemplateRenderingError) {
    // Alone on its line, but that line goes on where another was left open.
    if isInLine { output += program.indentations[Int(indentation)] }
    let outer = arguments
    for argument in program.arguments[index] where !outer.contains(where: { $0.block == argument.block }) {
      arguments.append(argument)
    }
    try indented(by: indentation) { (renderer) throws(TemplateRenderingError) in
      try renderer.run(renderer.program.templates[template])
    }
    arguments = outer
  }

  /// One level deeper, with more indentation (-1 for none).
  private mutating func indented(
    by index: Int32, _ body: (inout TemplateRenderer) throws(TemplateRenderingError) -> Void
  ) throws(TemplateRenderingError) {
    guard depth < Self.maximumDepth else { throw .nestingTooDeep }
    let outer = indentation
    if index > 0 { indentation += program.indentations[Int(index)] }
    depth += 1
    try body(&self)
    depth -= 1
    indentation = outer
  }

  // MARK: Values

  private func resolve(_ path: TemplateProgram.Path) -> TemplateValue {
    guard path.count > 0 else { return contexts.last ?? .null }
    let start = Int(path.start)
    var value = find(names[start])
    for place in (start + 1)..<(start + Int(path.count)) {
      guard case .record(let record) = value else { return .null }
      value = record[names[place]] ?? .null
    }
    return value
  }

  private func find(_ name: TemplateName) -> TemplateValue {
    for context in contexts.reversed() {
      if case .record(let record) = context, let value = record[name] { return value }
    }
    return .null
  }

  // MARK: Writing

  private mutating func write(_ range: Range<Int>) {
    let literal = UnsafeBufferPointer(rebasing: pool[range])
    if indentation.isEmpty {
      output.append(contentsOf: literal)
      isInLine = literal[literal.count - 1] != 0x0A
      return
    }
    var rest = literal[...]
    while let first = rest.first {
      let line = rest.prefix { $0 != 0x0A }
      let end = min(line.endIndex + 1, rest.endIndex)
      if !isInLine, first != 0x0A { output += indentation }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<end]))
      isInLine = literal[end - 1] != 0x0A
      rest = rest[end...]
    }
  }

  private mutating func write(_ value: TemplateValue, escaped: Bool) {
    switch value {
    case .text(let text):
      if text.utf8.isEmpty { return }
      startLine()
      if escaped { output.appendEscaped(text) } else { output += text.utf8 }
    case .html(let bytes):
      if bytes.isEmpty { return }
      startLine()
      output += bytes
    case .null, .bool, .list, .record: break
    }
  }

  private mutating func startLine() {
    if !isInLine, !indentation.isEmpty { output += indentation }
    isInLine = true
  }
}
