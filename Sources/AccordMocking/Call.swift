import AccordModel
import AccordSchema

/// A request that was checked and found right as far as its contract alone can say.
struct Call: Sendable {
  /// The contract.
  let contract: Contract

  /// The route.
  let route: Route

  /// The version asked for, where the endpoint has versions.
  let version: Int?

  /// The parameters that have a value, in the order of the contract.
  var parameters: [JSONMember]

  /// The body as it was read.
  let body: JSON?

  /// The value of a parameter.
  func value(of name: String) -> JSON? { parameters.first { $0.key == name }?.value }
}

/// What a right request gets: the value of one of the contract's responses.
struct Reply: Sendable {
  /// The response; `nil` is the first of the contract.
  var rule: ResponseRule?

  /// The value of its content; `nil` is a sample of its schema.
  var value: JSON?
}

/// Why a request is refused.
struct Denial: Error, Sendable {
  /// The moment at which the request turned out to be wrong.
  enum Stage: Sendable {
    /// While its values were bound to the operation's input.
    case binding
    /// Later.
    case service
  }

  /// A field at fault.
  struct FieldFault: Sendable, Hashable {
    var name: String
    var code: String
    var message: String
  }

  /// The name of the error in the suite's catalogue; `nil` where the contract names none.
  var name: String?

  /// The status, where it is not the catalogue's.
  var status: Int?

  /// What is wrong, for people; it follows the error's own message.
  var detail: String

  /// The fields at fault.
  var fields: [FieldFault] = []

  /// Header fields that the refusal carries.
  var headers: [HeaderRule] = []

  /// The moment.
  var stage = Stage.service

  /// A refusal that the contract declares, or one without a name where it declares none.
  init(_ refusal: Refusal?, _ detail: String) {
    name = refusal?.names.first
    status = refusal?.statuses?.first
    headers = refusal?.headers ?? []
    self.detail = detail
  }

  /// An error of this name.
  init(
    named name: String,
    status: Int? = nil,
    _ detail: String,
    fields: [FieldFault] = [],
    stage: Stage = .service
  ) {
    self.name = name
    self.status = status
    self.detail = detail
    self.fields = fields
    self.stage = stage
  }
}
