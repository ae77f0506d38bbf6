public import ContentModel
import Diagnostics
import SiteSearch
public import SitePictures
import TemplateEngine
import Terminology
import Typesetting

/// From content to the files of a site. Reads and writes nothing; the same input gives the same bytes on any number of
/// threads.
///
/// - Parameters:
///   - former: an earlier build, of which bodies are taken that nothing has changed. The output is the same without it.
///   - kept: bodies of a build of another run of the program, where nothing but documents has changed since.
///   - draw: makes files of the pictures that are drawn: of pages for those who share their addresses, of the site's sign for
///     systems that take no SVG. Without it there are none.
///   - finished: called as each stage ends.
public func buildSite(
  _ input: SiteInput, after former: BuiltSite? = nil, keeping kept: KeptBodies? = nil,
  drawing draw: (@Sendable (any SitePicture) -> OutputFile?)? = nil,
  finished: (BuildStage) -> Void = { _ in }
) async -> SiteOutput {
  let routes = RouteTable(languages: input.configuration.languages)

  // What follows from names and addresses alone.
  async let glossed = Glossary(input.corpus)
  let templates = TemplateLibrary(input.theme.templates)
  let templateFaults = templates.diagnostics + TemplateShapes.check(templates, theme: input.theme)
  let links = LinkResolver(corpus: input.corpus, assets: Set(input.assets.keys), languages: routes.languages)
  let orders = SiteModel.orders(of: input.corpus, languages: routes.languages)
  let glossary = await glossed

  // Per document: its tree, links resolved, terms linked, rendered.
  let pictures = await PictureSet(input.assets, folder: input.assetFolder, languages: routes.languages)
  let renderer = BodyRenderer(
    routes: routes, links: links, glossary: glossary, formulas: former?.renderer.formulas ?? FormulaTypesetter(),
    code: former?.renderer.code ?? CodeHighlighter(), pictures: pictures)
  let known = former?.bodies(for: renderer)
  let kept = kept.flatMap { $0.haveSurroundings(of: input.corpus) ? $0 : nil }
  let bodies = await Bodies(of: input.corpus.documents, by: renderer, former: known, kept: kept)
  let edits = kept.flatMap { TextEdits(input.corpus, bodies, since: $0) }
  finished(.bodies)

  // The search index, while one thread sees to all else.
  let canBeShown = !templateFaults.contains { $0.severity == .error }
  async let indexed = canBeShown ? SearchPages(input: input, routes: routes, bodies: bodies).index(since: edits) : nil

  // Whole site: who links to whom.
  var undrawn = SiteModel(input: input, routes: routes, links: links, orders: orders, bodies: bodies, edits: edits)
  let pages = SitePage.all(of: undrawn)
  if let draw { undrawn.drawn = await DrawnPictures(pages, in: undrawn, draw: draw) }
  let model = undrawn
  finished(.relations)

  var built = BuiltSite(renderer: renderer, model: model, templates: templates)
  let bodyFaults = await BodyFaults.make(model, since: edits)
  built.faults = bodyFaults
  let machineFiles = MachineFiles.make(model)
  let assets = model.assets.files + model.drawn.files + input.assets.map { OutputFile(path: "files/\($0.key)", bytes: $0.value) }
  // An edit of texts makes no other paths than those of a site that was written.
  let collisions =
    edits != nil
    ? []
    : OutputCollisions.diagnostics(
      in: pages.map { ($0.maker, $0.path) } + machineFiles.map { ("the site", $0.path) } + assets.map { ("assets", $0.path) })
  let contentFaults =
    input.diagnostics + pictures.diagnostics + model.relations.diagnostics + bodyFaults.flatMap { $0 } + collisions
    + model.drawn.diagnostics + MachineFiles.missingBaseURL(input.configuration)
  // Per page: record, template, bytes; made when the file is asked for.
  let siteFiles = pages.map { $0.file(in: model, templates) } + assets + machineFiles
  let untouched = UntouchedFiles.paths(pages, machineFiles + assets, in: model, since: edits)
  guard let index = await indexed else {
    return SiteOutput(files: [], diagnostics: (templateFaults + contentFaults).sorted(), pageCount: 0, built: built)
  }
  let files = siteFiles + index.files + OfflineFiles.make(model, search: index)
  built.index = index
  finished(.search)
  return SiteOutput(
    files: files.sorted { $0.path < $1.path },
    diagnostics: (templateFaults + contentFaults).sorted(),
    redirects: pages.compactMap(\.redirect).sorted { $0 < $1 },
    pageCount: pages.count, untouched: untouched.union(index.untouched), built: built)
}
