public import AccordModel

/// Why a request is refused.
public struct MockRefusal: Error, Sendable, Hashable {
  /// The moment at which the request turned out to be wrong.
  package enum Stage: Sendable, Hashable {
    /// While its values were bound to the operation's input.
    case binding
    /// Later.
    case service
  }

  /// A field at fault.
  public struct FieldFault: Sendable, Hashable {
    /// The field's name.
    public var name: String
    /// What is wrong, as a code.
    public var code: String
    /// What is wrong, for people.
    public var message: String

    /// Creates a fault.
    public init(name: String, code: String, message: String) {
      self.name = name
      self.code = code
      self.message = message
    }
  }

  /// The name of the error in the suite's catalogue; `nil` where the contract names none.
  public var name: String?

  /// The status, where it is not the catalogue's.
  public var status: Int?

  /// What is wrong, for people; it follows the error's own message.
  public var detail: String

  /// The fields at fault.
  public var fields: [FieldFault] = []

  /// Header fields that the refusal carries.
  public var headers: [HeaderRule] = []

  /// The moment.
  package var stage = Stage.service

  /// What the contract says of it, where it says something.
  package var declared: Refusal?

  /// A refusal that the contract declares, or one without a name where it declares none.
  package init(_ refusal: Refusal?, _ detail: String) {
    name = refusal?.names.first
    status = refusal?.statuses?.first
    headers = refusal?.headers ?? []
    declared = refusal
    self.detail = detail
  }

  /// An error of this name.
  package init(
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

  /// The error of this name in the suite's catalogue, with the catalogue's status unless another is
  /// given; `detail` follows the error's own message.
  public static func error(
    _ name: String,
    _ detail: String = "",
    status: Int? = nil,
    fields: [FieldFault] = []
  ) -> MockRefusal {
    MockRefusal(named: name, status: status, detail, fields: fields)
  }
}
