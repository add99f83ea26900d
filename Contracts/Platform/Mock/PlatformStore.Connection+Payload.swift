import AccordMocking
import AccordSchema

extension PlatformStore.Connection {
  /// The identifier; a request that came in has none yet.
  var id: String? { status == .requested ? nil : GUID.text(family: 0xA, number) }

  /// The role of the contact in the connection.
  var roleID: String { GUID.text(family: 0xE, number % Self.roles.count + 1) }

  var allowsCancel: Bool { status == .pending }

  var allowsRemove: Bool { status == .connected }

  /// The connection as a ContactConnectionModel, in the order of the document's table.
  var written: JSON {
    let role = Self.roles[number % Self.roles.count]
    let isRequest = status == .requested
    return [
      "ConnectionId": id.map(JSON.string) ?? nil,
      "ConnectionRequestId": isRequest ? .string(GUID.text(family: 0xB, number)) : nil,
      "Contact": Self.contact(number),
      "ContactRoleId": .string(roleID),
      "ContactRoleName": .string(role),
      "RequestorContactId": .string(PlatformStore.requestorID),
      "RequestorContactName": "Sally Citizen",
      "RequestorRoleId": .string(GUID.text(family: 0xE, 100)),
      "RequestorRoleName": "Licensee",
      "PrimaryRoleName": .string(role),
      "ConnectionStatusId": .string(GUID.text(family: 0xF, status.number)),
      "ConnectionStatusName": .string(status.rawValue),
      "IsConnectionRequest": .boolean(isRequest),
      "IsIncoming": .boolean(isRequest),
      "FromDate": isRequest ? nil : .string(date),
      "SuggesterContact": number % 50 == 1 ? Self.contact(number + 1_000) : nil,
      "AllowCancel": .boolean(allowsCancel),
      "AllowRemove": .boolean(allowsRemove),
    ]
  }

  /// The fields that a list can be sorted by, by their index; another index means the first.
  func sortKey(_ index: Int) -> String {
    switch index {
    case 1: status.rawValue
    case 2: status == .requested ? "" : date
    case 3: Self.fullName(number)
    case 4: id ?? ""
    default: Self.roles[number % Self.roles.count]
    }
  }

  /// A day of its own for every connection, some at midnight and some with a fraction of a second:
  /// each has a spelling of its own in JSV.
  private var date: String {
    let month = (number / 28) % 12 + 1
    let day = number % 28 + 1
    let time =
      switch number % 5 {
      case 3: "00:00:00"
      case 4: "09:30:00.25"
      default: "09:30:00"
      }
    return "\(2024 + number / 336)-\(Self.padded(month))-\(Self.padded(day))T\(time)Z"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let roles = [
    "Accountant", "Builder", "Designer", "Electrician", "Engineer", "Plumber", "Surveyor",
  ]

  private static let firstNames = [
    "Ada", "Ben", "Chloe", "Dan", "Ella", "Finn", "Grace", "Hugo", "Isla", "Jack", "Kim", "Liam",
  ]

  private static let lastNames = [
    "Abbott", "Brown", "Citizen", "Dean", "Evans", "Fox", "Grant", "Hill", "Irwin", "Jones",
    "Kelly",
  ]

  private static func fullName(_ number: Int) -> String {
    "\(firstNames[number % firstNames.count]) \(lastNames[number % lastNames.count])"
  }

  /// A contact as a ContactSummaryModel, in the order of the document's table.
  private static func contact(_ number: Int) -> JSON {
    [
      "ContactId": .string(GUID.text(family: 0xC, 1_000 + number)),
      "ContactFullName": .string(fullName(number)),
      "EmailAddress": .string("contact\(number)@platform.example"),
      "MobileNumber": nil,
      "PhoneNumber": .string("09 \(2_357_0000 + number)"),
      "ContactTypeId": .string(PlatformStore.contactTypeID),
      "ProfilePhotoUrl": nil,
      "ProfilePhotoThumbnailUrl": nil,
      "Description": .string("Plans, \"as built\" & more <\(number)>"),
      "EmploymentIndustry": nil,
      "EmploymentRole": nil,
      "EmploymentGeographicArea": nil,
      "TimezoneName": "Australia/Sydney",
      "PrimaryAddress": .string("\(number) My Street, Sydney NSW 2000"),
      "IsRemovedContact": false,
    ]
  }
}

extension PlatformStore.Connection.Status {
  /// The place in the list of states, from 1.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
