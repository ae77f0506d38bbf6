/// Why a site was not published. What stood at the place stands there still, but where a transfer was cut off.
public enum PublishingError: Error, Hashable, CustomStringConvertible {
  /// A program of the system is not installed.
  case missing(program: String)
  /// A program gave up, and what it said.
  case failed(command: String, status: Int32, message: String)
  /// The place holds files and was not published by us: the place, and one of the files.
  case notOurs(place: String, example: String)
  /// Where a page should go stands something that we did not write.
  case occupied(place: String, path: String)
  /// A git target of a site that stands in no repository.
  case noRepository(folder: String)
  case notABranch(String)
  /// The branch that the site's own sources are on.
  case sourceBranch(String)
  /// The branch has moved since we looked.
  case moved(branch: String)

  public var description: String {
    switch self {
    case .missing(let program): "\(program) is not installed"
    case .failed(let command, let status, let message):
      "\(command) ended with status \(status)" + (message.isEmpty ? "" : ":\n\(message)")
    case .notOurs(let place, let example): "\(place) was not published by ciyuan (it holds \(example))"
    case .occupied(let place, let path): "\(path) at \(place) was not written by ciyuan"
    case .noRepository(let folder): "\(folder) is in no git repository"
    case .notABranch(let name): "\"\(name)\" is no name of a branch"
    case .sourceBranch(let name): "\(name) is the branch of the site's sources: the pages would replace them"
    case .moved(let branch): "\(branch) has changed meanwhile"
    }
  }

  public var remedy: String? {
    switch self {
    case .missing(let program): "install it: apt-get install \(program)"
    case .failed: nil
    case .notOurs: "name an empty place, or give --force: files that are not the site's stay, but for namesakes of its own"
    case .occupied: "move it away, or give --force"
    case .noRepository: "run git init there, or choose a target of another kind"
    case .notABranch, .sourceBranch: "write branch: gh-pages"
    case .moved: "publish again"
    }
  }
}
