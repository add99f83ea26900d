package import AccordJudging
package import AccordRunning

extension AnswerReading {
  /// What the answers of a suite's server mean, read as the judge reads them.
  ///
  /// Once `clock` tells that the run is to end, nothing is read any more: it says nothing then.
  package init(_ suite: SuiteIndex, until clock: @escaping @Sendable () -> String? = { nil }) {
    let credential = suite.credentialAnswer
    self.init(
      credentialRefusal: { response in
        guard clock() == nil else { return nil }
        guard let credential else { return response.status == 401 ? "401" : nil }
        return credential.words(response, in: suite)
      },
      isSuccess: { response in
        (200..<300).contains(response.status) && clock() == nil
          && !Observation(reading: response, in: suite).shownError.isShown
      },
      shownError: { response in
        guard clock() == nil else { return [] }
        let shown = Observation(reading: response, in: suite).shownError
        return [shown.name, shown.code?.text].compactMap(\.self)
      }
    )
  }
}
