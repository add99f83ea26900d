package import AccordReporting

extension RemainingCleanUp {
  /// Sends the requests of a suite to a server, and tells what became of each.
  ///
  /// Throws ``ConnectionSettings/Unusable`` when no connection can be made with the settings, and what a
  /// transport of the caller's own throws.
  package func send(
    of suite: ContractSuite,
    to address: ServerAddress,
    with settings: ConformanceRun.Settings = ConformanceRun.Settings(),
    interruption: Interruption = Interruption()
  ) async throws -> [CleanUpEvent] {
    let secrets = SecretBook()
    secrets.add(settings.extraFields)
    settings.secrets.forEach(secrets.add)
    secrets.add(suite, from: settings.environment)
    settings.environment.proxySecrets.forEach(secrets.add)
    let transport =
      try settings.extensions.transport?(suite, address)
      ?? HTTPTransport(
        address,
        settings: settings.connection,
        environment: settings.environment
      )
    let runner = ExchangeRunner(
      suite: suite,
      address: address,
      transport: transport,
      environment: settings.environment,
      provided: GivenValues(),
      pace: Pace(rate: settings.rate),
      settings: ExchangeRunner.Settings(
        seed: settings.seed,
        extraFields: settings.extraFields,
        connection: settings.connection,
        clock: settings.clock
      ),
      reading: AnswerReading(),
      interruption: interruption,
      onSecret: { secrets.add($0) }
    )
    let events = await runner.clean(requests.filter { $0.suite == suite.id })
    await transport.shutdown()
    return events.map(secrets.redactor(of: suite).redact)
  }
}
