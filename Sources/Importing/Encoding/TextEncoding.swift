/// A character encoding by the name that `iconv` knows.
package struct TextEncoding: Sendable, Hashable, CustomStringConvertible {
  /// `UTF-8`, `GB18030`, `BIG5-HKSCS` …
  package let name: String

  package static let utf8 = TextEncoding(name: "UTF-8")
  package static let utf16LittleEndian = TextEncoding(name: "UTF-16LE")
  package static let utf16BigEndian = TextEncoding(name: "UTF-16BE")
  /// The superset of GBK and GB2312: pages that declare one of these are read as this, as browsers do.
  package static let gb18030 = TextEncoding(name: "GB18030")
  /// Western European text, Latin-1 included, as browsers read it.
  package static let windows1252 = TextEncoding(name: "CP1252")
  package static let big5 = TextEncoding(name: "BIG5-HKSCS")
  /// What Windows writes for Korean and Japanese, the supersets of EUC-KR and Shift-JIS.
  package static let korean = TextEncoding(name: "CP949")
  package static let japanese = TextEncoding(name: "CP932")
  package static let japaneseEUC = TextEncoding(name: "EUC-JP")
  /// Of Russian: Windows' own, and that of older pages.
  package static let windows1251 = TextEncoding(name: "CP1251")
  package static let koi8 = TextEncoding(name: "KOI8-R")

  private init(name: String) {
    self.name = name
  }

  /// The encoding that a page means by a label; `nil` for a label that is no encoding's name.
  package init?(label: some StringProtocol) {
    let label = label.lowercased().filter { !" \t\"';".contains($0) }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030", "cp936", "ms936", "windows-936", "chinese", "euc-cn", "hz":
      self = .gb18030
    case "big5", "big-5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950": self = .big5
    case "utf-16", "utf-16le", "ucs-2", "unicode": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    // Browsers read a page that says Latin-1 as its superset.
    case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252": self = .windows1252
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms932", "windows-31j": self = .japanese
    case "euc-jp", "x-euc-jp": self = .japaneseEUC
    case "euc-kr", "ks_c_5601-1987", "cp949", "korean": self = .korean
    case "windows-1251", "cp1251", "win-1251": self = .windows1251
    case "koi8-r", "koi8": self = .koi8
    case "iso-2022-jp": self = TextEncoding(name: label.uppercased())
    default: return nil
    }
  }

  package var description: String { name }
}
