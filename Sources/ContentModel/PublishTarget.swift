/// Where `ciyuan publish` brings the site: an entry of `publish` in `ciyuan.yml`.
public struct PublishTarget: Sendable, Hashable {
  public enum Place: Sendable, Hashable {
    /// A folder of this machine, relative to the site's.
    case directory(String)
    /// A destination as rsync takes it: `user@host:/srv/www`, `rsync://host/module`, a folder.
    case rsync(String)
    /// A branch of another repository, which is named by a remote or an address. Without history the branch has one
    /// commit.
    case git(remote: String, branch: String, keepsHistory: Bool)
  }

  /// What a host can use beside the pages, under the names that `ciyuan.yml` gives them.
  public enum Extra: String, Sendable, Hashable, CaseIterable {
    case headers = "_headers"
    case redirects = "_redirects"
    case gzip = "gz"
    case brotli = "br"
  }

  public var name: String
  public var place: Place
  public var extras: Set<Extra> = []
  /// The site's own domain, for the file `CNAME` of GitHub Pages.
  public var domain: String?

  public init(name: String, place: Place) { (self.name, self.place) = (name, place) }
}
