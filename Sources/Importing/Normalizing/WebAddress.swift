internal import HanText

/// Web addresses in text.
enum WebAddress {
  /// The first `http://` or `https://` address; it ends before Han, full-width signs and closing punctuation.
  static func first(in text: some StringProtocol) -> String? {
    let scalars = Array(text.unicodeScalars)
    let http = Array("http".unicodeScalars)
    var start = 0
    while start + 10 < scalars.count {
      guard scalars[start] == "h", scalars[start..<(start + 4)].elementsEqual(http) else {
        start += 1
        continue
      }
      let rest = scalars[(start + 4)...].prefix(4)
      if rest.starts(with: "://".unicodeScalars) || rest.starts(with: "s://".unicodeScalars) {
        var end = start
        while end < scalars.count, scalars[end].isASCII, scalars[end].value > 0x20,
          !scalars[end].isOne(of: "<>\"'`")
        { end += 1 }
        while end > start, scalars[end - 1].isOne(of: ".,;:!?)]") { end -= 1 }
        return String(scalars[start..<end])
      }
      start += 1
    }
    return nil
  }

  /// `blog.example.org` of `https://blog.example.org/a`; `nil` where there is no dot in it.
  static func host(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
    return host.contains(".") ? host : nil
  }
}
