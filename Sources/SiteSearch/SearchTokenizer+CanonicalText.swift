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
    var text: [UInt16] = []
    var afterWord = false
    for token in tokens where token != .boundary {
      if token.isWord {
        if afterWord { text.append(0x20) }
        text += self.text(ofWord: token.wordIndex)
      } else {
        text.append(token.unit)
      }
      afterWord = token.isWord
    }
    return text
  }
}

extension SearchTokenizer {
  func text(ofWord index: Int) -> String.UTF16View { String(decoding: words.utf8(of: index), as: UTF8.self).utf16 }
}
