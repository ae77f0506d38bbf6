internal import Synchronization

/// A name that templates look up, `title`, as a number: comparing two names costs one instruction.
///
/// Making a name takes a lock and a search in a table. Code that fills records for every page keeps its names in
/// static constants:
///
///     extension TemplateName {
///       static let title: TemplateName = "title"
///     }
public struct TemplateName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// Numbers are given in the order of first use; nothing that is written may depend on them.
  let symbol: Int32

  public init(_ text: String) {
    symbol = Self.table.withLock { table in
      if let symbol = table.symbols[text] { return symbol }
      let symbol = Int32(table.texts.count)
      table.symbols[text] = symbol
      table.texts.append(text)
      return symbol
    }
  }

  public init(stringLiteral text: String) { self.init(text) }

  public var description: String { Self.table.withLock { $0.texts[Int(symbol)] } }

  private struct Table {
    var symbols: [String: Int32] = [:]
    var texts: [String] = []
  }

  private static let table = Mutex(Table())
}
