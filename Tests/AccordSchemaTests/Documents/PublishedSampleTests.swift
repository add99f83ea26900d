@testable import AccordSchema
import Testing

/// Readers and writers held to bytes from outside, not to each other.
@Suite("What ServiceStack publishes")
struct PublishedSampleTests {
  @Test("Its JSV is read", arguments: PublishedSamples.jsv)
  func jsv(_ sample: PublishedSamples.JSV) throws {
    let document = try JSVDocument(parsing: Array(sample.text.utf8))
    #expect(document.root.value == sample.value, "\(sample.source)")
    #expect(document.root.byteRange == 0..<sample.text.utf8.count)
  }

  @Test("Its JSV is read in a field of CSV")
  func jsvInFields() throws {
    for sample in PublishedSamples.jsv where sample.value.string == nil {
      let text = "Field,Id\r\n" + CSVWriter.quoted(sample.text) + ",1\r\n"
      let row = try #require(CSVDocument(parsing: Array(text.utf8)).records.first)
      let field = try #require(row["Field"])
      #expect(field.structured.json == sample.value, "\(sample.source)")
    }
  }

  @Test("Its CSV is read", arguments: PublishedSamples.csv.indices)
  func csv(_ index: Int) throws {
    let sample = PublishedSamples.csv[index]
    let document = try CSVDocument(parsing: Array(sample.text.utf8))
    let rows = (0..<document.rowCount).map { document[$0].map(\.value) }
    #expect(rows == sample.rows, "\(sample.source)")
    #expect(document.notices.isEmpty, "\(sample.source)")
  }

  @Test("Its dates are dates", arguments: PublishedSamples.dates.indices)
  func dates(_ index: Int) throws {
    let sample = PublishedSamples.dates[index]
    let schema = Schema.object([.required("At", .dotNetDateTime)])
    let validator = try SchemaValidator(schema)
    #expect(validator.admits(["At": .string(sample.text)]), "\(sample.source)")
    let inJSV = try JSVDocument(parsing: Array("{At:\(sample.text)}".utf8))
    #expect(validator.validate(inJSV) == [], "\(sample.source)")
    let inCSV = try CSVDocument(parsing: Array("At\r\n\(sample.text)\r\n".utf8))
    #expect(validator.validate(inCSV) == [], "\(sample.source)")
    let date = try #require(TimestampReader.any(sample.text))
    #expect(date.hasZone == (sample.instant != nil), "\(sample.source)")
    if let instant = sample.instant { #expect(date.rfc3339 == instant, "\(sample.source)") }
  }

  @Test("What DataContractSerializer writes conforms, in its order and its namespaces")
  func xml() throws {
    let validator = try SchemaValidator(PublishedSamples.movie)
    let document = try XMLDocument(parsing: PublishedSamples.movieXML)
    #expect(validator.validate(document) == [])
    let value = BodyReader.value(of: document.root, as: PublishedSamples.movie)
    #expect(value["Movie"]?["Genres"] == ["Adventure", "Drama", "Thriller"])
    let user = Schema.object([.required("Name", .string), .required("Id", .integer)])
      .titled("UserStruct")
      .xml(
        namespace: "http://schemas.datacontract.org/2004/07/ServiceStack.Text.Tests",
        order: .dataContract
      )
    let written = try BodyWriter.xml(["Name": "foo", "Id": 1], as: user)
    #expect(String(decoding: written, as: UTF8.self) == PublishedSamples.structXML)
  }

  // MARK: - What is written

  private static let message: Schema = .object([
    .required("Id", .guid), .required("CreatedDate", .dotNetDateTime),
    .optional("Body", .string.nullable),
  ])

  @Test(
    "Dates are written as they are published",
    arguments: [
      // CsvTests/ObjectSerializerTests.cs, MidnightAndNoonTestSerialization.
      ("2018-01-01T00:00:00Z", "2018-01-01"), ("2018-01-01T12:00:00Z", "2018-01-01T12:00:00Z"),
      // Utils/DateTimeSerializerTests.cs, ToShortestXsdDateTimeString_works, on .NET Core.
      ("1979-05-09T00:00:00.001Z", "1979-05-09T00:00:00.0010000Z"),
      // InterfaceTests.cs.
      ("0001-01-01T00:00:00", "0001-01-01"),
      // OrmLiteInsertTests.cs.
      ("2012-03-20T07:53:48.8720739Z", "2012-03-20T07:53:48.8720739Z"),
      // DateTimeSerializer.cs: a date of no kind has the offset of its host.
      ("2012-03-20T07:53:48", "2012-03-20T07:53:48+00:00"),
      ("/Date(1514808000000)/", "2018-01-01T12:00:00Z"),
    ]
  )
  func shortestDates(date: String, written: String) {
    let schema = Schema.object([.required("DateTime", .dotNetDateTime)])
    let value: JSON = ["DateTime": .string(date)]
    #expect(JSVWriter.text(value, as: schema) == "{DateTime:\(written)}")
    #expect(CSVWriter.text(value, as: schema) == "DateTime\r\n\(written)\r\n")
  }

  @Test(
    "Dates in JSON are milliseconds with escaped slashes",
    arguments: [
      // JsonTests/JsonDateTimeTests.cs.
      ("1994-11-24T00:00:00Z", #""\/Date(785635200000)\/""#),
      ("1994-11-24T00:00:00", #""\/Date(785635200000-0000)\/""#),
      ("2013-06-14T19:43:37.663Z", #""\/Date(1371239017663)\/""#),
    ]
  )
  func milliseconds(date: String, written: String) {
    let schema = Schema.object([.optional("a", .array(of: .dotNetDateTime.nullable))])
    let bytes = DotNetJSONWriter.bytes(["a": [.string(date), nil], "b/c": "/d"], as: schema)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":["# + written + #",null],"b/c":"/d"}"#)
  }

  @Test("A string that looks like a date stays a string")
  func strings() {
    #expect(
      JSVWriter.text(
        ["Id": "7d1b3f60-2c4e-4b8a-9d57-61f0a2c3e4b5", "Body": "2018-01-01T12:00:00Z"],
        as: Self.message
      ) == #"{Id:7d1b3f60-2c4e-4b8a-9d57-61f0a2c3e4b5,Body:"2018-01-01T12:00:00Z"}"#
    )
    #expect(
      JSVWriter.text(["CreatedDate": "not, a date"], as: Self.message)
        == #"{CreatedDate:"not, a date"}"#
    )
  }

  @Test("A list is written as its rows, and JSV in a field stands in quotes")
  func rows() {
    let schema = Schema.array(of: Self.message)
    let value: JSON = [
      ["CreatedDate": "2018-01-01T12:00:00Z", "Body": nil],
      ["CreatedDate": "2018-01-01T00:00:00Z", "Tags": ["A": "b"]],
    ]
    // CsvWriter.cs, HasAnyEscapeChars: what begins as a list or a map does.
    #expect(
      CSVWriter.text(value, as: schema)
        == "CreatedDate,Body,Tags\r\n2018-01-01T12:00:00Z,,\r\n2018-01-01,,\"{A:b}\"\r\n"
    )
  }
}
