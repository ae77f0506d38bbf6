internal import ContentModel
internal import Diagnostics
internal import Importing

extension SiteConfiguration {
  /// The importer's rules, with those of the site.
  func importRules() throws -> ImportRules {
    guard let file = importSection else { return .standard }
    do throws(ImportRulesError) {
      return try ImportRules.standard.extended(with: file.text, section: "import")
    } catch {
      throw CommandFailure(error.diagnostic(in: file).formatted)
    }
  }
}
