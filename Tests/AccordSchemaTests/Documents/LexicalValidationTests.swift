import AccordSchema
import Testing

/// Texts are lexical values of the types that a schema declares, and violations have their places.
@Suite("CSV, JSV and forms under a schema")
struct LexicalValidationTests {
  private static let role: Schema = .object([
    .required("name", .nonEmptyString), .optional("note", .string.nullable),
  ])

  private static let person: Schema = .object([
    .required("id", .integer(in: 0...)),
    .required("key", .guid),
    .required("active", .boolean),
    .optional("score", .number),
    .optional("since", .dotNetDateTime.nullable),
    .optional("kind", .oneOf("Person", "Organisation")),
    .optional("role", role.nullable),
    .optional("roles", .array(of: role).nullable),
    .optional("numbers", .array(of: .integer)),
    .optional("code", .anyOf([.integer, .string(pattern: "^[A-Z]+$")])),
  ])

  private static let key = "7d1b3f60-2c4e-4b8a-9d57-61f0a2c3e4b5"

  private func messages(csv text: String, _ schema: Schema = person) throws -> [String] {
    try SchemaValidator(schema).validate(CSVDocument(parsing: Array(text.utf8))).map(\.message)
  }

  private func messages(jsv text: String, _ schema: Schema = person) throws -> [String] {
    try SchemaValidator(schema).validate(JSVDocument(parsing: Array(text.utf8))).map(\.message)
  }

  private func messages(form text: String, _ schema: Schema = person) throws -> [String] {
    try SchemaValidator(schema).validate(FormDocument(parsing: text)).map(\.message)
  }

  @Test(
    "Rows that conform",
    arguments: [
      "id,key,active\r\n12,\(key),True\r\n0,7d1b3f602c4e4b8a9d5761f0a2c3e4b5,false\r\n",
      "active,id,key\n1,+12,{\(key)}\n",
      "\"id\",\"key\",\"active\"\r\n\"12\",\"\(key)\",\"True\"",
      "id,key,active,score,since,kind,role\r\n1,\(key),True,,,,\r\n",
      "id,key,active,score,since\r\n1,\(key),True,1.5e3,2024-01-08\r\n",
      "id,key,active,since\r\n1,\(key),True,/Date(1709209800000+1000)/\r\n",
      "id,key,active,role\r\n1,\(key),True,{name:Owner}\r\n",
      "id,key,active,roles\r\n1,\(key),True,\"[{name:\"\"a, b\"\",note:},{name:c}]\"\r\n",
      "id,key,active,code\r\n1,\(key),True,12\r\n1,\(key),True,AB\r\n",
      "id,key,active,what\r\n1,\(key),True,\"{[\"\r\n", "id,key,active\r\n", "",
      // A GUID without a value is the GUID of zeros, as .NET hosts may leave it out.
      "id,key,active\r\n1,,True\r\n",
    ]
  )
  func rows(text: String) throws {
    #expect(try messages(csv: text) == [])
  }

