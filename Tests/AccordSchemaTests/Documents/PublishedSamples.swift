@testable import AccordSchema

/// Texts that ServiceStack publishes, as literal bytes: neither our writer nor our reader made them.
///
/// Tests are those of the repository ServiceStack/ServiceStack at the commit 1d95209be771, in the folder
/// ServiceStack.Text/tests/ServiceStack.Text.Tests where no other is named; of long ones members are left out.
enum PublishedSamples {
  /// A text in JSV, where it stands, and what it means.
  struct JSV: Sendable {
    var source: String
    var text: String
    var value: JSON
  }

  static let jsv: [JSV] = [
    JSV(
      source: "docs.servicestack.net/jsv-format",
      text: "{A:1,B:2,C:3,D:4}",
      value: ["A": "1", "B": "2", "C": "3", "D": "4"]
    ),
    JSV(
      source: "docs.servicestack.net/jsv-format",
      text: "{Foo:Bar,Greet:Hello World!}",
      value: ["Foo": "Bar", "Greet": "Hello World!"]
    ),
    JSV(
      source: "docs.servicestack.net/jsv-format",
      text: #"{Name:"Me, Junior"}"#,
      value: ["Name": "Me, Junior"]
    ),
    JSV(
      source: "docs.servicestack.net/jsv-format",
      text: #"{Size:"2"" x 1"""}"#,
      value: ["Size": "2\" x 1\""]
    ),
    JSV(
      source: "InterfaceTests.cs, Can_serialize_Message",
      text: "{Id:00000000000000000000000000000000,CreatedDate:0001-01-01,Priority:0,"
        + "RetryAttempts:0,Options:1,Body:test}",
      value: [
        "Id": "00000000000000000000000000000000", "CreatedDate": "0001-01-01", "Priority": "0",
        "RetryAttempts": "0", "Options": "1", "Body": "test",
      ]
    ),
    JSV(
      source: "AdhocModelTests.cs",
      text: "[{Id:1,Urn:urn:post:3a944f18-920c-498a-832d-cf38fed3d0d7/1,"
        + "UserId:3a944f18920c498a832dcf38fed3d0d7,DateAdded:2010-02-17T12:04:45.2845615Z,"
        + "SubjectUrn:urn:track:1,TrackUrns:[],PostType:Content}]",
      value: [
        [
          "Id": "1", "Urn": "urn:post:3a944f18-920c-498a-832d-cf38fed3d0d7/1",
          "UserId": "3a944f18920c498a832dcf38fed3d0d7",
          "DateAdded": "2010-02-17T12:04:45.2845615Z", "SubjectUrn": "urn:track:1",
          "TrackUrns": [], "PostType": "Content",
        ]
      ]
    ),
    JSV(
      source: "ServiceStack.OrmLite.Tests/OrmLiteInsertTests.cs",
      text: "{Id:0,UserName:UserName,Email:as@if.com,PrimaryEmail:as@if.com,FirstName:FirstName,"
        + "LastName:LastName,DisplayName:DisplayName,Salt:WMQi/g==,"
        + "PasswordHash:oGdE40yKOprIgbXQzEMSYZe3vRCRlKGuqX2i045vx50=,Roles:[],Permissions:[],"
        + "CreatedDate:2012-03-20T07:53:48.8720739Z,ModifiedDate:2012-03-20T07:53:48.8720739Z}",
      value: [
        "Id": "0", "UserName": "UserName", "Email": "as@if.com", "PrimaryEmail": "as@if.com",
        "FirstName": "FirstName", "LastName": "LastName", "DisplayName": "DisplayName",
        "Salt": "WMQi/g==", "PasswordHash": "oGdE40yKOprIgbXQzEMSYZe3vRCRlKGuqX2i045vx50=",
        "Roles": [], "Permissions": [], "CreatedDate": "2012-03-20T07:53:48.8720739Z",
        "ModifiedDate": "2012-03-20T07:53:48.8720739Z",
      ]
    ),
    JSV(
      source: "DataTests.cs, an employee inside a list of texts",
      text: "{Id:2,LastName:Fuller,Title:\"Vice President, Sales\",BirthDate:1952-02-19,"
        + "Address:908 W. Capital Way,HomePhone:(206) 555-9482,"
        + "PhotoPath:http://accweb/emmployees/fuller.bmp}",
      value: [
        "Id": "2", "LastName": "Fuller", "Title": "Vice President, Sales",
        "BirthDate": "1952-02-19", "Address": "908 W. Capital Way",
        "HomePhone": "(206) 555-9482", "PhotoPath": "http://accweb/emmployees/fuller.bmp",
      ]
    ),
    JSV(
      source: "DdnDtoTests.cs, names without a value",
      text: "{UserFileTypes:[],AboutMe:,Caption:,"
        + "Posts:[{DateAdded:2010-02-18T12:10:29.804602Z,CanPreviewFullLength:False}]}",
      value: [
        "UserFileTypes": [], "AboutMe": nil, "Caption": nil,
        "Posts": [
          ["DateAdded": "2010-02-18T12:10:29.804602Z", "CanPreviewFullLength": "False"]
        ],
      ]
    ),
    JSV(
      source: "JsvTests/JsvBasicDataTests.cs",
      text: #"{Float:"1,111.1",Double:"2,222.2",Decimal:"3,333.3"}"#,
      value: ["Float": "1,111.1", "Double": "2,222.2", "Decimal": "3,333.3"]
    ),
    JSV(
      source: "JsvTests/JsvBasicDataTests.cs",
      text: #""https://url.com""#,
      value: "https://url.com"
    ),
    JSV(
      source: "JsvTests/GeneratedJsvTests.cs",
      text: "{__type:\"ServiceStack.Text.Tests.JsvTests.GeneratedJsvTests+TestObject, "
        + "ServiceStack.Text.Tests\",Parameter:{Value:Some Value}}",
      value: [
        "__type":
          "ServiceStack.Text.Tests.JsvTests.GeneratedJsvTests+TestObject, ServiceStack.Text.Tests",
        "Parameter": ["Value": "Some Value"],
      ]
    ),
    JSV(
      source: "ServiceStack.WebHost.Endpoints.Tests/ScriptTests/QueryLinqTests.cs",
      text: "[{OrderId:10692,OrderDate:1997-10-03,Total:878},"
        + "{OrderId:10702,OrderDate:1997-10-13,Total:330}]",
      value: [
        ["OrderId": "10692", "OrderDate": "1997-10-03", "Total": "878"],
        ["OrderId": "10702", "OrderDate": "1997-10-13", "Total": "330"],
      ]
    ),
  ]

