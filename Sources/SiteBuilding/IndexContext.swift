import ContentModel
import TemplateEngine

/// Further ways into the site: terms by field, and what changed last.
struct IndexContext {
  let model: SiteModel
  let language: LanguageTag

  /// Pages that the list of recent changes names at most.
  static let mostChanges = 200

  /// Terms under their field (the first tag of one that names none), fields in the order of their labels.
  var byField: TemplateRecord {
    let (entries, record) = begin("byField") { model.routes.termsByField($0) }
    let documents = model.order(.terms, language).ids.compactMap { model.document($0, for: language) }
    let groups = Dictionary(grouping: documents) { $0.text("field") ?? $0.tags.first }
    let keyed = groups.map { field, documents in
      (field: field, label: field.map { model.input.tags.label($0, language) } ?? model.string("untagged", language), documents: documents)
    }
    var result = record
    result["total"] = .number(documents.count)
    result["groups"] = .records(
      keyed.sorted {
        ($0.field == nil ? 1 : 0, SortKey($0.label), $0.field ?? "") < ($1.field == nil ? 1 : 0, SortKey($1.label), $1.field ?? "")
      }
      .map { group in
        [
          "label": .text(group.label), "id": .text(group.field.map { model.input.tags.slug($0) } ?? "other"),
          "entries": .records(group.documents.map { entries.term($0) }),
        ]
      })
    return result
  }

  /// Terms and questions by the day of their last change, as their front matter states it: newest first.
  var recent: TemplateRecord {
    let (entries, record) = begin("recent") { model.routes.recent($0) }
    let changes = model.recentChanges(language).prefix(Self.mostChanges)
    let days = Dictionary(grouping: changes, by: \.date).sorted { $0.key > $1.key }
    var result = record
    result["total"] = .number(changes.count)
    result["groups"] = .records(
      days.map { day, changes in
        [
          "label": .text("\(day)"), "id": .text("d\(day)"),
          "entries": .records(
            changes.map { change in
              var entry = entries.entry(change.document)
              entry["kindLabel"] = .text(model.string(change.document.id.section == .terms ? "term" : "question", language))
              return entry
            }),
        ]
      })
    return result
  }

  private func begin(
    _ key: String, address: @escaping (LanguageTag) -> Permalink
  ) -> (entries: EntryBuilder, record: TemplateRecord) {
    let head = PageHead(
      title: model.string(key, language), description: model.configuration.description[language],
      kind: key == "recent" ? "recent" : "list-fields",
      bodyLanguage: language, canonical: address(language), address: address,
      alternates: model.configuration.languages.map { ($0, address($0)) })
    let entries = EntryBuilder(model: model, language: language, permalink: address(language))
    var record = entries.common.record(
      page: head, breadcrumbs: [(model.configuration.title[language], model.routes.home(language))])
    record["indexes"] = entries.indexes
    return (entries, record)
  }
}

extension EntryBuilder {
  /// Links from each way into the site to the others.
  var indexes: TemplateValue {
    let ways: [(key: String, target: Permalink)] = [
      ("byLetter", model.routes.list(.terms, language)), ("byField", model.routes.termsByField(language)),
      ("recent", model.routes.recent(language)),
    ]
    return .records(
      ways.map { key, target in
        ["label": .text(model.string(key, language)), "url": common.url(target), "current": .bool(target == permalink)]
      })
  }
}

extension SiteModel {
  /// Published terms and questions that exist in a language, the one changed last first.
  func recentChanges(_ language: LanguageTag) -> [(date: CalendarDate, document: Document)] {
    (order(.terms, language).ids + order(.questions, language).ids)
      .compactMap { corpus.document($0, in: language) }
      .compactMap { document in document.lastChange.map { (date: $0, document: document) } }
      .sorted { ($1.date, $0.document.id) < ($0.date, $1.document.id) }
  }
}
