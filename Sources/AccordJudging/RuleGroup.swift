/// Rules that stand together in the order of blame.
///
/// A broken promise has one cause, and only the cause is reported: a wrong status explains a wrong
/// body, a body that cannot be read explains values that are missing. An assumption that turns out
/// wrong explains nothing: what fails no run must keep no rule from looking.
package struct RuleGroup: Sendable {
  /// The groups, from what explains most to what explains least.
  package enum Tier: Int, Sendable, Hashable, CaseIterable {
    /// How the message is framed.
    case framing
    /// Whether the answer is the one that the request deserves.
    case outcome
    /// Fields that have nothing to do with the content.
    case fields
    /// What the content says it is.
    case label
    /// Whether the content is there and can be read.
    case syntax
    /// What the content says.
    case content
    /// What the answers of a case say together.
    case relation

    /// The tiers of the same exchange whose violations would only be consequences, where something
    /// stated is broken in this one.
    package var silences: Set<Tier> {
      switch self {
      case .framing: [.syntax]
      case .outcome: [.fields, .label, .syntax, .content, .relation]
      case .fields: []
      case .label: [.syntax]
      case .syntax: [.content, .relation]
      case .content: [.relation]
      case .relation: []
      }
    }
  }

  /// The place in the order of blame.
  package let tier: Tier

  /// The rules; the first that finds something stated broken in an exchange is the last that
  /// speaks.
  package let rules: [any Rule]

  /// Those that look at one exchange: told once, because it is asked for every exchange.
  let exchangeRules: [any ExchangeRule]

  /// Creates a group.
  package init(_ tier: Tier, _ rules: [any Rule]) {
    self.tier = tier
    self.rules = rules
    exchangeRules = rules.compactMap { $0 as? any ExchangeRule }
  }
}
