internal import Glibc

/// How many tasks run side by side.
public enum Threads {
  /// The processors this process may use; `CIYUAN_THREADS` sets another number, for comparing.
  public static let count: Int = {
    if let text = getenv("CIYUAN_THREADS"), let count = Int(String(cString: text)), count > 0 { return count }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }()
}
