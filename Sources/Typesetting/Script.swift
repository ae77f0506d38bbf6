internal import CDuktape
internal import Synchronization

/// A JavaScript library that runs inside the program: packaged libraries for formulas and code are written in it.
///
/// Calls are made one at a time, from any thread; the script is loaded with the first call.
final class Script: Sendable {
  private struct Handle: ~Copyable, @unchecked Sendable {
    let pointer: OpaquePointer?
  }

  private let source: String
  private let handle = Mutex<Handle?>(nil)

  init(_ source: String) {
    self.source = source
  }

  deinit {
    handle.withLock { handle in
      if let pointer = handle?.pointer { ciyuan_script_destroy(pointer) }
    }
  }

  /// What a global function answers to two texts; `nil` where it throws.
  func call(_ function: String, _ first: String, _ second: String) -> String? {
    handle.withLock { handle in
      if handle == nil {
        var source = source
        handle = Handle(
          pointer: source.withUTF8 { $0.withMemoryRebound(to: CChar.self) { ciyuan_script_create($0.baseAddress, $0.count) } })
      }
      guard let pointer = handle?.pointer else { return nil }
      var first = first, second = second
      return first.withUTF8 { first in
        second.withUTF8 { second in
          first.withMemoryRebound(to: CChar.self) { first in
            second.withMemoryRebound(to: CChar.self) { second in
              var length = 0
              guard
                let answer = ciyuan_script_call(
                  pointer, function, first.baseAddress, first.count, second.baseAddress, second.count, &length)
              else { return nil }
              return answer.withMemoryRebound(to: UInt8.self, capacity: length) {
                Self.text(UnsafeBufferPointer(start: $0, count: length))
              }
            }
          }
        }
      }
    }
  }

  /// Duktape answers in CESU-8: characters beyond U+FFFF as two surrogates of three bytes each.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(0xED) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xED, index + 2 < bytes.count {
        units.append(0xD000 | UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F))
        index += 3
      } else {
        let next = bytes[index...].dropFirst().firstIndex(of: 0xED) ?? bytes.count
        units += Array(String(decoding: bytes[index..<next], as: UTF8.self).utf16)
        index = next
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
