internal import ContentModel
internal import HanText

/// Hands out names of files that nobody else has.
struct SlugAllocation {
  private var taken: Set<DocumentID>
  /// The number that the last of several equal names got: ten thousand pages may bear one title.
  private var numbers: [DocumentID: Int] = [:]

  /// - Parameter taken: the names of all files there are, in any language: two languages of one name are translations
  ///   of each other.
  init(taken: some Sequence<DocumentID>) {
    self.taken = Set(taken)
  }

  func isFree(_ id: DocumentID) -> Bool { !taken.contains(id) }

  /// `wanted` as it is, or with the first free number: `x-2`. Only small letters, digits and hyphens pass, so that no
  /// title leads out of the folder.
  mutating func take(_ wanted: String, fallback: String, in section: DocumentID.Section) -> String {
    let safe = Slug.make(from: wanted)
    let base = safe.isEmpty || safe == "index" ? Slug.make(from: fallback) : safe
    let first = DocumentID(section: section, slug: base)
    var slug = base
    var number = numbers[first] ?? 1
    if number > 1 { slug = "\(base)-\(number)" }
    while !taken.insert(DocumentID(section: section, slug: slug)).inserted {
      number += 1
      slug = "\(base)-\(number)"
    }
    if number > 1 { numbers[first] = number }
    return slug
  }
}