  @Test(
    "Rows that do not",
    arguments: [
      (
        "id,key,active\r\nx,\(key),True\r\n",
        [#"At /0/id (line 2, column 1): expected integer, found string "x"."#]
      ),
      (
        "id,key,active\r\n1,\(key),True\r\n-1,\(key),maybe\r\n",
        [
          "At /1/id (line 3, column 1): expected at least 0, found integer -1.",
          #"At /1/active (line 3, column 41): expected boolean, found string "maybe"."#,
        ]
      ),
      (
        "id,active\r\n1,True\r\n",
        [#"At /0 (line 2, column 1): expected a member "key", found none."#]
      ),
      (
        "id,key,active\r\n,\(key),True\r\n",
        [#"At /0/id (line 2, column 1): expected integer, found string ""."#]
      ),
      (
        "id,key,active,roles\r\n1,\(key),True,\"[{name:\"\"a\"\"},{name:[]}]\"\r\n",
        [
          "At /0/roles/1/name (line 2, column 66): expected string, found an array of 0 items."
        ]
      ),
      (
        "id,key,active,roles\r\n1,\(key),True,\"[{name:a}\"\r\n",
        [
          "At /0/roles (line 2, column 45): expected array or null, found string \"[{name:a}\"."
        ]
      ),
      (
        "id,key,active,kind\r\n1,\(key),True,Cat\r\n",
        [
          "At /0/kind (line 2, column 45): expected one of \"Person\", \"Organisation\", found string \"Cat\"."
        ]
      ),
    ]
  )
  func wrongRows(text: String, wanted: [String]) throws {
    #expect(try messages(csv: text) == wanted)
  }

  @Test(
    "JSV that conforms",
    arguments: [
      "{id:12,key:\(key),active:True}", "{active:false,id:\"12\",key:\(key),score:-.5}\r\n",
      "{id:1,key:\(key),active:True,since:,role:,roles:[]}",
      "{id:1,key:\(key),active:True,role:{name:\"a:b\",note:\"\"}}",
      // Defaults of GUIDs may be left out, and null always is.
      "{id:1,active:True,numbers:[1,2,3]}",
    ]
  )
  func values(text: String) throws {
    #expect(try messages(jsv: text) == [])
  }

  @Test(
    "JSV that does not",
    arguments: [
      (
        "{id:1.5,active:True}",
        [#"At /id (line 1, column 5): expected integer, found string "1.5"."#]
      ),
      (
        "{active:True}",
        [#"At the whole value (line 1, column 1): expected a member "id", found none."#]
      ),
      (
        "{id:1,active:True,numbers:[1,x]}",
        [#"At /numbers/1 (line 1, column 30): expected integer, found string "x"."#]
      ),
      (
        "{id:1,active:True,role:{note:n}}",
        [#"At /role (line 1, column 24): expected a member "name", found none."#]
      ),
      (
        "{id:{},active:True,role:x}",
        [
          "At /id (line 1, column 5): expected integer, found an object of 0 members.",
          #"At /role (line 1, column 25): expected object or null, found string "x"."#,
        ]
      ),
      (
        "[]", ["At the whole value (line 1, column 1): expected object, found an array of 0 items."]
      ),
    ]
  )
  func wrongValues(text: String, wanted: [String]) throws {
    #expect(try messages(jsv: text) == wanted)
  }

  private static let names: Schema = .object(
    [.required("id", .integer), .required("name", .string)],
    additional: .forbidden
  )

  @Test(
    "Names and fields of CSV, and names of JSV",
    arguments: [
      (
        "id,name\r\n1,Smith,John\r\n2,Ann\r\n3\r\n",
        [
          "csv.fields: At /0 (line 2, column 1): expected 2 fields as in the first row, found 3.",
          "csv.fields: At /2 (line 4, column 1): expected 2 fields as in the first row, found 1.",
          #"required: At /2 (line 4, column 1): expected a member "name", found none."#,
        ]
      ),
      (
        "id,name,name\r\n1,a,b\r\n",
        [
          #"csv.names: At the whole value (line 1, column 9): expected names that differ, found "name" twice."#
        ]
      ),
      (
        "id,,name,\r\n1,x,a,\r\n",
        [
          "csv.names: At the whole value (line 1, column 4): expected a name for every column, found none.",
          "csv.names: At the whole value (line 1, column 10): expected a name for every column, found none.",
          #"additionalProperties: At /0/ (line 2, column 3): expected declared members only, found the member ""."#,
        ]
      ),
      ("\r\n", []), ("id,name\r\n1,\"\"\r\n", []),
    ]
  )
  func rowsAndNames(text: String, wanted: [String]) throws {
    let found = try SchemaValidator(Self.names).validate(CSVDocument(parsing: Array(text.utf8)))
    #expect(found.map { "\($0.keyword): \($0.message)" } == wanted)
  }

  @Test("A name that stands twice in JSV is a violation")
  func repeatedNamesOfJSV() throws {
    #expect(
      try messages(jsv: "{id:1,name:a,id:2}", Self.names) == [
        #"At the whole value (line 1, column 14): expected names that differ, found "id" twice."#
      ]
    )
  }

  @Test("Dates stand without quotes")
  func dates() throws {
    let date = "2021-03-05T11:11:13Z"
    #expect(try messages(jsv: "{id:1,active:True,since:\(date),roles:[{name:\(date)}]}") == [])
    #expect(
      try messages(csv: "id,key,active,roles\r\n1,,True,\"[{name:\(date),note:x}]\"\r\n") == []
    )
    #expect(
      try messages(jsv: "{id:1,active:True,since:2021-03-05T25:11:13Z}") == [
        "At /since (line 1, column 25): expected a date and time as .NET hosts write it: "
          + #"/Date(milliseconds)/ or ISO 8601, found string "2021-03-05T25:11:13Z"."#
      ]
    )
  }

  @Test("Forms and query strings")
  func forms() throws {
    #expect(try messages(form: "id=1&key=\(Self.key)&active=true&score=") == [])
    #expect(try messages(form: "id=1&key=\(Self.key)&active=true&numbers=1&numbers=2") == [])
    #expect(try messages(form: "id=1&key=\(Self.key)&active=true&numbers=1,2") == [])
    #expect(try messages(form: "id=1&key=\(Self.key)&active=true&role=%7Bname%3Aa%7D") == [])
    #expect(
      try messages(form: "key=\(Self.key)&active=1&id=a+b&numbers=1,x") == [
        #"At /id (line 1, column 51): expected integer, found string "a b"."#,
        #"At /numbers/1 (line 1, column 58): expected integer, found string "x"."#,
      ]
    )
    #expect(
      try messages(form: "id=1&active=1") == [
        #"At the whole value (line 1, column 1): expected a member "key", found none."#
      ]
    )
  }

  @Test("A value gets the types of a schema, or none")
  func types() throws {
    let text = "{id:1,active:True,score:1.50,since:,what:2}"
    let value = try JSVDocument(parsing: Array(text.utf8)).value
    let zero = "00000000-0000-0000-0000-000000000000"
    #expect(
      try value.json(as: Self.person) == [
        "id": 1, "active": true, "score": 1.5, "since": nil, "what": "2", "key": .string(zero),
      ]
    )
    #expect(
      value.json == ["id": "1", "active": "True", "score": "1.50", "since": nil, "what": "2"]
    )
    #expect(value[JSONPointer(tokens: ["score"])]?.json == "1.50" && value["id"]?.byte == 4)
  }

