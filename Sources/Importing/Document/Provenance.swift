/// Where a page comes from, as far as it says so itself.
package struct Provenance: Sendable, Hashable {
  package var author: String?
  package var url: String?
  /// SPDX identifier where it is recognised (`CC-BY-NC-SA-4.0`), else the page's words.
  package var licence: String?
  /// `YYYY-MM-DD`.
  package var published: String?
  package var title: String?
  /// Host name or the site's name.
  package var site: String?

  package init(
    author: String? = nil, url: String? = nil, licence: String? = nil, published: String? = nil, title: String? = nil,
    site: String? = nil
  ) {
    self.author = author
    self.url = url
    self.licence = licence
    self.published = published
    self.title = title
    self.site = site
  }

  package var isEmpty: Bool { self == Provenance() }

  /// What this one does not know, the other may.
  package func filled(from other: Provenance) -> Provenance {
    Provenance(
      author: author ?? other.author, url: url ?? other.url, licence: licence ?? other.licence,
      published: published ?? other.published, title: title ?? other.title, site: site ?? other.site)
  }
}
