internal import Encodings
internal import HanText

/// Addresses of links and images as they should stand in the content.
struct LinkResolver {
  let vocabulary: HTMLVocabulary
  /// The page's own address, where it is known.
  let base: String?

  /// The address to keep; `nil` for links that leave the words as they are: within the page, to scripts, relative
  /// ones of a page whose address is unknown, and links that a site puts on keywords by itself.
  func link(_ address: String) -> String? {
    guard let absolute = absolute(address) else { return nil }
    let target = unwrapped(absolute)
    let rest = Self.withoutScheme(target)
    if vocabulary.keywordLinks.contains(where: rest.hasPrefix) { return nil }
    if let base, Self.withoutFragment(target).elementsEqual(Self.withoutFragment(base)) { return nil }
    return target
  }

  /// An image's address; relative ones of a page without address stay relative: the file may lie beside the page.
  func image(_ address: String) -> String? {
    let address = Self.clean(address)
    guard !address.isEmpty, !address.hasPrefix("data:"), !address.lowercased().hasPrefix("javascript:") else { return nil }
    return absolute(address) ?? (address.contains(":") ? nil : address)
  }

  /// As browsers read an attribute: without control characters and outer white space, spaces inside escaped.
  private static func clean(_ address: String) -> String {
    let address = address.trimmingSpace()
    guard address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return address }
    var bytes: [UInt8] = []
    for byte in address.utf8 where byte >= 0x20 && byte != 0x7F { bytes += byte == 0x20 ? Array("%20".utf8) : [byte] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func absolute(_ address: String) -> String? {
    let address = Self.clean(address)
    if address.isEmpty || address.hasPrefix("#") { return nil }
    let lower = address.prefix(8).lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return address }
    if address.hasPrefix("//") { return "https:" + address }
    // Another scheme: `javascript:`, `mailto:`, `file:` …
    if let colon = address.firstIndex(of: ":"), address[..<colon].allSatisfy({ $0.isLetter || $0 == "+" || $0 == "-" }) {
      return nil
    }
    guard let base, let scheme = base.firstBytes(of: "://") else { return nil }
    let hostEnd = base[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    if address.hasPrefix("/") { return base[..<hostEnd] + address }
    let path = base[..<(base.firstIndex { "?#".contains($0) } ?? base.endIndex)]
    if address.hasPrefix("?") { return path + address }
    var folders = path[hostEnd...].split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
    for part in address.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": _ = folders.popLast()
      default: folders.append(String(part))
      }
    }
    return base[..<hostEnd] + "/" + folders.joined(separator: "/")
  }

  /// The target of a link through a counter (`link.zhihu.com/?target=…`).
  private func unwrapped(_ address: String) -> String {
    let rest = Self.withoutScheme(address)
    guard let redirector = vocabulary.redirectors.first(where: { rest.hasPrefix($0.address) }),
      let query = address.firstIndex(of: "?")
    else { return address }
    for pair in address[address.index(after: query)...].split(whereSeparator: { $0 == "&" || $0 == "#" }) {
      guard pair.hasPrefix(redirector.parameter + "=") else { continue }
      let target = PercentEncoding.decodeFormValue(pair.dropFirst(redirector.parameter.count + 1))
      if target.hasPrefix("http://") || target.hasPrefix("https://") { return Self.clean(target) }
    }
    return address
  }

  private static func withoutFragment(_ address: String) -> Substring.UTF8View { address.utf8.prefix { $0 != 0x23 } }

  private static func withoutScheme(_ address: String) -> Substring {
    guard let colon = address.utf8.firstIndex(of: 0x3A), address.utf8[colon...].starts(with: "://".utf8) else { return address[...] }
    return address[address.utf8.index(colon, offsetBy: 3)...]
  }
}