  @Test("What a field holds has its place in the whole text")
  func placesInFields() throws {
    let text = "a,b\r\n1,\"{x:\"\"é\"\",y:[1,\"\"2\"\"]}\"\r\n"
    let row = try #require(CSVDocument(parsing: Array(text.utf8)).records.first)
    let inner = try #require(row["/b/y/1" as JSONPointer])
    #expect(inner.json == "2")
    #expect(Array(text.utf8)[inner.byte...].starts(with: Array("\"\"2".utf8)))
    #expect(row["b"]?["y"]?.elements.map(\.json) == ["1", "2"])
    #expect(row["/a/y" as JSONPointer] == nil && row["/b/y/2" as JSONPointer] == nil)
  }

  @Test("Names that stand twice are found")
  func repeatedNames() throws {
    let csv = try CSVDocument(parsing: Array("a,b,a\r\n".utf8))
    #expect(csv.repeatedNames.map(\.name) == ["a"] && csv.repeatedNames.map(\.byte) == [4])
    let jsv = try JSVDocument(parsing: Array("{a:{b:1,\"a\":2},c:[a,a],\"a\":b,b:c}".utf8))
    #expect(jsv.repeatedNames.map(\.name) == ["a"] && jsv.repeatedNames.map(\.byte) == [23])
  }

  @Test("Violations are bounded")
  func bounds() throws {
    let rows = "id\r\n" + String(repeating: "x\r\n", count: 3_000)
    #expect(try messages(csv: rows, .object([.required("id", .integer)])).count == 1_000)
    let items = "[" + String(repeating: "x,", count: 3_000) + "x]"
    #expect(try messages(jsv: items, .array(of: .integer)).count == 1_000)
  }

  // MARK: - Hostile input

  @Test("Lists in fields are as deep as JSV may be, and no deeper")
  func depth() throws {
    var schema = Schema.integer
    for _ in 0..<400 { schema = .array(of: schema) }
    let holder: Schema = .object([.required("a", schema)])
    let deep = String(repeating: "[", count: 400) + "1" + String(repeating: "]", count: 400)
    #expect(try messages(csv: "a\r\n\(deep)\r\n", holder) == [])
    let deeper = String(repeating: "[", count: 100_000)
    #expect(try messages(csv: "a\r\n\(deeper)\r\n", holder).count == 1)
    #expect(try messages(form: "a=\(deeper)", holder).count == 1)
  }

  @Test("Texts of many bytes, fields, quotes and names are read", arguments: [100_000])
  func size(count: Int) throws {
    let schema: Schema = .object([.required("a", .string)])
    let quotes = String(repeating: "\"\"", count: count)
    #expect(try messages(csv: "a\r\n\"\(quotes)\"\r\n", schema) == [])
    #expect(try messages(jsv: "{a:\"\(quotes)\"}", schema) == [])
    let nameless = "a" + String(repeating: ",", count: count) + "\r\n1\r\n"
    #expect(try messages(csv: nameless, schema).count == 1_000)
    #expect(try messages(form: "a=1" + String(repeating: "&", count: count), schema) == [])
    #expect(try messages(form: "a=" + String(repeating: "%", count: count), schema) == [])
    let names = (0..<count / 10).map { "n\($0)=\($0)" }.joined(separator: "&")
    #expect(try messages(form: "a=1&" + names, schema) == [])
    let same = String(repeating: "&b=1", count: count / 10)
    #expect(try messages(form: "a=1" + same, schema) == [])
  }

  @Test("A number of many digits is no reason to stop")
  func digits() throws {
    let digits = String(repeating: "9", count: 10_000)
    #expect(try messages(jsv: "{a:\(digits)}", .object([.required("a", .integer)])) == [])
    #expect(try messages(jsv: "{a:1e999999999}", .object([.required("a", .number)])) == [])
  }

  @Test("Bytes of every value break nothing")
  func bytes() throws {
    let validator = try SchemaValidator(Self.person)
    for first in UInt8.min...UInt8.max {
      for text in [[first], [0x7B, first], [0x5B, first, 0x22], [0x61, 0x0A, 0x22, first]] {
        if let document = try? CSVDocument(parsing: text) { _ = validator.validate(document) }
        if let document = try? JSVDocument(parsing: text) { _ = validator.validate(document) }
        #expect(validator.validate(FormDocument(parsing: text)).count >= 1)
      }
    }
  }
}
