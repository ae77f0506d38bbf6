/// The `Range` of a request against a body.
enum ByteRange: Equatable {
  /// No range, or one that a server may disregard: several ranges, another unit, a slip.
  case whole
  case part(Range<Int>)
  case unsatisfiable

  init(_ header: String?, count: Int) {
    self = .whole
    guard let header, header.lowercased().hasPrefix("bytes=") else { return }
    let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " && $0 != "\t" } }
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return }
    switch (Int(parts[0]), Int(parts[1])) {
    case (let first?, let last?) where first <= last:
      self = first < count ? .part(first..<min(count, last + 1)) : .unsatisfiable
    case (let first?, nil) where parts[1].isEmpty:
      self = first < count ? .part(first..<count) : .unsatisfiable
    case (nil, let length?) where parts[0].isEmpty:
      self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .unsatisfiable
    default: break
    }
  }
}
