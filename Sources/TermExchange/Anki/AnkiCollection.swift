internal import CSQLite
internal import Encodings

/// A deck as Anki's collection: an SQLite database of schema 11, which every version since 2.0 imports.
enum AnkiCollection {
  /// The database file's bytes: the same for the same deck and time.
  ///
  /// - Parameter modified: Seconds since 1970; Anki updates a note that it has where this is later than its own.
  static func make(_ deck: AnkiDeck, modified: Int) throws(AnkiFault) -> [UInt8] {
    let database = try Database()
    try database.run(schema)
    let deckID = 1_600_000_000_000 + Int(Fingerprint(deck.name.utf8).value % 100_000_000_000)
    let settings = AnkiSettings(deckName: deck.name, deckID: deckID, modified: modified)
    // Its times are fixed: when the collection was made says nothing about the notes.
    try database.insert(
      "INSERT INTO col VALUES (1, 1500000000, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
      [
        .number(modified * 1000), .number(modified * 1000), .text(settings.configuration), .text(settings.noteTypes), .text(settings.decks),
        .text(settings.deckOptions),
      ])
    var taken: Set<Int> = []
    for (position, note) in deck.notes.enumerated() {
      // Anki's ids are times of creation in milliseconds; these are of the year 2017 and on, and the same every time.
      var id = 1_500_000_000_000 + Int(Fingerprint(note.guid.utf8).value % 100_000_000_000)
      while !taken.insert(id).inserted { id += 1 }
      let tags = note.tags.isEmpty ? "" : " \(note.tags.joined(separator: " ")) "
      try database.insert(
        "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')",
        [
          .number(id), .text(note.guid), .number(AnkiSettings.noteTypeID), .number(modified), .text(tags),
          .text([note.question, note.answer, note.address].joined(separator: "\u{1F}")), .text(note.question),
        ])
      try database.insert(
        "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
        [.number(id), .number(id), .number(deckID), .number(modified), .number(position + 1)])
    }
    return try database.bytes()
  }

  private static let schema = """
    CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
      ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
      models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
    CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
      usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
      flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
      mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
      ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
      left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
      ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
    CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_notes_csum ON notes (csum);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    """
}

/// Why a package could not be made, in the library's words.
public struct AnkiFault: Error, CustomStringConvertible {
  public let description: String
}

/// An SQLite database in memory.
private final class Database {
  enum Value {
    case number(Int)
    case text(String)
  }

  private var handle: OpaquePointer?

  init() throws(AnkiFault) { try check(sqlite3_open(":memory:", &handle)) }

  deinit { sqlite3_close(handle) }

  func run(_ statements: String) throws(AnkiFault) { try check(sqlite3_exec(handle, statements, nil, nil, nil)) }

  func insert(_ statement: String, _ values: [Value]) throws(AnkiFault) {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, statement, -1, &prepared, nil))
    defer { sqlite3_finalize(prepared) }
    // SQLITE_TRANSIENT: SQLite copies the text at once.
    let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      switch value {
      case .number(let number): try check(sqlite3_bind_int64(prepared, Int32(index + 1), Int64(number)))
      case .text(let text): try check(sqlite3_bind_text(prepared, Int32(index + 1), text, Int32(text.utf8.count), copying))
      }
    }
    guard sqlite3_step(prepared) == SQLITE_DONE else { throw fault }
  }

  /// The database as a file would hold it.
  func bytes() throws(AnkiFault) -> [UInt8] {
    try run("VACUUM")
    var count: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &count, 0) else { throw fault }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private var fault: AnkiFault { AnkiFault(description: "SQLite: \(String(cString: sqlite3_errmsg(handle)))") }

  private func check(_ status: Int32) throws(AnkiFault) { if status != SQLITE_OK { throw fault } }
}