  /// Texts in CSV with their fields.
  static let csv: [(source: String, text: String, rows: [[String]])] = [
    (
      "CsvTests/NewLineTests.cs, Serializes_adhoc_data",
      "Column1Data,Column2Data,Column3Data,Column4Data,Column5Data\r\n"
        + "I, Like ,Reading,,\r\n"
        + "I,Don't,\"Know,\",Do,You?\r\n"
        + "I,Saw,The,Movie,\"\"\"Jaws\"\"\"\r\n"
        + "I,Went,To,\"Space\nCamp\",\"Last\r\nYear\"\r\n",
      [
        ["Column1Data", "Column2Data", "Column3Data", "Column4Data", "Column5Data"],
        ["I", " Like ", "Reading", "", ""], ["I", "Don't", "Know,", "Do", "You?"],
        ["I", "Saw", "The", "Movie", "\"Jaws\""],
        ["I", "Went", "To", "Space\nCamp", "Last\r\nYear"],
      ]
    ),
    (
      "CsvTests/ObjectSerializerTests.cs, MidnightAndNoonTestSerialization",
      "DateTime\r\n2018-01-01\r\n2018-01-01T12:00:00Z\r\n",
      [["DateTime"], ["2018-01-01"], ["2018-01-01T12:00:00Z"]]
    ),
    (
      "CsvTests/ObjectSerializerTests.cs, IEnumerableObjectSerializationBaseline",
      "Value\r\nTrue\r\nFalse\r\n\r\n",
      [["Value"], ["True"], ["False"], [""]]
    ),
    (
      "CsvTests/CustomHeaderTests.cs, Can_serialize_partial_custom_headers_map",
      "Column 1,\"Column,3\",Column 5\r\nI,To,Novels\r\nI am,Cool,Awesome\r\n",
      [["Column 1", "Column,3", "Column 5"], ["I", "To", "Novels"], ["I am", "Cool", "Awesome"]]
    ),
    (
      "CsvSerializerTests.cs",
      "Id,Name\r\n1,\"\"\"Anon\"\" Review\"\r\n",
      [["Id", "Name"], ["1", "\"Anon\" Review"]]
    ),
  ]

