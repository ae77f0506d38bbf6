public import ContentModel
internal import Encodings

/// Terms as TBX-Basic in DCA style (ISO 30042:2019).
///
/// Names, definitions, subject field, relations, sources and dates stand in their data categories; what the dialect has
/// none for stands in notes, so that reading gives back what was written.
public struct TBXWriter {
  private var out: [UInt8] = []
  private let slugs: Set<String>

  public static func tbx(_ concepts: [ExchangedConcept], title: String, languages: [LanguageTag]) -> [UInt8] {
    var writer = TBXWriter(slugs: Set(concepts.map(\.slug)))
    writer.head(title, languages)
    for concept in concepts.sorted(by: { $0.slug < $1.slug }) { writer.concept(concept, languages) }
    if !concepts.isEmpty { writer.line(2, "</body>") }
    writer.out += "  </text>\n</tbx>\n".utf8
    return writer.out
  }

  private init(slugs: Set<String>) { self.slugs = slugs }

  private mutating func head(_ title: String, _ languages: [LanguageTag]) {
    let schema = "https://raw.githubusercontent.com/LTAC-Global"
    out +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <?xml-model href="\(schema)/TBX_Core_RNG/master/TBXcoreStructV03.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
      <?xml-model href="\(schema)/TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
      <tbx type="TBX-Basic" style="dca" xml:lang="\(languages[0])" xmlns="\(TBXVocabulary.namespace)">
        <tbxHeader>
          <fileDesc>

      """.utf8
    line(3, "<titleStmt>")
    element(4, "title", title)
    line(3, "</titleStmt>")
    line(3, "<sourceDesc>")
    element(4, "p", "Ciyuan. Definitions and notes are Markdown.")
    line(3, "</sourceDesc>")
    line(2, "</fileDesc>")
    line(1, "</tbxHeader>")
    line(1, "<text>")
    if !slugs.isEmpty { line(2, "<body>") }
  }

  private mutating func concept(_ concept: ExchangedConcept, _ languages: [LanguageTag]) {
    line(3, "<conceptEntry id=\"\(TBXVocabulary.id(ofSlug: concept.slug))\">")
    let inTerms = TBXVocabulary.names.map(\.key) + ["translation", ExchangeKey.definition, ExchangeKey.explanation]
    let rest = ExchangeKey.all.filter { !inTerms.contains($0) }
    for key in rest { for value in concept.shared(key) ?? [] { entry(key, value) } }
    for language in languages {
      if let page = concept.pages[language] {
        self.page(page, language, concept: concept, ownKeys: rest.filter { concept.shared($0) == nil })
      } else if let names = languages.lazy.compactMap({ concept.pages[$0]?["translation"] }).first(where: { !$0.isEmpty }) {
        line(4, "<langSec xml:lang=\"\(language)\">")
        for (index, name) in names.enumerated() { term(name, status: TBXVocabulary.names[index == 0 ? 0 : 3].status, type: nil) }
        line(4, "</langSec>")
      }
    }
    line(3, "</conceptEntry>")
  }

  private mutating func page(_ page: ExchangedPage, _ language: LanguageTag, concept: ExchangedConcept, ownKeys: [String]) {
    line(4, "<langSec xml:lang=\"\(language)\">")
    for definition in page[ExchangeKey.definition] {
      line(5, "<descripGrp>")
      element(6, "descrip", definition, "type=\"definition\"")
      line(5, "</descripGrp>")
    }
    for key in ownKeys { for value in page[key] { element(5, "note", TBXVocabulary.note(key, value)) } }
    // Where the other language has a page, names in it would be taken for that page's own.
    if concept.pages.count > 1 { for name in page["translation"] { element(5, "note", TBXVocabulary.note("translation", name)) } }
    for text in page[ExchangeKey.explanation] { element(5, "note", TBXVocabulary.note(ExchangeKey.explanation, text)) }
    element(5, "note", TBXVocabulary.note(TermTable.revisionKey, page.fingerprint))
    for (key, status, type) in TBXVocabulary.names { for name in page[key] { term(name, status: status, type: type) } }
    line(4, "</langSec>")
  }

  private mutating func term(_ name: String, status: String, type: String?) {
    line(5, "<termSec>")
    element(6, "term", name)
    if let type { element(6, "termNote", type, "type=\"termType\"") }
    element(6, "termNote", status, "type=\"administrativeStatus\"")
    line(5, "</termSec>")
  }

  /// A value that holds in all languages.
  private mutating func entry(_ key: String, _ value: String) {
    if let type = TBXVocabulary.transactions.first(where: { $0.key == key })?.type, CalendarDate(value) != nil {
      line(4, "<transacGrp>")
      element(5, "transac", type, "type=\"transactionType\"")
      element(5, "date", value)
      line(4, "</transacGrp>")
    } else if key == "field" {
      element(4, "descrip", value, "type=\"subjectField\"")
    } else if key == "sources" {
      element(4, "admin", value, "type=\"source\"")
    } else if key == "reference", value.hasPrefix("https://") || value.hasPrefix("http://") {
      element(4, "xref", key, "type=\"externalCrossReference\" target=\"\(Self.escaped(value))\"")
    } else if TBXVocabulary.relations.contains(key), slugs.contains(value) {
      element(4, "ref", key, "type=\"crossReference\" target=\"\(TBXVocabulary.id(ofSlug: value))\"")
    } else {
      element(4, "note", TBXVocabulary.note(key, value))
    }
  }

  private mutating func element(_ depth: Int, _ name: String, _ text: String, _ attributes: String = "") {
    line(depth, "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(Self.escaped(text))</\(name)>")
  }

  private mutating func line(_ depth: Int, _ text: String) {
    out += [UInt8](repeating: 0x20, count: depth * 2) + text.utf8 + [0x0A]
  }

  /// Without the characters that XML 1.0 forbids.
  private static func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
    }
    var bytes: [UInt8] = []
    bytes.appendEscaped(String(String.UnicodeScalarView(scalars)))
    return String(decoding: bytes, as: UTF8.self)
  }
}
