public import ContentModel

/// What runs the search in the browser: it comes with the first file of the index, which saves a request.
public struct SearchClient: Sendable {
  /// JavaScript, empty where only the index is wanted.
  public let script: [UInt8]
  /// What readers are told, by language and key.
  public let messages: [LanguageTag: [String: String]]

  public init(script: [UInt8] = [], messages: [LanguageTag: [String: String]] = [:]) {
    self.script = script
    self.messages = messages
  }
}
