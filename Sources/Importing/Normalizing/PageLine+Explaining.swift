internal import HanText

extension PageLine {
  /// Whether the line is a sentence that explains how something works, in words of programs, be its example a coupon or a live
  /// stream: it speaks to nobody, names no price, and nothing that is sold to readers of such pages. O(text).
  var explains: Bool {
    guard lastScalar == "。" || isProse, folded.text.first?.isPictograph == false, !isLatin, !isAskedOrAnswered else {
      return false
    }
    guard !wording.callsReader(folded.key) || wording.namesUsers(folded.key), !wording.namesWares(folded.key), !namesPrice else {
      return false
    }
    return wording.matterWords(folded.key) + latinWords.count >= 2
  }

  /// What such a sentence speaks of that advertisements speak of too, with all words of the same themes.
  var explained: [String] {
    let subjects = wording.subjects(folded.key)
    return !subjects.isEmpty && explains ? subjects : []
  }

  /// `¥99`, `原价 1999`, `20 元`, an account, a number to call.
  private var namesPrice: Bool {
    var digits = 0
    for scalar in folded.text {
      if scalar.isOne(of: "@¥￥") { return true }
      if digits >= 1, scalar.isOne(of: "元折") || digits >= 3, scalar.isOne(of: ",。;") { return true }
      if scalar == " " { continue }
      digits = scalar.isASCIIDigit ? digits + 1 : 0
      if digits >= 5 { return true }
    }
    return digits >= 3
  }
}
