internal import Synchronization

/// Maps over an array on all cores; results stand in the order of the input.
public enum ParallelMap {
  /// One task a core takes blocks of 16 from a shared counter: finer blocks cost more than they balance.
  public static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], threads: Int = Threads.count, _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    let block = 16
    guard threads > 1, inputs.count > block else { return inputs.map(transform) }
    let next = Counter()
    return await withTaskGroup(of: [(Int, [Output])].self) { group in
      for _ in 0..<min(threads, (inputs.count + block - 1) / block) {
        group.addTask {
          var results: [(Int, [Output])] = []
          while true {
            let start = next.take() * block
            guard start < inputs.count else { return results }
            results.append((start, inputs[start..<min(start + block, inputs.count)].map(transform)))
          }
        }
      }
      var blocks: [(Int, [Output])] = []
      for await part in group { blocks += part }
      return blocks.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}
