import FoundationEssentials
import Synchronization

/// Work that is done on all processors, with its results in the order of its input.
enum Workers {
  /// What is to be done, and what was.
  private final class Table<Output: Sendable>: Sendable {
    private let count: Int
    private let next = Mutex(0)
    private let results: Mutex<[Output?]>

    init(_ count: Int) {
      self.count = count
      results = Mutex([Output?](repeating: nil, count: count))
    }

    /// The number of the next input; `nil` when all were taken.
    func take() -> Int? {
      let index = next.withLock { next in
        next += 1
        return next - 1
      }
      return index < count ? index : nil
    }

    func put(_ output: Output, at index: Int) { results.withLock { $0[index] = output } }

    var all: [Output] { results.withLock { $0 }.compactMap(\.self) }
  }

  /// Maps inputs, each worker with a tool of its own.
  static func map<Input: Sendable, Output: Sendable, Tool: Sendable>(
    _ inputs: [Input],
    making makeTool: @escaping @Sendable () -> Tool,
    _ work: @escaping @Sendable (Input, Tool) async -> Output
  ) async -> [Output] {
    let table = Table<Output>(inputs.count)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(inputs.count, ProcessInfo.processInfo.activeProcessorCount) {
        group.addTask {
          let tool = makeTool()
          while let index = table.take() { table.put(await work(inputs[index], tool), at: index) }
        }
      }
    }
    return table.all
  }
}
