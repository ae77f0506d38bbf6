package import Diagnostics

/// Why an import did not happen; the content folder is as it was.
package enum ImportFailure: Error, Hashable, CustomStringConvertible {
  case interrupted
  /// Another import works on the folder.
  case busy(folder: String)
  /// What people settled cannot be read: without it an import would undo what they did.
  case unreadableDecisions([Diagnostic])
  /// A person changed the file while the import ran.
  case changed(path: String)
  /// The page of somebody else that an audit would replace.
  case foreignReport(path: String)

  package var description: String {
    switch self {
    case .interrupted: "interrupted: the content is as it was"
    case .busy(let folder): "another import is at work on \(folder)\n    suggestion: wait until it has ended"
    case .unreadableDecisions: "import.yml cannot be read: the content is as it was"
    case .changed(let path):
      "\(path) was changed while the import ran: the content is as you left it\n    suggestion: import again"
    case .foreignReport(let path): "\(path) is no audit and stays as it is\n    suggestion: name another folder for the report"
    }
  }
}
