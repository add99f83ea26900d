import AccordModel

extension RunPage {
  /// The form that filters the cases; hidden until the script is there to answer it.
  var filter: HTML {
    let cases = run.suites.flatMap(\.cases)
    let states = PageState.ofCases.filter(Set(cases.map(\.state)).contains)
    let rules = Set(cases.flatMap(\.brokenRules)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let statuses = Set(cases.flatMap(\.statuses)).sorted()
    let found = Set(run.suites.lazy.flatMap(\.contracts).flatMap(\.promises).map(\.kind))
    let kinds = Promise.Kind.allCases.filter(found.contains)
    let endpoints = suites.flatMap { suite, endpoints in
      endpoints.filter { !$0.results.isEmpty }
        .map { (Self.anchor(of: $0.contract, in: suite), "\(suite.id)/\($0.contract)") }
    }
    return """
      <form class="filter card" id="filter" role="search" aria-label="Filter the cases" hidden>
      <div class="wide"><label for="q">Search</label>\
      <input id="q" name="q" type="search" autocomplete="off" spellcheck="false" \
      placeholder="Case, address, rule or evidence"></div>
      \(select("verdict", "Verdict", states.map { ($0.rawValue, "\($0.sign) \($0.caseWord)") }))
      \(select("rule", "Broken rule", rules.map { ($0, $0) }))
      \(select("endpoint", "Endpoint", endpoints))
      \(select("kind", "Kind of promise", kinds.map { ($0.rawValue, $0.rawValue) }))
      \(select("status", "Status", statuses.map { (String($0), String($0)) }))
      <div><button type="reset">Show all</button></div>
      <p class="wide muted small" id="count" role="status" aria-live="polite"></p>
      </form>

      """
  }

  private func select(_ name: String, _ title: String, _ options: [(String, String)]) -> HTML {
    let options: [HTML] = options.map { value, text in
      "<option value=\"\(value)\">\(text)</option>"
    }
    return """
      <div><label for="\(name)">\(title)</label><select id="\(name)" name="\(name)">\
      <option value="">any</option>\(options)</select></div>
      """
  }
}
