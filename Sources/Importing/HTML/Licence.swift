/// Licences by the address of their text.
enum Licence {
  /// SPDX identifier of a Creative Commons address, `creativecommons.org/licenses/by-nc-sa/4.0/` → `CC-BY-NC-SA-4.0`;
  /// `nil` for others.
  static func identifier(ofAddress address: String) -> String? {
    let lower = address.lowercased()
    if lower.contains("creativecommons.org/publicdomain/zero/") { return "CC0-1.0" }
    guard let mark = lower.firstRange(of: "creativecommons.org/licenses/") else { return nil }
    let parts = lower[mark.upperBound...].split(separator: "/")
    guard parts.count >= 2, parts[1].first?.isNumber == true,
      ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"].contains(String(parts[0]))
    else { return nil }
    return "CC-\(parts[0].uppercased())-\(parts[1].prefix { $0.isNumber || $0 == "." })"
  }
}
