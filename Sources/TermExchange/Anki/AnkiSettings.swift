internal import Encodings

/// What a collection says of its note type and decks, as JSON in the form of schema 11.
struct AnkiSettings {
  /// The same in every export: a note that changes its type would not be updated.
  static let noteTypeID = 1_577_836_800_001

  let deckName: String
  let deckID: Int
  let modified: Int

  var configuration: String {
    """
    {"curDeck": \(deckID), "activeDecks": [\(deckID)], "curModel": "\(Self.noteTypeID)", "nextPos": 1, "estTimes": true, \
    "dueCounts": true, "newSpread": 0, "collapseTime": 1200, "timeLim": 0, "sortType": "noteFld", "sortBackwards": false, \
    "addToCur": true, "newBury": true, "dayLearnFirst": false}
    """
  }

  var noteTypes: String {
    let fields = ["Question", "Answer", "Page"].enumerated().map { index, name in
      #"{"name": "\#(name)", "ord": \#(index), "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []}"#
    }
    let front = "{{Question}}"
    let back = "{{FrontSide}}\n<hr id=answer>\n{{Answer}}\n{{#Page}}<p><a href=\"{{Page}}\">{{Page}}</a></p>{{/Page}}"
    return """
      {"\(Self.noteTypeID)": {"id": \(Self.noteTypeID), "name": "Ciyuan", "type": 0, "mod": \(modified), "usn": -1, "sortf": 0, \
      "did": \(deckID), "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": \(jsonString(front)), "afmt": \(jsonString(back)), \
      "bqfmt": "", "bafmt": "", "did": null, "bfont": "", "bsize": 0}], "flds": [\(fields.joined(separator: ", "))], \
      "css": \(jsonString(Self.style)), "latexPre": "", "latexPost": "", "latexsvg": false, "req": [[0, "any", [0]]], "tags": [], "vers": []}}
      """
  }

  private static let style = """
    .card { font-family: sans-serif; font-size: 18px; line-height: 1.6; text-align: start; max-width: 40em; margin: 0 auto; }
    table { border-collapse: collapse; }
    th, td { border: 1px solid; padding: 0.2em 0.5em; }
    img { max-width: 100%; }
    """

  var decks: String { "{\(deck(1, "Default")), \(deck(deckID, deckName))}" }

  private func deck(_ id: Int, _ name: String) -> String {
    """
    "\(id)": {"id": \(id), "name": \(jsonString(name)), "mod": \(modified), "usn": -1, "desc": "", "dyn": 0, "collapsed": false, \
    "browserCollapsed": false, "conf": 1, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0], \
    "extendNew": 0, "extendRev": 0}
    """
  }

  var deckOptions: String {
    """
    {"1": {"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false, \
    "new": {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1, "perDay": 20, "bury": true, "separate": true}, \
    "rev": {"perDay": 200, "ease4": 1.3, "fuzz": 0.05, "minSpace": 1, "ivlFct": 1, "maxIvl": 36500, "bury": true}, \
    "lapse": {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0}}}
    """
  }
}
