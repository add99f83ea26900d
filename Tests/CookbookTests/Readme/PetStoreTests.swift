import Accord
import AccordTesting
import Testing

let subject = SuiteUnderTest(PetStore.suite)

@Test("The pet store keeps its contract", arguments: subject.cases)
func keepsItsContract(_ testCase: CaseUnderTest) async throws {
  try await subject.check(testCase)
}
