/// What a team adds to Accord: the library and the command line take the same value.
///
/// ```swift
/// await ConformanceCommand.main(
///   suites: [PetStore.suite],
///   extensions: Extensions(
///     rules: [AnswersAreTraced()],
///     origins: [ProxiedRequests()],
///     reports: [ChatFormat()]
///   )
/// )
/// ```
///
/// What a suite alone is about it says itself: the behaviour of its mock
/// (`ContractSuite.mocked(by:)`), a format of strings (`Schema.format(_:)`) and the places where an
/// error shows its name (`ErrorCatalogue.places`).
public struct Extensions: Sendable {
  /// The way to a server of a suite; `nil` for the usual one.
  public typealias TransportMaker =
    @Sendable (_ suite: ContractSuite, _ address: ServerAddress) throws -> (any Transport)?

  /// Rules that answers are held to beside those of Accord, in the order in which they look.
  public var rules: [any ConformanceRule]

  /// Origins of cases, whose cases come behind those of every plan, contract by contract.
  public var origins: [any CaseOrigin]

  /// Cases that were written by hand, which run as they are; each in the contract that it names.
  ///
  /// ```swift
  /// let draft = PetStore.getPet.drafts(in: PetStore.suite)[0]
  /// Extensions(cases: [draft.answered("rex", "The first pet is there.")])
  /// ```
  public var cases: [Case]

  /// Formats of reports, for `--report NAME=PATH`.
  public var reports: [any ReportFormat]

  /// Formats of strings that schema documents name, for `validate --schema`; a schema that is written
  /// in Swift brings its own.
  public var stringFormats: [StringFormat]

  /// The way to the servers that suites are held against, such as a Unix socket or a library of one's
  /// own; mocks are always reached in the usual way.
  ///
  /// ```swift
  /// Extensions(transport: { suite, address in try GatewayTransport(to: address) })
  /// ```
  public var transport: TransportMaker?

  /// Creates extensions.
  public init(
    rules: [any ConformanceRule] = [],
    origins: [any CaseOrigin] = [],
    cases: [Case] = [],
    reports: [any ReportFormat] = [],
    stringFormats: [StringFormat] = [],
    transport: TransportMaker? = nil
  ) {
    self.rules = rules
    self.origins = origins
    self.cases = cases
    self.reports = reports
    self.stringFormats = stringFormats
    self.transport = transport
  }

  /// Extensions that cannot be used, as ``ConformanceRun/report(interruption:keepingExchanges:onResult:)``
  /// throws it.
  public struct Unusable: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, a sentence each.
    public let problems: [String]

    /// All that is wrong.
    public var description: String { problems.joined(separator: "\n") }
  }
}
