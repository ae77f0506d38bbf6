extension SearchTokenizer {
  /// The tokens of a text that stands alone.
  mutating func tokens(of text: String) -> [SearchToken] {
    var tokens: [SearchToken] = [], extras: [SearchToken] = []
    tokenize(text, into: &tokens, extras: &extras)
    return tokens
  }

  mutating func canonicalText(of text: String) -> [UInt16] {
    let tokens = tokens(of: text)
    return canonicalText(tokens)
  }

  /// The text that all spellings of the same tokens share, in UTF-16: a space between words, nothing elsewhere.
  func canonicalText(_ tokens: [SearchToken]) -> [UInt16] {
    var text = ""
    var afterWord = false
    for token in tokens {
      if token.isWord {
        if afterWord { text += " " }
        text += String(decoding: words.utf8(of: token.wordIndex), as: UTF8.self)
      } else if let scalar = Unicode.Scalar(token.rawValue) {
        text.unicodeScalars.append(scalar)
      }
      afterWord = token.isWord
    }
    return Array(text.utf16)
  }
}

extension SearchTokenizer {
  func text(ofWord index: Int) -> String.UTF16View { String(decoding: words.utf8(of: index), as: UTF8.self).utf16 }
}
