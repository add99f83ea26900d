/// What fields of the usual names hold, for samples that are read by people.
///
/// The names are those of the field's common vocabularies (vCard, schema.org, HTTP); the values are of
/// the names, numbers and addresses that are set apart for examples (RFC 2606, RFC 5737, Ofcom).
enum FieldVocabulary {
  /// What a field is about.
  enum Meaning: Hashable {
    /// A part of what a person is known by.
    case person(Part)
    /// A text that is the same wherever the field occurs.
    case text(String)
    /// The name of a thing that is no person.
    case nameOfThing
    /// What tells one thing from the others.
    case identity
  }

  /// What a person is known by.
  enum Part: Hashable {
    case given, family, full, email, user
  }

  /// The meaning of a field, of the longest ending of its name that has one, with the words before it;
  /// nil where the name is none of the usual ones.
  static func meaning(of name: FieldName) -> (meaning: Meaning, rest: [String])? {
    for length in stride(from: min(name.words.count, longest), to: 0, by: -1) {
      let ending = name.words.suffix(length).joined(separator: " ")
      guard let meaning = meanings[ending] else { continue }
      return (meaning, Array(name.words.dropLast(length)))
    }
    return nil
  }

  /// Whether a word is what people are called in one of their roles.
  static func isPerson(_ word: String) -> Bool { people.contains(word) }

  private static let people: Set<String> = [
    "author", "applicant", "client", "colleague", "contact", "customer", "employee", "guest",
    "manager",
    "member", "organiser", "organizer", "owner", "patient", "people", "person", "profile",
    "recipient",
    "requester", "requestor", "sender", "student", "teacher", "user",
  ]

  private static let longest = 3

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for (names, meaning) in table {
      for name in names.split(separator: ",") {
        meanings[name.trimmingPrefix(while: { $0 == " " }).description] = meaning
      }
    }
    return meanings
  }()

  private static let table: [(names: String, meaning: Meaning)] = [
    ("given name, first name, firstname, forename, givenname", .person(.given)),
    ("family name, last name, lastname, surname, familyname", .person(.family)),
    (
      "full name, fullname, display name, contact name, customer name, author, author name, owner name, "
        + "person name, created by, updated by, owned by, assignee, recipient name, sender name",
      .person(.full)
    ),
    ("email, e mail, mail, email address, mail address", .person(.email)),
    ("username, user name, login, login name, nickname", .person(.user)),
    ("name, label", .nameOfThing), ("id, uuid, guid, identifier, uid", .identity),
    ("phone, telephone, tel, phone number, telephone number, fax", .text("+44 20 7946 0018")),
    ("mobile, mobile number, cell phone, mobile phone", .text("+44 7700 900123")),
    ("url, uri, href, link, website, homepage, web site", .text("https://example.com/")),
    (
      "photo, photo url, avatar, avatar url, image url, picture url, image, picture, logo url",
      .text("https://example.com/photo.jpg")
    ),
    ("thumbnail, thumbnail url", .text("https://example.com/thumbnail.jpg")),
    ("street, street address, address line, street name", .text("12 Example Street")),
    ("address, postal address", .text("12 Example Street, London")),
    ("city, town, locality, suburb", .text("London")),
    ("state, province, county, region", .text("Greater London")),
    ("postcode, postal code, zip, zip code, post code", .text("SW1A 1AA")),
    ("country, country name", .text("United Kingdom")), ("country code", .text("GB")),
    ("time zone, timezone, timezone name, timezone id, time zone name", .text("Europe/London")),
    ("locale, language, language code, lang", .text("en-GB")),
    ("currency, currency code", .text("GBP")),
    ("date of birth, birth date, birthday, birthdate", .text("1985-04-12")),
    ("date, day", .text("2024-02-29")), ("time", .text("12:30:00")),
    (
      "date time, timestamp, created at, updated at, deleted at, created, updated, modified at",
      .text("2024-02-29T12:30:00Z")
    ),
    ("company, company name, organisation, organization, organisation name", .text("Example Ltd")),
    ("organization name, employer, vendor, supplier", .text("Example Ltd")),
    ("job title, profession, occupation, employment role", .text("Engineer")),
    ("industry", .text("Manufacturing")), ("area, geographic area", .text("Europe")),
    ("department, division", .text("Research")), ("role, role name", .text("Member")),
    ("status, status name, state name", .text("Active")), ("gender", .text("female")),
    ("description, summary, about, bio", .text("A short description.")),
    ("note, notes, comment, comments, remark, remarks", .text("A short note.")),
    ("message, text message", .text("A message for people.")), ("subject", .text("A subject")),
    ("reason", .text("A reason.")), ("title, headline", .text("A title")),
    ("category, group, kind name, category name", .text("General")),
    ("tag, tags", .text("example")),
    ("colour, color", .text("blue")), ("sku", .text("SKU-1001")),
    ("isbn", .text("978-3-16-148410-0")), ("iban", .text("GB33BUKB20201555555555")),
    ("ip, ip address", .text("192.0.2.1")), ("host, hostname, domain", .text("example.com")),
    ("file name, filename, file", .text("report.pdf")),
    ("path, file path", .text("/reports/report.pdf")),
    ("media type, mime type, content type", .text("application/pdf")),
  ]
}
