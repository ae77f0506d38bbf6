import ContentModel
import Foundation
import SyntheticCorpus

@testable import SiteBuilding

/// Edits of every kind that a site can see, the same for the same seed.
struct RandomEdits {
  private var generator: SplitMix64

  /// The seed that `CIYUAN_SEED` asks for.
  static let wantedSeed = ProcessInfo.processInfo.environment["CIYUAN_SEED"].flatMap { UInt64($0) }

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func pick<Items: Collection>(_ items: Items) -> Items.Element { items.randomElement(using: &generator)! }

  private static let names = [
    "注意力", "自注意力", "词元", "分词", "量化", "低秩适配", "蒸馏", "对齐", "attention", "token", "LoRA", "quantization", "distillation", "alignment",
  ]
  private static let slugs = ["a", "b", "c", "d", "e", "f"]
  private static let tags = ["models", "data", "training"]

  mutating func firstSite() -> TestSite {
    var site = TestSite(["tags.yml": "models: {zh: 模型, en: Models}\n"])
    for _ in 0..<12 { _ = add(&site) }
    return site
  }

  /// Makes one edit, and says which.
  mutating func edit(_ site: inout TestSite) -> String {
    switch random(0...17) {
    case 0...4: return "body of \(editBody(&site))"
    case 5: return "page \(add(&site))"
    case 6: return "names of \(changeFrontMatter(&site))"
    case 7: return "names of \(changeFrontMatter(&site))"
    case 8: return rename(&site)
    case 9:
      guard site.files.count > 6, let path = somePage(site) else { return "page \(add(&site))" }
      site.files[path] = nil
      return "deletion of \(path)"
    case 10:
      guard let path = somePage(site) else { return "" }
      let other = path.hasSuffix(".zh.md") ? path.replacing(".zh.md", with: ".en.md") : path.replacing(".en.md", with: ".zh.md")
      site.files[other] = page(other)
      return "translation \(other)"
    case 11:
      site.configuration = pick([
        "title: {zh: 站点, en: Site}\nbase-url: https://example.org/base/\n", "title: Other\nbase-url: https://example.org/\n",
        "title: Site\ntagline: \(random(0...3))\n", "title: Site\nedit-url: https://example.org/{path}\nauthor: \(random(0...3))\n",
      ])
      return "configuration"
    case 12:
      site.configuration = "title: Site\nlanguages: [\(pick(["zh, en", "en, zh", "zh", "zh, en"]))]\n"
      return "languages"
    case 13:
      let name = pick(["not-found.mustache", "partials/footer.mustache", "term.mustache", "question.mustache"])
      site.templates[name] = random(0...2) == 0 ? nil : (EmbeddedFiles.all[name] ?? "") + "<!-- \(random(0...9)) -->"
      return "template \(name)"
    case 14:
      site.templates["strings/zh.yml"] = random(0...1) == 0 ? nil : "terms: 术语\(random(0...9))\n"
      return "strings"
    case 15:
      let name = pick(["a.png", "b.svg"])
      site.assets[name] =
        random(0...2) == 0 ? nil : "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><text>\(random(0...9))</text></svg>"
      return "asset \(name)"
    case 16:
      site.files["tags.yml"] = Self.tags.prefix(random(1...3)).map { "\($0): {zh: 标\(random(0...3)), en: Tag}\n" }.joined()
      return "tags"
    default:
      site.drafts.toggle()
      return "drafts"
    }
  }

  /// Changes the text of a page and nothing of its front matter. Returns its path.
  mutating func editBody(_ site: inout TestSite) -> String {
    let path = somePage(site)!
    let text = site.files[path]!
    let end = text.ranges(of: "---\n").dropFirst().first?.upperBound ?? text.startIndex
    site.files[path] = text[..<end] + body()
    return path
  }

  /// Writes on below the text of a page, which begins as it did.
  mutating func extendBody(_ site: inout TestSite) -> String {
    let path = somePage(site)!
    site.files[path]! += "\n" + body()
    return path
  }

  private mutating func somePage(_ site: TestSite) -> String? {
    site.files.keys.filter { $0.hasSuffix(".md") }.sorted().randomElement(using: &generator)
  }

  private mutating func add(_ site: inout TestSite) -> String {
    let path = "\(pick(["terms", "terms", "questions", "sources", "pages"]))/\(pick(Self.slugs)).\(pick(["zh", "en"])).md"
    site.files[path] = page(path)
    return path
  }

  private mutating func changeFrontMatter(_ site: inout TestSite) -> String {
    guard let path = somePage(site), let text = site.files[path], let end = text.ranges(of: "---\n").dropFirst().first else { return "" }
    site.files[path] = frontMatter(path) + text[end.upperBound...]
    return path
  }

  private mutating func rename(_ site: inout TestSite) -> String {
    guard let path = somePage(site) else { return "" }
    let parts = path.split(separator: "/"), language = path.split(separator: ".").dropLast().last ?? "zh"
    let new = "\(parts[0])/\(pick(Self.slugs)).\(language).md"
    let text = site.files[path]
    site.files[path] = nil
    site.files[new] = text
    return "renaming of \(path) to \(new)"
  }

  private mutating func page(_ path: String) -> String { frontMatter(path) + body() }

  private mutating func frontMatter(_ path: String) -> String {
    var lines = ["title: \(pick(Self.names))\(random(0...2) == 0 ? String(random(0...9)) : "")"]
    if random(0...1) == 0 { lines.append("tags: [\(pick(Self.tags))]") }
    if random(0...2) == 0 { lines.append("related: [\(pick(["terms", "questions"]))/\(pick(Self.slugs))]") }
    if random(0...2) == 0 { lines.append("date: 2026-0\(random(1...9))-1\(random(0...9))") }
    if random(0...9) == 0 { lines.append("status: \(pick(["draft", "stub", "proposed"]))") }
    if random(0...4) == 0 { lines.append("sources: [\(pick(Self.slugs))]") }
    // One page at most stands for the one that is not there.
    if random(0...6) == 0 { lines.append("redirects: [\(path.hasPrefix("questions/a.") ? "questions/g" : "zh/old/\(random(0...99))/")]") }
    if path.hasPrefix("terms/") {
      if random(0...1) == 0 { lines.append("admitted: [\(pick(Self.names))]") }
      if random(0...2) == 0 { lines.append("abbreviation: [\(pick(["LORA", "MHA", "KV"]))]") }
      if random(0...2) == 0 { lines.append("broader: [\(pick(Self.slugs))]") }
      if random(0...2) == 0 { lines.append("translation: [\(pick(Self.names))]") }
    }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  private mutating func body() -> String {
    (0..<random(1...5)).map { _ in
      switch random(0...9) {
      case 0: "## \(pick(Self.names))\n\n"
      case 1: "[[\(pick(Self.names))]] [[\(pick(Self.slugs))]]\n\n"
      case 2: "[x](../\(pick(["terms", "questions"]))/\(pick(Self.slugs + ["g"])).zh.md#\(pick(Self.names)))\n\n"
      case 3: "![\(pick(Self.names))](../assets/\(pick(["a.png", "b.svg"])))\n\n"
      case 4: "- \(pick(Self.names))\n  - \(pick(Self.names)){no-link}\n\n"
      default: "\(pick(Self.names))与\(pick(Self.names))的关系是 \(pick(Self.names)) MHA，见\(random(0...99))。\n\n"
      }
    }.joined()
  }
}