  /// Dates in the spellings of ServiceStack, with their instants; a date of no kind has none.
  static let dates: [(source: String, text: String, instant: String?)] = [
    ("Utils/DateTimeSerializerTests.cs", "1979-05-09", nil),
    ("Utils/DateTimeSerializerTests.cs", "1979-05-09T00:00:01Z", "1979-05-09T00:00:01Z"),
    (
      "Utils/DateTimeSerializerTests.cs", "1979-05-09T00:00:00.0010000Z",
      "1979-05-09T00:00:00.001Z"
    ),
    (
      "Utils/DateTimeSerializerTests.cs", "2013-10-10 20:04:04.8773249Z",
      "2013-10-10T20:04:04.8773249Z"
    ),
    ("Utils/DateTimeSerializerTests.cs", "/Date(1340796364524)/", "2012-06-27T11:26:04.524Z"),
    ("Utils/DateTimeSerializerTests.cs", "/Date(1340767564524+0800)/", "2012-06-27T03:26:04.524Z"),
    ("JsonTests/JsonDateTimeTests.cs", "/Date(785635200000)/", "1994-11-24T00:00:00Z"),
    ("JsonTests/JsonDateTimeTests.cs", "/Date(785660400000-0700)/", "1994-11-24T07:00:00Z"),
    ("JsonTests/JsonDateTimeTests.cs", "/Date(785635200000-0000)/", nil),
    ("JsonTests/JsonDateTimeTests.cs", "1994-11-24T12:34:56.0000000-07:00", "1994-11-24T19:34:56Z"),
    ("JsonTests/JsonDateTimeTests.cs", "1994-11-24T12:34:56.0000000", nil),
    // DateTimeSerializer.cs, MinDateTimeOffsetWcfValue and MaxDateTimeOffsetWcfValue.
    ("Common/DateTimeSerializer.cs", "/Date(-62135596800000)/", "0001-01-01T00:00:00Z"),
    ("Common/DateTimeSerializer.cs", "/Date(253402300799999)/", "9999-12-31T23:59:59.999Z"),
  ]

  /// What DataContractSerializer writes (ServiceStack.WebHost.Endpoints.Tests/SyncRestClientTests.cs).
  static let movieXML =
    #"<MovieResponse xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
    + #"xmlns="http://schemas.servicestack.net/types"><Movie><Director>Edward Zwick</Director>"#
    + #"<Genres xmlns:d3p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">"#
    + "<d3p1:string>Adventure</d3p1:string><d3p1:string>Drama</d3p1:string>"
    + "<d3p1:string>Thriller</d3p1:string></Genres><Id>6</Id><ImdbId>tt0450259</ImdbId>"
    + "<Rating>8</Rating><ReleaseDate>2007-01-26T00:00:00+00:00</ReleaseDate>"
    + "<TagLine>A fisherman, a smuggler, and a syndicate of businessmen match wits over the "
    + "possession of a priceless diamond.</TagLine><Title>Blood Diamond</Title></Movie>"
    + "</MovieResponse>"

  /// The schema of that document.
  static let movie: Schema = .object([
    .required(
      "Movie",
      .object([
        .required("Id", .integer), .required("ImdbId", .string), .required("Title", .string),
        .required("Rating", .number), .required("Director", .string),
        .required("ReleaseDate", .dotNetDateTime), .required("TagLine", .string),
        .required("Genres", .array(of: .string)),
      ])
      .xml(namespace: "http://schemas.servicestack.net/types", order: .dataContract)
    )
  ])
  .titled("MovieResponse")
  .xml(namespace: "http://schemas.servicestack.net/types", order: .dataContract)

  /// What a struct becomes (StructTests.cs).
  static let structXML =
    #"<?xml version="1.0" encoding="utf-8"?>"#
    + #"<UserStruct xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
    + #"xmlns="http://schemas.datacontract.org/2004/07/ServiceStack.Text.Tests">"#
    + "<Id>1</Id><Name>foo</Name></UserStruct>"
}
