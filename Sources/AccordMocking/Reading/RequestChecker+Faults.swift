import AccordModel
import AccordSchema

extension RequestChecker {
  /// All that is wrong with a request, in the order in which the mock looks, and the call as far as it was
  /// read; of the content the first thing alone.
  ///
  /// Any credential is right that can be: nobody but the server knows which were issued. Without
  /// `readsCredential` there may be none.
  func faults(
    in request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch,
    readsCredential: Bool
  ) -> (faults: [RequestFault], call: MockCall) {
    var faults: [RequestFault] = []
    func note(_ part: RequestFault.Part, _ refusal: MockRefusal) {
      faults.append(RequestFault(part, refusal, in: contract))
    }
    if readsCredential, let refusal = credentialRefusal(request) { note(.credential, refusal) }
    for rule in contract.headers where !rule.isCredential {
      do { try check(rule, request) } catch { note(.header, error) }
    }
    do { try checkAccept(request) } catch { note(.format, error) }
    let texts = RequestTexts(request, target, match, in: suite)
    var version: Int?
    do { version = try textVersion(match.route, texts) } catch { note(.version, error) }
    var values: [JSONMember] = []
    for index in contract.parameters.indices {
      do {
        guard let value = try value(ofParameter: index, texts) else { continue }
        values.append(JSONMember(contract.parameters[index].name, value))
      } catch { note(.parameter, error) }
    }
    var body: JSON?
    do { body = try checkBody(request, match.route, &version) } catch { note(.body, error) }
    for parameter in contract.parameters {
      do { try checkUnknown(parameter, values) } catch { note(.parameter, error) }
      guard parameter.places.contains(.body), !values.contains(where: { $0.key == parameter.name })
      else { continue }
      if let value = body?[parameter.name] { values.append(JSONMember(parameter.name, value)) }
    }
    let call = MockCall(
      contract,
      match.route,
      version: version,
      parameters: values,
      body: body,
      request: request,
      role: role(of: request)
    )
    return (faults, call)
  }

  private func role(of request: MockRequest) -> String? {
    guard case .caller(let role) = credentials.find(request, accepting: accepts) else { return nil }
    return role
  }

  /// Why the credential is wrong; `nil` where it is not, or only the server can tell.
  private func credentialRefusal(_ request: MockRequest) -> MockRefusal? {
    let found = credentials.find(request, accepting: accepts)
    if found == .unknown, !isReadable { return nil }
    if let rule = contract.credential {
      switch found {
      case .caller: return nil
      case .none: return MockRefusal(rule.missing, "No credential was sent.")
      case .unknown:
        return MockRefusal(rule.invalid ?? rule.missing, "The credential has another form.")
      }
    }
    do { try checkCredential(request) } catch { return error }
    return nil
  }

  /// Whether the form of all credentials can be told: a signature is known to who has the key.
  private var isReadable: Bool {
    suite.credentials.allSatisfy { _, credential in
      switch credential.source {
      case .signature, .own: false
      case .variable, .login, .basic, .grant, .challenge: true
      }
    }
  }
}
