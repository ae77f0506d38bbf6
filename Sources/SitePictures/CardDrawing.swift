extension SocialCard {
  public func png() -> [UInt8]? { CardDrawing.png(of: self) }
}

/// A card as pixels. The title stands in 「 」, as everything does that stands alone (Templates/DESIGN.md).
enum CardDrawing {
  private static let margin = 72.0
  private static let stroke = 9.0
  /// The frame's left, top, right and bottom.
  private static let frame = (left: 72.0, top: 128.0, right: 1128.0, bottom: 496.0)
  private static let titleWidth = 928.0

  /// PNG; `nil` where the fonts of this machine lack a character of it, or a library is missing. Some 10 ms.
  static func png(of card: SocialCard) -> [UInt8]? {
    guard let canvas = Canvas(width: SocialCard.width, height: SocialCard.height, ground: card.colours.paper) else { return nil }
    let isWhole = drawHead(card, on: canvas) && drawTitles(card, on: canvas) && drawFoot(card, on: canvas)
    return isWhole ? canvas.png(palette: palette(card.colours)) : nil
  }

  private static func drawHead(_ card: SocialCard, on canvas: borrowing Canvas) -> Bool {
    guard let kind = card.kind else { return true }
    let text = canvas.text(kind, .sans, weight: 700)
    let extent = text.set(size: 34, width: frame.right - frame.left, lines: 1)
    text.draw(x: margin, y: margin - 12, card.colours.accent)
    return extent.isWhole
  }

  private static func drawTitles(_ card: SocialCard, on canvas: borrowing Canvas) -> Bool {
    let (left, top, right, bottom) = frame
    let (across, down) = (104.0, 80.0)
    canvas.rectangle(x: left, y: top, width: across, height: stroke, card.colours.accent)
    canvas.rectangle(x: left, y: top, width: stroke, height: down, card.colours.accent)
    canvas.rectangle(x: right - across, y: bottom - stroke, width: across, height: stroke, card.colours.accent)
    canvas.rectangle(x: right - stroke, y: bottom - down, width: stroke, height: down, card.colours.accent)
    let x = left + (right - left - titleWidth) / 2
    let room = bottom - top - 6 * stroke
    guard let second = card.second else {
      let title = canvas.text(card.title, .serif, weight: 700)
      let extent = title.fit(sizes: [96, 84, 72, 62, 54], width: titleWidth, height: room, lines: 4)
      title.draw(x: x, y: (top + bottom - extent.height) / 2, card.colours.ink)
      return extent.isWhole
    }
    let title = canvas.text(card.title, .serif, weight: 700)
    let other = canvas.text(second, .serif, weight: 400)
    var below = other.fit(sizes: [40, 35, 31, 28], width: titleWidth, height: room, lines: 1)
    if below.isCut { below = other.fit(sizes: [31], width: titleWidth, height: room, lines: 2) }
    let gap = 14.0
    let above = title.fit(sizes: [88, 76, 66, 57, 50, 46], width: titleWidth, height: room - below.height - gap, lines: 3)
    let y = (top + bottom - above.height - gap - below.height) / 2
    title.draw(x: x, y: y, card.colours.ink)
    other.draw(x: x, y: y + above.height + gap, card.colours.soft)
    return above.isWhole && below.isWhole
  }

  private static func drawFoot(_ card: SocialCard, on canvas: borrowing Canvas) -> Bool {
    let side = 56.0, y = Double(SocialCard.height) - margin - side + 20
    let hasIcon = canvas.svg(card.icon, x: margin, y: y, side: side)
    let text = canvas.text(card.site, .sans, weight: 500)
    let x = margin + (hasIcon ? side + 20 : 0)
    let extent = text.set(size: 32, width: frame.right - x, lines: 1)
    text.draw(x: x, y: y + (side - extent.height) / 2, card.colours.ink)
    return extent.isWhole
  }

  /// Each colour and the steps to it from the paper, as the edges of letters need them.
  private static func palette(_ colours: SocialCard.Colours) -> [UInt32] {
    func ramp(to colour: UInt32, _ steps: [Double]) -> [UInt32] {
      steps.map { step in
        stride(from: 0, to: 24, by: 8).reduce(0 as UInt32) { sum, shift in
          let (from, to) = (Double(colours.paper >> shift & 255), Double(colour >> shift & 255))
          return sum | UInt32((from + (to - from) * step).rounded()) << shift
        }
      }
    }
    return [colours.paper] + ramp(to: colours.ink, [0.2, 0.4, 0.6, 0.8, 1]) + ramp(to: colours.soft, [0.25, 0.5, 0.75, 1])
      + ramp(to: colours.accent, [0.25, 0.5, 0.75, 1]) + ramp(to: colours.brand, [0.5, 1])
  }
}

extension CanvasText {
  /// The largest of the sizes, which fall, at which the text is whole in its room; at the last it is cut. Then its lines are made alike
  /// in length: no title ends in a line of one character.
  borrowing func fit(sizes: [Double], width: Double, height: Double, lines: Int) -> Extent {
    var (size, extent) = (sizes[0], set(size: sizes[0], width: width, lines: lines))
    var rows = lines
    for next in sizes.dropFirst() where extent.isCut || extent.height > height {
      size = next
      extent = set(size: size, width: width, lines: lines)
    }
    while extent.height > height, rows > 1 {
      rows -= 1
      extent = set(size: size, width: width, lines: rows)
    }
    guard extent.lines > 1, !extent.isCut else { return extent }
    var (narrow, wide) = (width / Double(extent.lines), width)
    while wide - narrow > size / 4 {
      let middle = (narrow + wide) / 2
      let trial = set(size: size, width: middle, lines: rows + 1)
      if trial.lines <= extent.lines, !trial.isCut, trial.width <= middle + 1 { wide = middle } else { narrow = middle }
    }
    return set(size: size, width: wide, lines: rows)
  }
}
