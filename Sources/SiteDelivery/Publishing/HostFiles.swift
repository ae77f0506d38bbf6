internal import Encodings

/// What a host must be told so that the site is served as it was built: files for the hosts that read them from the site,
/// text to copy for the others.
public struct HostFiles: Sendable {
  /// The path of the site at its host, with `/` at both ends.
  let basePath: String
  /// Former addresses and what took their places, both relative to the site's root; sorted.
  let moved: [(from: String, to: String)]

  public init(basePath: String, moved: [(from: String, to: String)]) {
    (self.basePath, self.moved) = (basePath, moved)
  }

  /// Put on every answer. No script, style, frame or address of another origin; nothing inline.
  public static let securityHeaders: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
  ]

  /// `_headers`, as Netlify and Cloudflare Pages read it. What is in `assets/` is named for its content.
  public var headers: String {
    let common = Self.securityHeaders.map { "  \($0.name): \($0.value)\n" }.joined()
    return """
      \(basePath)*
      \(common)
      \(basePath)assets/*
        Cache-Control: public, max-age=31536000, immutable

      """
  }

  /// `_redirects`, as Netlify and Cloudflare Pages read it. Cloudflare redirects in the place of the pages that lead on;
  /// Netlify shows those pages, and redirects where none stands.
  public var redirects: String {
    moved.map { "\(address($0.from)) \(address($0.to)) \($0.from.isEmpty ? 302 : 301)\n" }.joined()
  }

  /// As it is written in a request: nothing of what a writer put into a former address is read as the host's own syntax.
  private func address(_ path: String) -> String { basePath + PercentEncoding.encode(path, keeping: .unreservedAndSlash) }

  /// For the `server` block of nginx.
  public var nginx: String {
    let headers = Self.securityHeaders.map { "  add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
    // nginx compares with the decoded address.
    let redirects = moved.map { from, to in
      "location = \"\(basePath)\(from.replacing("\"", with: "\\\""))\" { return \(from.isEmpty ? 302 : 301) \(address(to)); }\n"
    }.joined()
    return """
      # For the server block of nginx. SITE is the folder that the site was published to.
      \(redirects)location \(basePath) {
        alias SITE/;
        index index.html;
        error_page 404 \(basePath)404.html;
        charset utf-8;
        charset_types text/css text/javascript application/javascript application/json text/plain text/xml text/markdown;
        gzip_static on;       # with: [gz]
        # brotli_static on;   # with: [br], and the module ngx_brotli
        expires -1;
      \(headers)
        # Named for their content: never asked for again.
        location ~ ^\(basePath)(assets/|search/[hkp]) { expires 1y; }
        location ~ \\.webmanifest$ { default_type application/manifest+json; }
        location ~ \\.md$ { default_type text/markdown; }
        location ~ /\\.ciyuan-site/ { return 404; }
      }

      """
  }

  /// `.github/workflows/site.yml`: builds, checks and publishes to GitHub Pages whenever the main branch is pushed.
  public static let workflow = """
    # Builds the site and publishes it to GitHub Pages. In the repository's settings, Pages, choose the source "GitHub Actions".
    name: site
    on:
      push:
        branches: [main]
      workflow_dispatch:
    permissions:
      contents: read
      pages: write
      id-token: write
    concurrency:
      group: pages
      cancel-in-progress: false
    jobs:
      build:
        runs-on: ubuntu-latest
        container: swift:6.1-bookworm
        steps:
          - run: apt-get update && apt-get install -y make git
          - uses: actions/checkout@v4
          - id: pages
            uses: actions/configure-pages@v5
          # Where Ciyuan stands elsewhere: check it out, run make program there, and name the program by its path.
          - run: make program
          - run: .build/release/ciyuan build --strict --cards --base-url "${{ steps.pages.outputs.base_url }}/"
          - uses: actions/upload-pages-artifact@v3
            with:
              path: site
      deploy:
        needs: build
        runs-on: ubuntu-latest
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """
}
