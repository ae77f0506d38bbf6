/// What is shown of some neighbouring pages: `[[path, title, other names…], …]`.
enum PageBlock {
  static func content(_ pages: ArraySlice<SearchPage>) -> String {
    JSONText.array(
      pages.map { page in
        let names = page.aliases + page.termNames.filter { $0 != page.title }
        return JSONText.array(([page.path, page.title] + names).map(JSONText.string))
      })
  }
}
