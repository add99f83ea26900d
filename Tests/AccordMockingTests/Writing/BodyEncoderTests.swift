import AccordModel
import AccordSchema
import Testing

@testable import AccordMocking

/// The mock writes values as the sources and samples of ServiceStack and DataContract have them, which
/// stand here as bytes.
@Suite struct BodyEncoderTests {
  private static let schema: Schema = .object([
    .required("Day", .dotNetDateTime), .required("At", .dotNetDateTime),
    .required("Exact", .dotNetDateTime.nullable), .required("Id", .guid),
    .optional("Note", .string.nullable), .optional("Is", .boolean),
    .optional("Days", .array(of: .dotNetDateTime)),
  ])
  .titled("Row").xml(namespace: "urn:row", order: .dataContract)

  private static let value: JSON = [
    "Day": "2018-01-01T00:00:00Z", "At": "2018-01-01T12:00:00Z",
    "Exact": "1979-05-09T00:00:00.001Z", "Id": "7da74353-a40c-468e-93aa-7ff51f4f0e84",
    "Note": "12:00", "Is": true,
  ]

  private static func format(_ syntax: Format.Syntax) -> Format {
    Format("tested", syntax, mediaType: "application/tested")
  }

  @Test(
    arguments: [
      // Common/DateTimeSerializer.cs, WriteWcfJsonDate.
      (
        Format.Syntax.json,
        #"{"Day":"\/Date(1514764800000)\/","At":"\/Date(1514808000000)\/","#
          + #""Exact":"\/Date(295056000001)\/","Id":"7da74353-a40c-468e-93aa-7ff51f4f0e84","#
          + #""Note":"12:00","Is":true}"#
      ),
      // Json/JsonlSerializer.cs, WriteSelf.
      (
        .jsonLines,
        #"{"Day":"\/Date(1514764800000)\/","At":"\/Date(1514808000000)\/","#
          + #""Exact":"\/Date(295056000001)\/","Id":"7da74353-a40c-468e-93aa-7ff51f4f0e84","#
          + #""Note":"12:00","Is":true}"#
      ),
      // Jsv/JsvTypeSerializer.cs, WriteDateTime, WriteBool and WriteString.
      (
        .jsv,
        "{Day:2018-01-01,At:2018-01-01T12:00:00Z,Exact:1979-05-09T00:00:00.0010000Z,"
          + #"Id:7da74353-a40c-468e-93aa-7ff51f4f0e84,Note:"12:00",Is:True}"#
      ),
      // CsvWriter.cs, Write, and CsvTests/ObjectSerializerTests.cs.
      (
        .csv,
        "Day,At,Exact,Id,Note,Is\r\n2018-01-01,2018-01-01T12:00:00Z,"
          + "1979-05-09T00:00:00.0010000Z,7da74353-a40c-468e-93aa-7ff51f4f0e84,12:00,True\r\n"
      ),
      // Document 002 prints a date so: 0001-01-01T00:00:00.
      (
        .xml,
        #"<?xml version="1.0" encoding="utf-8"?>"#
          + #"<Row xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:row">"#
          + "<At>2018-01-01T12:00:00Z</At><Day>2018-01-01T00:00:00Z</Day>"
          + "<Exact>1979-05-09T00:00:00.001Z</Exact>"
          + "<Id>7da74353-a40c-468e-93aa-7ff51f4f0e84</Id><Is>true</Is><Note>12:00</Note></Row>"
      ),
    ]
  )
  func writes(syntax: Format.Syntax, text: String) throws {
    let bytes = try BodyEncoder.bytes(Self.value, as: Self.schema, in: Self.format(syntax))
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func writesDatesInListsAndFields() throws {
    let value: JSON = ["Days": ["2018-01-01T12:00:00Z", "2018-01-01T00:00:00Z"]]
    let jsv = try BodyEncoder.bytes(value, as: Self.schema, in: Self.format(.jsv))
    #expect(String(decoding: jsv, as: UTF8.self) == "{Days:[2018-01-01T12:00:00Z,2018-01-01]}")
    let csv = try BodyEncoder.bytes(value, as: Self.schema, in: Self.format(.csv))
    #expect(
      String(decoding: csv, as: UTF8.self)
        == "Days\r\n\"[2018-01-01T12:00:00Z,2018-01-01]\"\r\n"
    )
  }
}
