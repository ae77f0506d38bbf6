import ContentModel
struct SearchPage: Sendable { let path: String; let language: LanguageTag; let kind: String; let title: String; let aliases: [String]; let termNames: [String]; let tags: [String]; let sections: [(anchor: String?, heading: String, text: String)] }
enum SearchIndexBuilder { static func build(_ pages: [SearchPage], concepts: [[String]]) -> [OutputFile] { [] } }
