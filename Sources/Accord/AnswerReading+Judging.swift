import AccordJudging
import AccordRunning

extension AnswerReading {
  /// What the answers of a suite's server mean, read as the judge reads them.
  init(_ suite: ContractSuite) {
    let credential = CredentialAnswer(of: suite)
    self.init(
      credentialRefusal: { response in
        guard let credential else { return response.status == 401 ? "401" : nil }
        return credential.words(response)
      },
      isSuccess: { response in
        (200..<300).contains(response.status)
          && !Observation(reading: response, in: suite).shownError.isShown
      }
    )
  }
}
