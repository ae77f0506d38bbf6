internal import Dispatch

/// Runs a body over blocks of indices on all cores; returns when all are done. Blocks keep the cost of a task small.
func forEachBlock(of count: Int, size: Int = 64, _ body: @Sendable (Range<Int>) -> Void) {
  let blocks = (count + size - 1) / size
  if blocks <= 1 { return body(0..<count) }
  DispatchQueue.concurrentPerform(iterations: blocks) { block in
    body(block * size..<min(count, (block + 1) * size))
  }
}
