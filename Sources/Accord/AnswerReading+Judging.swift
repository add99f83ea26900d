import AccordJudging
import AccordRunning

extension AnswerReading {
  /// What the answers of a suite's server mean, read as the judge reads them.
  init(_ suite: SuiteIndex) {
    let credential = suite.credentialAnswer
    self.init(
      credentialRefusal: { response in
        guard let credential else { return response.status == 401 ? "401" : nil }
        return credential.words(response, in: suite)
      },
      isSuccess: { response in
        (200..<300).contains(response.status)
          && !Observation(reading: response, in: suite).shownError.isShown
      }
    )
  }
}
