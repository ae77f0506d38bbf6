internal import Glibc
internal import Synchronization

/// A bar on the terminal's last line while something takes long; nothing where the output is no terminal.
final class ProgressBar: Sendable {
  private let isShown: Bool
  private let lastShown = Atomic<Int>(-1)

  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    guard lastShown.exchange(percent, ordering: .relaxed) != percent else { return }
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(bar) \(percent) %")
  }

  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
