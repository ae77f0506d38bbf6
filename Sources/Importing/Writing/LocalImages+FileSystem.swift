internal import Encodings
internal import FileSystem
internal import HanText

/// Images that lie beside a scraped page: they are copied into the content, and the text names them there. Images that
/// are elsewhere on the web, or nowhere, stay as the page names them.
enum LocalImages {
  struct Copy: Hashable {
    /// The image beside the page.
    let file: String
    /// Path below the content folder.
    let target: String
  }

  /// Pictures that cannot carry a script.
  private static let endings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "bmp", "avif"]

  /// Rewrites the addresses of images that exist in the blocks of the sources.
  static func collect(_ sources: inout [ImportedSource], inputs: [ImportInput]) -> [Copy] {
    let paths = Dictionary(inputs.map { ($0.name, $0.path) }) { first, _ in first }
    var copies: [Copy] = []
    for index in sources.indices {
      guard let page = paths[sources[index].document] else { continue }
      var known: [String: String?] = [:]
      var names: Set<String> = []
      func rewrite(_ blocks: inout [String], in slug: String) {
        for block in blocks.indices {
          for address in addresses(in: blocks[block]) {
            if known[address] == nil {
              let path = PercentEncoding.decodeLeniently(address)
              let file = Path.join(Path.parent(of: page), path)
              let isUsable =
                Path.isContained(path) && endings.contains(Path.extension(of: path).lowercased())
                && File.exists(file) && !Folder.exists(file) && isBeside(file, page)
              let target = isUsable ? "assets/\(slug)/\(name(of: address, &names))" : nil
              known[address] = .some(target)
              if let target { copies.append(Copy(file: file, target: target)) }
            }
            guard let target = known[address] ?? nil else { continue }
            blocks[block] = blocks[block].replacing("](<\(address)>)", with: "](../\(target))")
          }
        }
      }
      let slug = sources[index].slug
      for item in sources[index].items.indices { rewrite(&sources[index].items[item].blocks, in: slug) }
      if var rest = sources[index].rest {
        rewrite(&rest, in: slug)
        sources[index].rest = rest
      }
    }
    return copies
  }

  /// Whether a file lies below the page's folder also when links are followed.
  private static func isBeside(_ file: String, _ page: String) -> Bool {
    Folder.resolved(file).hasPrefix(Folder.resolved(Path.parent(of: page)) + "/")
  }

  /// Relative addresses of images in a block, as `![…](<address>)` has them.
  private static func addresses(in block: String) -> [String] {
    guard block.utf8.contains(0x21) else { return [] }
    var result: [String] = []
    var rest = block[...]
    while let open = rest.firstRange(of: "](<"), let close = rest[open.upperBound...].firstRange(of: ">)") {
      let address = String(rest[open.upperBound..<close.lowerBound])
      if !address.contains(":") { result.append(address) }
      rest = rest[close.upperBound...]
    }
    return result
  }

  /// A plain name that no other image of the source has.
  private static func name(of address: String, _ names: inout Set<String>) -> String {
    let file = Path.name(of: PercentEncoding.decodeLeniently(address))
    let ending = Path.extension(of: file).lowercased()
    let stem = Slug.make(from: String(file.dropLast(ending.count + 1)))
    var name = "\(stem.isEmpty ? "image" : stem).\(ending)"
    var number = 1
    while !names.insert(name).inserted {
      number += 1
      name = "\(stem.isEmpty ? "image" : stem)-\(number).\(ending)"
    }
    return name
  }
}
