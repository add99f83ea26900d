import AccordModel
import AccordSchema

/// Servers beside that of the suite, to which answers of it lead; none of them gets a credential.
struct OtherServers: Sendable {
  let connection: ConnectionSettings
  let environment: EnvironmentVariables

  /// Whether the way to the server of the suite leads to all others: it stands for them, or the transport
  /// is the caller's own.
  let shareTransport: Bool

  /// Sends a request to a URI, without a credential and without the fields that every request of the
  /// run carries: one of them may be a credential.
  func send(
    _ template: RequestTemplate,
    to uri: URIReference,
    _ origin: String,
    _ values: OperandValues,
    from session: Session
  ) async -> WorkflowRun.StepEnd {
    let address: ServerAddress
    do throws(ServerAddress.Invalid) {
      address = try ServerAddress(origin)
    } catch {
      return .failed(reason: "The answer leads to \(origin), which is no address: \(error)")
    }
    var template = template
    template.credential = nil
    template.fields.removeAll { $0.value == .credential }
    template.target = .literal(
      .string((uri.path.isEmpty ? "/" : uri.path) + (uri.query.map { "?\($0)" } ?? ""))
    )
    let request: Exchange.Request
    do throws(RequestBuilder.Missing) {
      let builder = RequestBuilder(address: address, extraFields: [])
      request = try builder.request(template, values, proof: nil)
    } catch {
      return .failed(reason: error.message)
    }
    let isIdempotent = template.method.isIdempotent
    guard !shareTransport else {
      return .exchanged(
        await session.transport.transport.exchange(request, isIdempotent: isIdempotent)
      )
    }
    let transport: HTTPTransport
    do throws(ConnectionSettings.Unusable) {
      transport = try HTTPTransport(address, settings: connection, environment: environment)
    } catch {
      return .failed(reason: "The server \(origin) cannot be asked: \(error.reason)")
    }
    let exchange = await transport.exchange(request, isIdempotent: isIdempotent)
    await transport.shutdown()
    return .exchanged(exchange)
  }
}
