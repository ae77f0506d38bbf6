/// Which addresses a page may hold.
enum URLSafety {
  private static let schemes = ["http", "https", "mailto", "tel", "ftp"].map { Array($0.utf8) }

  /// An address without a scheme, or with one that only leads somewhere: `javascript:`, `data:`, `file:` and unknown ones
  /// do not. Spaces and control characters before and inside the scheme are looked over, as browsers do.
  static func isSafe(_ address: ArraySlice<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in address {
      switch byte {
      case ...0x20: continue
      case UInt8(ascii: ":"): return schemes.contains(scheme)
      case 0x41...0x5A: scheme.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): scheme.append(byte)
      default: return true
      }
    }
    return true
  }

  /// Whether an address leaves the site.
  static func isExternal(_ address: ArraySlice<UInt8>) -> Bool {
    let start = address.prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8) || start.starts(with: "//".utf8)
  }
}
