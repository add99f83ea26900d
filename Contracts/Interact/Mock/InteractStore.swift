import AccordSchema

/// What the Interact mock knows: invitations, companies, pre-registrations, tokens.
package struct InteractStore: Sendable {
  /// An invitation to connect, or the connection that it became.
  struct Invitation: Sendable {
    /// The states of an invitation.
    enum Status: String, Sendable {
      case pending = "Pending"
      case accepted = "Accepted"
      case rejected = "Rejected"
      case cancelled = "Cancelled"
    }

    let id: Int
    let companyID: Int
    var status: Status { didSet { json = written } }

    /// The invitation as it is listed: written when it changes, because whole lists are asked for again
    /// and again.
    private(set) var json: JSON = nil

    init(id: Int, companyID: Int, status: Status) {
      self.id = id
      self.companyID = companyID
      self.status = status
      json = written
    }
  }

  /// A company that can be asked for a connection.
  struct Company: Sendable {
    /// What a request for a connection comes to.
    enum Standing: Sendable {
      /// A connection at once.
      case open
      /// Somebody has to verify the details first.
      case verifying
      /// No connection.
      case declining
      /// The user is connected already.
      case connected
      /// The company is no longer active.
      case inactive
      /// The user is pre-registered already.
      case preRegistered
      /// The company does not admit the domain of the user's address.
      case domainRestricted
    }

    let id: Int
    var standing: Standing

    var name: String { "Company \(id)" }
  }

  /// A token that a login issued.
  struct Token: Sendable {
    let text: String
    let expiry: Int64
  }

  var invitations: [Invitation]
  var companies: [Company]

  /// The keys of companies with the addresses registered there, in the order of registration.
  var registrations: [(key: String, email: String)] = []

  var tokens: [Token] = []

  /// How many tokens were ever issued, so that no token is issued twice.
  var issued = 0

  let seed: UInt64
  let now: @Sendable () -> Int64

  /// The key of a company that takes pre-registrations.
  static let registrationKey = "myinteractfinance"

  /// The life of a token in seconds.
  static let tokenLife: Int64 = 1_800

  /// The company of the document's sample request.
  static let sampleCompany = 1_234

  /// The invitation of the document's sample requests.
  static let sampleInvitation = 2

  /// What the identifiers of connections that the user asked for begin with.
  static let firstOwnConnection = 100_000

  /// How much there is of everything.
  private static let pendingInvitations = 240
  private static let acceptedInvitations = 20
  private static let inactiveInvitations = 5
  private static let discoverableCompanies = 160
  private static let specialCompanies = 5

  /// The start state.
  init(seed: UInt64, now: @escaping @Sendable () -> Int64) {
    self.seed = seed
    self.now = now
    invitations =
      (0..<Self.pendingInvitations).map { number in
        Invitation(id: 1_001 + number, companyID: 10_001 + number, status: .pending)
      }
      + (0..<Self.acceptedInvitations).map { number in
        Invitation(id: 2_001 + number, companyID: 30_001 + number, status: .accepted)
      }
      + (0..<Self.inactiveInvitations).map { number in
        Invitation(id: 3_001 + number, companyID: 40_001 + number, status: .pending)
      }
    // Last, so that cases leave them to people who try the samples.
    invitations.append(
      Invitation(id: Self.sampleInvitation, companyID: 10_000, status: .pending)
    )
    companies = (0..<Self.pendingInvitations).map { Company(id: 10_001 + $0, standing: .open) }
    companies += (0..<Self.discoverableCompanies).map { number in
      // One in five has somebody verify, one in five declines.
      let standing: Company.Standing =
        switch number % 5 {
        case 1: .verifying
        case 2: .declining
        default: .open
        }
      return Company(id: 20_001 + number, standing: standing)
    }
    companies += (0..<Self.acceptedInvitations).map {
      Company(id: 30_001 + $0, standing: .connected)
    }
    let others: [(first: Int, standing: Company.Standing)] = [
      (40_001, .inactive), (50_001, .preRegistered), (60_001, .domainRestricted),
    ]
    for other in others {
      companies += (0..<Self.specialCompanies).map {
        Company(id: other.first + $0, standing: other.standing)
      }
    }
    companies += [10_000, Self.sampleCompany].map { Company(id: $0, standing: .open) }
  }

  /// The company of an identifier.
  func company(_ id: Int) -> Company? { companies.first { $0.id == id } }

  /// Whether the company of an invitation is still active.
  func isActive(_ invitation: Invitation) -> Bool {
    company(invitation.companyID)?.standing != .inactive
  }

  /// The companies with a standing that nobody invited the user to.
  func companies(_ standings: [Company.Standing]) -> [Company] {
    companies.filter { company in
      standings.contains(company.standing) && !(10_000...20_000).contains(company.id)
    }
  }

  /// The pending invitations of companies that are active, or of the others.
  func pendingInvitations(ofActive wanted: Bool) -> [JSON] {
    let inactive = inactive
    return invitations.filter {
      $0.status == .pending && inactive.contains($0.companyID) != wanted
    }
    .map { .number(JSONNumber($0.id)) }
  }

  /// The invitations of active companies that have one of some statuses.
  func activeInvitations(_ statuses: [Invitation.Status]) -> [Invitation] {
    let inactive = inactive
    return invitations.filter {
      statuses.contains($0.status) && !inactive.contains($0.companyID)
    }
  }

  /// The companies that are no longer active: found once for a list, which has every invitation.
  private var inactive: Set<Int> {
    Set(companies.lazy.filter { $0.standing == .inactive }.map(\.id))
  }
}
