import AccordSchema
import Testing

@testable import AccordReporting

struct XMLIndentationTests {
  @Test
  func oneElementALine() {
    let document = "<?xml version=\"1.0\"?><a xmlns=\"u\"><b>1 &lt; 2</b><c/><d><e></e></d></a>"
    #expect(
      XMLIndentation.indented(document) == """
        <?xml version="1.0"?>
        <a xmlns="u">
          <b>1 &lt; 2</b>
          <c/>
          <d>
            <e></e>
          </d>
        </a>
        """
    )
  }
}
