/// Sorts by 16 bits of each value and keeps the order of equals: two passes of a radix sort, insertion for short runs.
///
/// O(n). `scratch` must be as long as `values`.
func sortStably(
  _ values: UnsafeMutableBufferPointer<UInt64>, scratch: UnsafeMutableBufferPointer<UInt64>, byBitsFrom shift: UInt64
) {
  let count = values.count
  if count < 48 {
    guard count > 1 else { return }
    for index in 1..<count {
      let value = values[index], key = value >> shift & 0xFFFF
      var hole = index
      while hole > 0, values[hole - 1] >> shift & 0xFFFF > key {
        values[hole] = values[hole - 1]
        hole -= 1
      }
      values[hole] = value
    }
    return
  }
  radixPass(from: values, to: scratch, shift: shift)
  radixPass(from: scratch, to: values, shift: shift + 8)
}

private func radixPass(
  from source: UnsafeMutableBufferPointer<UInt64>, to target: UnsafeMutableBufferPointer<UInt64>, shift: UInt64
) {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
    places.initialize(repeating: 0)
    let count = places.count == 256 ? source.count : 0
    for index in 0..<count { places[Int(source[index] >> shift & 0xFF)] += 1 }
    var next = 0
    for digit in 0..<256 {
      let size = places[digit]
      places[digit] = next
      next += size
    }
    for index in 0..<count {
      let value = source[index], digit = Int(value >> shift & 0xFF)
      target[places[digit]] = value
      places[digit] += 1
    }
  }
}
