internal import Foundation
internal import Importing

/// Groups of questions, or the pairs to settle, as text for people or as JSON.
struct DuplicateListing {
  struct Group {
    let members: [Member]
    let score: Double
    let reason: String
  }

  /// A question as the listing names it.
  enum Member {
    case line(Int, title: String)
    case item(String, line: Int, title: String)
    case page(String, title: String, path: String)
  }

  let groups: [Group]
  let undecided: Int
  let isReview: Bool
  /// Pages that are copies of others.
  var copies: [DocumentCopies.Copy] = []

  init(groups: [Group], undecided: Int, isReview: Bool) {
    self.groups = groups
    self.undecided = undecided
    self.isReview = isReview
  }

  init(_ result: DuplicateGrouping, isReview: Bool, member: (String) -> Member) {
    groups =
      isReview
      ? result.undecided.map { Group(members: [member($0.first), member($0.second)], score: $0.score, reason: $0.reason) }
      : result.groups.map { Group(members: $0.members.map(member), score: $0.score, reason: $0.reason) }
    undecided = result.undecided.count
    self.isReview = isReview
  }

  var text: String {
    let blocks = groups.map { group in
      "\(Self.twoDigits(group.score))  \(group.reason)\n" + group.members.map { "      \($0.text)\n" }.joined() + settling(group)
    }
    if isReview { return blocks.isEmpty ? "no pair to settle" : blocks.joined(separator: "\n") }
    let count = groups.reduce(0) { $0 + $1.members.count }
    let sum = "\(Self.count(groups.count, "group")) of \(Self.count(count, "question")), \(Self.count(undecided, "pair")) undecided"
    let same = copies.map { "\($0.id): \($0.sentence)" }
    return (blocks + same + [sum + " (--review)"]).joined(separator: "\n")
  }

  /// `1 page`, `2 pages`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The commands that settle a pair of pages.
  private func settling(_ group: Group) -> String {
    let names = group.members.compactMap { if case .page(let name, _, _) = $0 { name } else { nil } }
    guard isReview, names.count == 2 else { return "" }
    return ["same", "different"].map { "      ciyuan duplicates --\($0) \(names[0]) \(names[1])\n" }.joined()
  }

  /// `{"groups": [[3, 17], …]}`.
  var lineNumbers: String {
    let lists = groups.map { group in group.members.compactMap { if case .line(let line, _) = $0 { String(line) } else { nil } } }
    return "{\"\(key)\": [" + lists.map { "[" + $0.joined(separator: ", ") + "]" }.joined(separator: ", ") + "]}"
  }

  /// `{"merged": [{"page": …, "reason": …, "titles": […]}, …]}`: pages that an import made of several questions.
  static func json(ofMerged pages: [(page: String, titles: [String], reason: String)]) throws -> String {
    struct Page: Encodable {
      let page: String, titles: [String], reason: String
    }
    return String(
      decoding: try encoder.encode(["merged": pages.map { Page(page: $0.page, titles: $0.titles, reason: $0.reason) }]), as: UTF8.self)
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// `{"groups": [{"members": […], "reason": …, "score": …}, …], "copies": [{"path": …, "original": …, "share": …}, …]}`.
  func json() throws -> String {
    let values = groups.map { Encoded(members: $0.members.map(\.encoded), reason: $0.reason, score: ($0.score * 100).rounded() / 100) }
    let copies = copies.map { EncodedCopy(path: $0.id, original: $0.original, share: ($0.share * 100).rounded(.down) / 100) }
    return String(
      decoding: try Self.encoder.encode(
        Listing(groups: isReview ? nil : values, undecided: isReview ? values : nil, copies: copies.isEmpty ? nil : copies)), as: UTF8.self)
  }

  private var key: String { isReview ? "undecided" : "groups" }

  private struct Listing: Encodable {
    let groups: [Encoded]?, undecided: [Encoded]?, copies: [EncodedCopy]?
  }

  private struct EncodedCopy: Encodable {
    let path: String, original: String, share: Double
  }

  private struct Encoded: Encodable {
    let members: [EncodedMember]
    let reason: String
    let score: Double
  }

  fileprivate struct EncodedMember: Encodable {
    var line: Int?
    var page: String?
    var path: String?
    var title: String
  }

  private static func twoDigits(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension DuplicateListing.Member {
  fileprivate var text: String {
    switch self {
    case .line(let line, let title): "\(line): \(TitleRemark.shown(title))"
    case .item(let path, let line, let title): "\(path):\(line): \(TitleRemark.shown(title))"
    case .page(let name, let title, _): "\(name): \(TitleRemark.shown(title))"
    }
  }

  fileprivate var encoded: DuplicateListing.EncodedMember {
    switch self {
    case .line(let line, let title): .init(line: line, title: title)
    case .item(let path, let line, let title): .init(line: line, path: path, title: title)
    case .page(let name, let title, let path): .init(page: name, path: path, title: title)
    }
  }
}
