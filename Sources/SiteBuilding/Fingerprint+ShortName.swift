internal import Encodings

extension Fingerprint {
  /// Ten hexadecimal digits: enough for the names of a site's files.
  var shortName: String { String(hexadecimal.prefix(10)) }
}
