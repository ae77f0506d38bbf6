/// On how many unrelated pages of an import each line stands.
struct LineRecurrence: Sendable {
  private let counts: [UInt64: Int]

  static let none = LineRecurrence(counts: [:])

  private init(counts: [UInt64: Int]) { self.counts = counts }

  func pages(with hash: UInt64) -> Int { counts[hash] ?? 0 }

  /// Pages that share most of their long lines are one page reposted and count once: else reposts would be eaten.
  /// `pages` holds each page's distinct line hashes. O(lines · log lines).
  init(_ pages: [PageLines]) {
    let family = Self.families(pages)
    var seen: [UInt64: (family: Int, count: Int)] = [:]
    // Sorted by family, so that a line's families come in runs and need no sets.
    for page in pages.indices.sorted(by: { (family[$0], $0) < (family[$1], $1) }) {
      for hash in pages[page].all {
        if let known = seen[hash] {
          if known.family != family[page] { seen[hash] = (family[page], known.count + 1) }
        } else {
          seen[hash] = (family[page], 1)
        }
      }
    }
    counts = seen.compactMapValues { $0.count >= 3 ? $0.count : nil }
  }

  /// The distinct hashes of a page's lines, and those of the long ones by which reposts are known.
  struct PageLines: Sendable {
    let all: [UInt64]
    let long: [UInt64]

    init(_ document: ScrapedDocument, disguises: Disguises) {
      var all: Set<UInt64> = [], long: Set<UInt64> = []
      for line in document.lines where !line.text.isEmpty {
        let key = FoldedLine(line.text, disguises: disguises).key
        guard key.count >= 6 else { continue }
        let hash = LineHash.of(key)
        all.insert(hash)
        if key.count >= 30 { long.insert(hash) }
      }
      self.all = Array(all)
      self.long = Array(long)
    }
  }

  /// The family of each page: pages are related where a band of their min-hashes agrees (about half of the long lines).
  private static func families(_ pages: [PageLines]) -> [Int] {
    var parent = Array(pages.indices)
    func root(_ page: Int) -> Int {
      var page = page
      while parent[page] != page {
        parent[page] = parent[parent[page]]
        page = parent[page]
      }
      return page
    }
    let bands = 6, width = 3
    var first: [UInt64: Int] = [:]
    for (index, page) in pages.enumerated() where page.long.count >= 3 {
      for band in 0..<bands {
        var signature = UInt64(band)
        for row in 0..<width {
          let seed = UInt64(band * width + row + 1) &* 0x9E37_79B9_7F4A_7C15
          var least = UInt64.max
          for hash in page.long {
            // A finalizer of MurmurHash3 mixes the seed in.
            var mixed = (hash ^ seed) &* 0xFF51_AFD7_ED55_8CCD
            mixed ^= mixed >> 33
            least = min(least, mixed)
          }
          signature = (signature ^ least) &* LineHash.prime
        }
        if let other = first[signature] {
          let (a, b) = (root(index), root(other))
          // The smaller index leads.
          parent[max(a, b)] = min(a, b)
        } else {
          first[signature] = index
        }
      }
    }
    return pages.indices.map { root($0) }
  }
}
