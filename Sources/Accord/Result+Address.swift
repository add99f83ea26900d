extension Report.Result {
  /// The result with another address in the place of the server's, where there is one.
  func showing(_ shown: ServerAddress?, for real: ServerAddress) -> Report.Result {
    guard let shown else { return self }
    var result = self
    for index in result.exchanges.indices {
      result.exchanges[index].request.origin = shown.origin
      for field in result.exchanges[index].request.fields.indices
      where result.exchanges[index].request.fields[field] == Field("Host", real.authority) {
        result.exchanges[index].request.fields[field].value = shown.authority
      }
    }
    return result
  }
}
