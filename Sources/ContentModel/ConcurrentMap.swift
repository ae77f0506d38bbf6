internal import Dispatch
internal import Synchronization

/// The results of `transform` for 0..<count, in that order, worked out on all cores. The calling thread works too, and
/// returns when all is done: for steps that are not worth being asynchronous.
package func concurrentMap<Result: Sendable>(count: Int, _ transform: @Sendable (Int) -> Result) -> [Result] {
  // Many small tasks would cost more than they balance.
  let size = max(1, count / 512)
  let blocks = (count + size - 1) / size
  let results = Mutex([[Result]](repeating: [], count: blocks))
  DispatchQueue.concurrentPerform(iterations: blocks) { block in
    let part = (block * size..<min(count, (block + 1) * size)).map(transform)
    results.withLock { $0[block] = part }
  }
  return results.withLock { $0.flatMap { $0 } }
}
