import AccordSchema
import Testing

@Suite struct RowWriterTests {
  static let jsv: [(value: JSON, text: String)] = [
    (["A": 1, "B": ["x", "y"]], "{A:1,B:[x,y]}"),
    (["A": true, "B": false, "C": nil, "D": "d"], "{A:True,B:False,D:d}"),
    (["A": "a b"], "{A:a b}"),
    (["A": ""], #"{A:""}"#),
    (["A": "a,b", "B": "say \"x\""], #"{A:"a,b",B:"say ""x"""}"#),
    (["A": "a:b", "B": "line\nbreak"], "{A:\"a:b\",B:\"line\nbreak\"}"),
    (["A": ["B": [["C": 1.5], [:]]]], "{A:{B:[{C:1.5},{}]}}"),
    ("x", "x"), (nil, ""), ([], "[]"),
  ]

  @Test(arguments: jsv) func writesJSV(value: JSON, text: String) {
    #expect(JSVWriter.text(value) == text)
  }

  static let csv: [(value: JSON, text: String)] = [
    (["A": 1, "B": "x", "C": nil, "D": true], "A,B,C,D\r\n1,x,,True\r\n"),
    (["A": "a,b", "B": "say \"x\"", "C": "a:b"], "A,B,C\r\n\"a,b\",\"say \"\"x\"\"\",a:b\r\n"),
    (["A": ["B": "c", "D": [1, 2]]], "A\r\n\"{B:c,D:[1,2]}\"\r\n"),
    ([:], "\r\n\r\n"),
    (5, "Value\r\n5\r\n"),
  ]

  @Test(arguments: csv) func writesCSV(value: JSON, text: String) {
    #expect(CSVWriter.text(value) == text)
  }
}
