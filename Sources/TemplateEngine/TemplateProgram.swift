/// All templates of a library as one flat list of instructions: nothing is looked up by its text while rendering, and
/// no instruction owns memory that would have to be counted.
struct TemplateProgram: Sendable {
  enum Instruction: Sendable {
    /// Bytes of the pool.
    case literal(start: Int32, count: Int32)
    case value(Path, escaped: Bool)
    /// What follows, up to `end`, for each item.
    case section(Path, end: Int32)
    case inverted(Path, end: Int32)
    /// Another template; the code of the arguments follows, up to `end`, and is run by the blocks of that template.
    case include(template: Int32, indentation: Int32, arguments: Int32, end: Int32)
    /// What follows, up to `end`, unless an argument takes its place. `indentation` is -1 inside a line.
    case block(name: TemplateName, indentation: Int32, indentsDefault: Bool, end: Int32)
  }

  /// A part of `names`.
  struct Path: Sendable {
    let start: Int32
    let count: Int32
  }

  struct Argument: Sendable {
    let block: TemplateName
    let code: Range<Int>
  }

  private(set) var instructions: [Instruction] = []
  private(set) var pool: [UInt8] = []
  private(set) var names: [TemplateName] = []
  /// The first is empty.
  private(set) var indentations: [[UInt8]] = [[]]
  private(set) var arguments: [[Argument]] = [[]]
  /// The code of each template.
  private(set) var templates: [Range<Int>] = []

  private let indices: [String: Int]

  /// Templates in the order of `templates`; an included template that is not among them leaves nothing.
  init(_ templates: [(name: String, nodes: [TemplateNode])]) {
    indices = Dictionary(uniqueKeysWithValues: templates.enumerated().map { ($1.name, $0) })
    for template in templates { self.templates.append(emit(template.nodes)) }
  }

  func index(of template: String) -> Int? { indices[template] }

  private mutating func emit(_ nodes: [TemplateNode]) -> Range<Int> {
    let start = instructions.count
    for node in nodes { emit(node) }
    return start..<instructions.count
  }

  private mutating func emit(_ node: TemplateNode) {
    let place = instructions.count
    switch node {
    case .literal(let bytes):
      instructions.append(.literal(start: Int32(pool.count), count: Int32(bytes.count)))
      pool += bytes
    case .value(let path, let escaped):
      instructions.append(.value(add(path), escaped: escaped))
    case .section(let path, let nodes):
      let path = add(path)
      instructions.append(.section(path, end: 0))
      instructions[place] = .section(path, end: Int32(emit(nodes).upperBound))
    case .inverted(let path, let nodes):
      let path = add(path)
      instructions.append(.inverted(path, end: 0))
      instructions[place] = .inverted(path, end: Int32(emit(nodes).upperBound))
    case .block(let block):
      let indentation = block.indentation.map { add($0) } ?? -1
      let name = block.name
      instructions.append(.block(name: name, indentation: indentation, indentsDefault: false, end: 0))
      let end = Int32(emit(block.content).upperBound)
      instructions[place] = .block(name: name, indentation: indentation, indentsDefault: block.indentsDefault, end: end)
    case .inclusion(let inclusion):
      guard let template = indices[inclusion.template] else { return }
      let indentation = add(inclusion.indentation)
      instructions.append(.include(template: 0, indentation: 0, arguments: 0, end: 0))
      let arguments = inclusion.arguments.map { Argument(block: $0.name, code: emit($0.content)) }
      if !arguments.isEmpty { self.arguments.append(arguments) }
      instructions[place] = .include(
        template: Int32(template), indentation: indentation,
        arguments: arguments.isEmpty ? 0 : Int32(self.arguments.count - 1), end: Int32(instructions.count))
    }
  }

  private mutating func add(_ path: TemplatePath) -> Path {
    let start = names.count
    names += path.names
    return Path(start: Int32(start), count: Int32(path.names.count))
  }

  private mutating func add(_ indentation: [UInt8]) -> Int32 {
    if let index = indentations.firstIndex(of: indentation) { return Int32(index) }
    indentations.append(indentation)
    return Int32(indentations.count - 1)
  }
}
