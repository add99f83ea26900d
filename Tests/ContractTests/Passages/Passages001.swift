extension Passage {
  private static let heading = Holder.nothing("It names what follows.")

  /// Document 001, acceptRejectCompanyConnection.
  static let acceptRejectCompanyConnection: [Passage] = [
    .line("Skip to content", .nothing("It leads around the page's menu.")),
    .line("acceptRejectCompanyConnection", .told("acceptRejectCompanyConnection")),
    .line(
      "Accepts or rejects an invitation",
      .told("Accepts or rejects an invitation to connect for a given user and company."),
      .stated([
        "example/accept", "example/reject", "example/cancel", "life-cycle/invitation/beginning",
        "life-cycle/invitation/accept", "life-cycle/invitation/reject",
      ])
    ),
    .line(
      "April 2023 - Added",
      .told("April 2023"),
      .told("nothing is asserted of ?version=2"),
      .stated(["version/1/absent", "body/malformed/refused"])
    ),
    .line("Request", heading),
    .line("http", heading),
    .line("PUT Version 1", .stated(["route/version-1", "version/1"])),
    .line("Version 2: /rest", .stated(["route/version-2", "version/2"])),
    .line("Headers", heading),
    .line("HeaderRequiredDescription", heading),
    .line(
      "x-nextinteract-authtokenYes",
      .stated([
        "header/x-nextinteract-authtoken", "header/x-nextinteract-authtoken/missing/refused",
        "header/x-nextinteract-authtoken/invalid/refused", "life-cycle/invitation/unchanged",
      ])
    ),
    .line("Parameters", heading),
    .line("ParameterTypeRequiredDescription", heading),
    .line(
      "connectionIdYes",
      .stated(["parameter/connectionId", "life-cycle/invitation/apart"]),
      .read(["parameter/connectionId/invalid/refused"])
    ),
    .line(
      "inviteStatusNameYes",
      .stated([
        "parameter/inviteStatusName", "parameter/inviteStatusName/invalid/refused",
        "life-cycle/invitation/cancel",
      ])
    ),
    .line(
      "versionNoAdded for CAF support",
      .told("to support CAF"),
      .stated(["version/1", "version/2", "version/1/absent"]),
      .read(["version/2/unsupported/refused"])
    ),
    .line("VERSION 1 /user/company", .told("leave out /rest"), .stated(["example/accept"])),
    .line(
      "CAF Payload for version 2",
      .stated([
        "body", "example/accept-with-form", "example/reject-with-form",
        "example/cancel-with-form", "life-cycle/invitation/accept-with-form",
        "life-cycle/invitation/reject-with-form", "life-cycle/invitation/cancel-with-form",
      ])
    ),
    .line("json", heading),
    .lines(74, "{", .stated(["body", "example/accept-with-form"])),
    .lines(5, "\"contact_identifiers\"", .stated(["body"])),
    .lines(2, "],", .told("userProfileFields")),
    .line("}", .nothing("It ends the sample.")),
    .line("Response", heading),
    .line("200 OK", .stated(["response/success"])),
    .line("json", heading),
    .line(
      "{\"errorCode\":0",
      .stated(["response/success/content"]),
      .read(["response/success/content/message"])
    ),
    .line("Where 0 means success", .stated(["response/success/content", "response/success"])),
    .line("Errors", heading),
    .line("ExceptionDescription", heading),
    .line(
      "WSUserServiceUnavailableException",
      .stated(["error/WSUserServiceUnavailableException", "errors/listed"])
    ),
    .line("WSUserNotFoundException", .stated(["error/WSUserNotFoundException"])),
    .line("WSInvalidParameterException", .stated(["error/WSInvalidParameterException"])),
    .line("WSInvalidAuthTokenException", .stated(["error/WSInvalidAuthTokenException"])),
    .line(
      "WSInvitationToConnectionNotFoundException",
      .stated([
        "error/WSInvitationToConnectionNotFoundException",
        "parameter/connectionId/unknown/refused",
      ])
    ),
    .line("WSUserServiceException", .stated(["error/WSUserServiceException"])),
    .line("WSCacheServiceException", .stated(["error/WSCacheServiceException"])),
    .line(
      "WSCompanyNotActiveException",
      .stated([
        "error/WSCompanyNotActiveException", "example/accept-invitation-of-inactive-company",
        "example/accept-invitation-of-inactive-company/refused",
      ])
    ),
  ]
}
