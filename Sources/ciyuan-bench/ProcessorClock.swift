import Glibc

/// CPU time of this process, all threads.
struct ProcessorClock {
  private var last = Self.now()

  /// Seconds since the last lap.
  mutating func lap() -> Double {
    let now = Self.now()
    defer { last = now }
    return now - last
  }

  mutating func report(_ part: String) { print("\(part)\t\(lap())") }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
