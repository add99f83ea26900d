/// The members that a setting may have, for what was probably meant by another name.
indirect enum SettingMembers: Sendable {
  /// Any, which nothing here looks at.
  case open
  /// Any names, each with the same members.
  case each(SettingMembers)
  /// These.
  case named([(name: String, members: SettingMembers)])

  /// These names, whose values have any members.
  static func names(_ names: String...) -> SettingMembers { .named(names.map { ($0, .open) }) }

  /// The members of `accord.json`.
  static let file = SettingMembers.named(
    [("$schema", .open), ("targets", .each(.named(settings)))] + settings
  )

  private static let settings = ConfigurationKey.known.map { key in
    (name: key.name, members: StructuredSetting(rawValue: key.name)?.members ?? .open)
  }
}

extension StructuredSetting {
  /// The members of the setting.
  var members: SettingMembers {
    switch self {
    case .errors:
      .named([
        ("name", .open), ("code", .names("at", "success")), ("type", .open), ("header", .open),
        ("message", .open), ("names", .each(.names("status", "code", "aliases"))),
      ])
    case .roles: .each(.names("scheme", "calls", "mayNot"))
    case .lifeCycles:
      .each(
        .named([
          ("of", .open), ("states", .open), ("made", .names("call", "identity", "as", "body")),
          ("given", .open),
          (
            "transitions",
            .each(.names("call", "from", "to", "refused", "as", "body", "arguments"))
          ),
          (
            "views",
            .each(
              .names(
                "call",
                "state",
                "values",
                "refused",
                "items",
                "identity",
                "omits",
                "leavesOpen",
                "ignoring",
                "as",
                "arguments"
              )
            )
          ), ("cleanUp", .open),
        ])
      )
    }
  }
}
