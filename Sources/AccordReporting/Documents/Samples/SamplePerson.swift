/// Somebody whom samples speak of: name, address and account belong together.
struct SamplePerson {
  private let given: String
  private let family: String

  private static let all: [(given: String, family: String)] = [
    ("George", "Citizen"), ("Maria", "Silva"), ("Wei", "Chen"), ("Amina", "Diallo"),
    ("Lena", "Novak"), ("Tomas", "Berg"),
  ]

  /// One of them, by a number; there are six.
  init(number: Int) {
    (given, family) = Self.all[number % Self.all.count]
  }

  /// What the person is known by.
  func text(_ part: FieldVocabulary.Part) -> String {
    switch part {
    case .given: given
    case .family: family
    case .full: "\(given) \(family)"
    case .email: "\(given).\(family)@example.com".lowercased()
    case .user: "\(given).\(family)".lowercased()
    }
  }
}
