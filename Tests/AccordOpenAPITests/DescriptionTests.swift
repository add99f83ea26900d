import AccordOpenAPI
import Testing

@Suite struct DescriptionTests {
}
