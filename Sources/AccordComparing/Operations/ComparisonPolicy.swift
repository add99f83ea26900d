import AccordOpenAPI
import AccordSchema

/// What is held of how things come to an end.
package struct ComparisonPolicy: Sendable {
  /// The day of the comparison; without it every sunset is still to come.
  package var today: SunsetDay?
  /// How many days at least lie between a deprecation and the sunset; with 0 no sunset is needed.
  package var deprecationDays: Int
  /// The same for what is only beta.
  package var betaDeprecationDays: Int

  /// Creates a policy.
  package init(today: SunsetDay? = nil, deprecationDays: Int = 0, betaDeprecationDays: Int = 0) {
    self.today = today
    self.deprecationDays = deprecationDays
    self.betaDeprecationDays = betaDeprecationDays
  }
}

/// What a description says of how long something stays.
struct LifeCycleFacts {
  var deprecated: DescriptionNode?
  /// `x-sunset`.
  var sunset: DescriptionNode?
  /// `x-stability-level`.
  var stability: DescriptionNode?

  init(_ deprecated: DescriptionNode?, _ sunset: DescriptionNode?, _ stability: DescriptionNode?) {
    self.deprecated = deprecated
    self.sunset = sunset
    self.stability = stability
  }

  /// What is said of an operation or a parameter.
  init(_ node: DescriptionNode) {
    let deprecated = node["deprecated"]
    self.init(
      deprecated?.boolean == true ? deprecated : nil,
      node["x-sunset"],
      node["x-stability-level"]
    )
  }
}

/// How far an operation is promised to stay as it is.
enum StabilityLevel: String, CaseIterable, Comparable {
  case draft, alpha, beta, stable

  static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }

  /// The level that is stated; stable where none is, or one that is not known.
  init(of node: DescriptionNode?) {
    self = (node?.text).flatMap(StabilityLevel.init(rawValue:)) ?? .stable
  }

  /// Whether it may change without notice.
  var isUnstable: Bool { self < .beta }
}

extension ComparisonPolicy {
  /// What is to be said of two states of one life cycle.
  struct Finding {
    var event: Difference.LifeCycle
    var level: ChangeLevel
    var nodes: (old: DescriptionNode?, new: DescriptionNode?)
  }

  /// How something was said to go that is gone.
  func retirement(
    deprecated: DescriptionNode?,
    _ sunset: DescriptionNode?,
    _ stability: DescriptionNode?
  ) -> Difference.Retirement {
    let level = StabilityLevel(of: stability)
    if level.isUnstable { return .unstable(level.rawValue) }
    guard deprecated != nil else { return .none }
    guard let sunset else { return .announced }
    let text = sunset.text ?? sunset.value.text()
    guard let day = SunsetDay(text) else { return .unreadable(text) }
    return today.map { $0 < day } ?? true ? .before(day.description) : .announced
  }

  /// Compares what is said of how long something stays.
  func lifeCycle(from old: LifeCycleFacts, to new: LifeCycleFacts) -> [Finding] {
    var findings = stability(old, new)
    let level = StabilityLevel(of: new.stability)
    let days = level == .beta ? betaDeprecationDays : level.isUnstable ? 0 : deprecationDays
    let text = new.sunset.map { $0.text ?? $0.value.text() }
    let day = text.flatMap(SunsetDay.init)
    func isTooSoon(_ day: SunsetDay, _ days: Int) -> Bool {
      today.map { day.number < $0.number + days } ?? false
    }
    func find(_ event: Difference.LifeCycle, _ level: ChangeLevel) {
      findings.append(
        Finding(
          event: event,
          level: level,
          nodes: (old.sunset ?? old.deprecated, new.sunset ?? new.deprecated)
        )
      )
    }
    switch (old.deprecated != nil, new.deprecated != nil) {
    case (false, false): break
    case (true, false): find(.reactivated, .harmless)
    case (false, true):
      if let text, day == nil {
        find(.sunsetUnreadable(text), .breaking)
      } else if let day, days > 0, isTooSoon(day, days) {
        find(.sunsetTooSoon(day.description, days: days), .breaking)
      } else if day == nil, days > 0 {
        find(.sunsetMissing, .breaking)
      } else {
        find(.deprecated(sunset: day?.description), .harmless)
      }
    case (true, true):
      let before = old.sunset.flatMap { SunsetDay($0.text ?? $0.value.text()) }
      if let text, day == nil {
        if old.sunset?.text != text { find(.sunsetUnreadable(text), .breaking) }
      } else if let before, day == nil {
        find(.sunsetDeleted(before.description), .breaking)
      } else if let before, let day, before != day {
        if day < before {
          find(
            .sunsetEarlier(from: before.description, to: day.description),
            isTooSoon(day, days) ? .breaking : .dangerous
          )
        } else {
          find(.sunsetLater(from: before.description, to: day.description), .harmless)
        }
      }
    }
    return findings
  }

  private func stability(_ old: LifeCycleFacts, _ new: LifeCycleFacts) -> [Finding] {
    let nodes = (old: old.stability, new: new.stability)
    func unknown(_ node: DescriptionNode?) -> String? {
      guard let node else { return nil }
      let text = node.text ?? node.value.text()
      return StabilityLevel(rawValue: text) == nil ? text : nil
    }
    if let text = unknown(new.stability) ?? unknown(old.stability) {
      guard unknown(old.stability) != unknown(new.stability) else { return [] }
      return [Finding(event: .stabilityUnknown(text), level: .breaking, nodes: nodes)]
    }
    let from = StabilityLevel(of: old.stability)
    let to = StabilityLevel(of: new.stability)
    guard from != to else { return [] }
    let event: Difference.LifeCycle =
      to < from
      ? .stabilityDecreased(from: from.rawValue, to: to.rawValue)
      : .stabilityIncreased(from: from.rawValue, to: to.rawValue)
    return [Finding(event: event, level: to < from ? .breaking : .harmless, nodes: nodes)]
  }
}

extension Difference.Retirement {
  /// Whether nobody can complain.
  var isFair: Bool {
    switch self {
    case .announced, .unstable: true
    case .none, .before, .unreadable: false
    }
  }
}
