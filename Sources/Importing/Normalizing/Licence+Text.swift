extension Licence {
  /// The SPDX identifier of a Creative Commons licence that the text names; `nil` where it names none.
  ///
  ///     Licence.name(in: "遵循 CC 4.0 BY-SA 版权协议")  // "CC-BY-SA-4.0"
  static func name(in text: some StringProtocol) -> String? {
    let key = text.unicodeScalars.filter { $0.isWordlike || $0 == "." }.map(\.lowercased)
    let plain = String(key)
    if plain.contains("cc0") { return "CC0-1.0" }
    let names = plain.contains("署名") || plain.contains("知识共享")
    let isLatin =
      plain.contains("ccby") || plain.contains("creativecommons") || plain.contains("byncsa")
      || plain.contains("cc4.0by") || plain.contains("cc3.0by") || plain.contains("byncnd") || plain.contains("cc4.0")
    guard names || isLatin else { return nil }
    var parts = ["CC", "BY"]
    if plain.contains("非商业") || plain.contains("bync") || plain.contains("noncommercial") { parts.append("NC") }
    if plain.contains("相同方式") || plain.contains("sharealike") || plain.contains("bysa") || plain.contains("ncsa") {
      parts.append("SA")
    }
    if plain.contains("禁止演绎") || plain.contains("noderivatives") || plain.contains("bynd") || plain.contains("ncnd") {
      parts.append("ND")
    }
    parts.append(plain.contains("3.0") ? "3.0" : plain.contains("2.5") ? "2.5" : "4.0")
    return parts.joined(separator: "-")
  }
}
