internal import HanText

extension Licence {
  /// The SPDX identifier of a Creative Commons licence that the text names, without a version where it names none; `nil`
  /// where it names no licence.
  ///
  ///     Licence.name(in: "遵循 CC 4.0 BY-SA 版权协议")  // "CC-BY-SA-4.0"
  static func name(in text: some StringProtocol) -> String? {
    let key = text.unicodeScalars.filter { $0.isWordlike || $0 == "." }.map(\.keyed)
    let plain = String(key)
    func has(_ word: String) -> Bool { plain.containsBytes(of: word) }
    if has("cc0") { return "CC0-1.0" }
    // 署名 alone only says whose the text is.
    let names = has("知识共享") || has("署名") && (has("非商业") || has("相同方式") || has("禁止演绎") || has("国际许可"))
    let isLatin =
      has("ccby") || has("creativecommons") || has("byncsa")
      || has("cc4.0by") || has("cc3.0by") || has("byncnd") || has("cc4.0")
    guard names || isLatin else { return nil }
    var parts = ["CC", "BY"]
    if has("非商业") || has("bync") || has("noncommercial") { parts.append("NC") }
    if has("相同方式") || has("sharealike") || has("bysa") || has("ncsa") {
      parts.append("SA")
    }
    if has("禁止演绎") || has("noderivatives") || has("bynd") || has("ncnd") {
      parts.append("ND")
    }
    // Without its version it is no SPDX identifier, but no version is made up.
    if let version = ["4.0", "3.0", "2.5", "2.0"].first(where: has) { parts.append(version) }
    return parts.joined(separator: "-")
  }
}
