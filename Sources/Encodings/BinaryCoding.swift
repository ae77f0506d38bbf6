/// Values as bytes, for records that the program itself reads again. Numbers take eight bytes, least significant first; a
/// text is its length and its UTF-8.
public struct BinaryWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  public mutating func write(_ value: Int64) { write(UInt64(bitPattern: value)) }

  public mutating func write(_ value: Int) { write(Int64(value)) }

  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func write(_ content: [UInt8]) {
    write(content.count)
    bytes += content
  }

  /// A list, each element as `body` writes it.
  public mutating func write<Elements: Collection>(_ list: Elements, _ body: (inout BinaryWriter, Elements.Element) -> Void) {
    write(list.count)
    for element in list { body(&self, element) }
  }

  public mutating func write<Value>(_ value: Value?, _ body: (inout BinaryWriter, Value) -> Void) {
    write(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }
}

extension BinaryWriter {
  /// A path, ended by a zero: whoever reads it can hand it to the system where it stands.
  public mutating func write(path: String) {
    write(path)
    bytes.append(0)
  }
}

/// Reads what `BinaryWriter` wrote. Damaged bytes throw and are never read past.
public struct BinaryReader: Sendable {
  /// The bytes end early, or say what cannot be.
  public struct Damage: Error {
    public init() {}
  }

  private let bytes: [UInt8]
  private var offset = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var isAtEnd: Bool { offset == bytes.count }

  public mutating func number() throws(Damage) -> UInt64 {
    guard bytes.count - offset >= 8 else { throw Damage() }
    defer { offset += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  public mutating func signed() throws(Damage) -> Int64 { Int64(bitPattern: try number()) }

  /// A number of things, each of at least a byte.
  public mutating func count() throws(Damage) -> Int {
    let value = try signed()
    guard value >= 0, value <= Int64(bytes.count - offset) else { throw Damage() }
    return Int(value)
  }

  /// Calls `body` with what `write(path:)` wrote, without a copy.
  public mutating func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) throws(Damage) -> Result {
    let length = try count()
    guard length < bytes.count - offset, bytes[offset + length] == 0 else { throw Damage() }
    defer { offset += length + 1 }
    return bytes.withUnsafeBytes { body($0.baseAddress!.advanced(by: offset).assumingMemoryBound(to: CChar.self)) }
  }

  public mutating func text() throws(Damage) -> String {
    let length = try count()
    defer { offset += length }
    return bytes.withUnsafeBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + length]), as: UTF8.self) }
  }

  public mutating func content() throws(Damage) -> [UInt8] {
    let length = try count()
    defer { offset += length }
    return Array(bytes[offset..<offset + length])
  }

  public mutating func list<Element>(_ body: (inout BinaryReader) throws(Damage) -> Element) throws(Damage) -> [Element] {
    let count = try count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }

  public mutating func optional<Value>(_ body: (inout BinaryReader) throws(Damage) -> Value) throws(Damage) -> Value? {
    try number() == 0 ? nil : try body(&self)
  }
}
