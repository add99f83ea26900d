extension Passage {
  private static let heading = Holder.nothing("It names what follows.")

  /// Document 004, preregisterContact.
  static let preregisterContact: [Passage] = [
    .line("Skip to content", .nothing("It leads around the page's menu.")),
    .line("preregisterContact", .told("preregisterContact")),
    .line(
      "Pre-registers a contact into a particular Company (NI or MI).",
      .told("(NI or MI)"),
      .stated(["body/incomplete/refused", "example/minimal"]),
      .read(["example/complete", "example/names-beyond-ascii"])
    ),
    .line("Request", heading),
    .line("http", heading),
    .line("POST /rest/company/mi/preregister", .stated(["route/route"])),
    .line("Headers", heading),
    .line("HeaderRequiredDescription", heading),
    .line(
      "x-nextinteract-authtokenYes",
      .stated([
        "header/x-nextinteract-authtoken", "header/x-nextinteract-authtoken/missing/refused",
        "header/x-nextinteract-authtoken/invalid/refused",
      ])
    ),
    .line("Parameters", heading),
    .line(
      "A JSON request in format below.",
      .stated([
        "body", "body/malformed/refused", "body/incomplete/refused", "version/1",
        "version/1/missing/refused", "version/1/unsupported/refused",
      ]),
      .read(["version/1/not-a-number/refused"]),
      .told("Only version 1 supported as of 2016-08-29."),
      .told("unique Pre Reg URL defined")
    ),
    .line("json", heading),
    .lines(48, "{", .stated(["body", "example/sample"])),
    .line("Response", heading),
    .line("200 OK", .stated(["response/success"])),
    .line(
      "No body is returned.",
      .stated(["response/success/content", "response/success", "errors/listed"])
    ),
    .line("Errors", heading),
    .line("ExceptionDescription", heading),
    .line(
      "WSUserServiceUnavailableException",
      .stated(["error/WSUserServiceUnavailableException"])
    ),
    .line(
      "WSCompanyServiceUnavailableException",
      .stated(["error/WSCompanyServiceUnavailableException"])
    ),
    .line("WSInvalidAuthTokenException", .stated(["error/WSInvalidAuthTokenException"])),
    .line("WSInvalidParameterException", .stated(["error/WSInvalidParameterException"])),
    .line("WSCompanyServiceException", .stated(["error/WSCompanyServiceException"])),
    .line("WSCacheServiceException", .stated(["error/WSCacheServiceException"])),
  ]
}
