internal import Encodings

/// The little JSON that the index is wrapped in: also valid JavaScript.
enum JSONText {
  static func string(_ text: String) -> String { jsonString(text) }

  static func array(_ elements: some Sequence<String>) -> String { "[" + elements.joined(separator: ",") + "]" }
}
