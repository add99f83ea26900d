extension Passage {
  private static let heading = Holder.nothing("It names what follows.")
  private static let listed = Holder.stated(["errors/listed"])

  /// Document 000, requestEntityConnection.
  static let requestEntityConnection: [Passage] = [
    .line("Skip to content", .nothing("It leads around the page's menu.")),
    .line("requestEntityConnection", .told("requestEntityConnection")),
    .line(
      "Use this to action a connection request",
      .told("Actions a connection request for a discoverable company or entity"),
      .stated(["life-cycle/company/beginning", "life-cycle/company/request"])
    ),
    .line("Any user supplied metadata", .told("Any user supplied metadata will be updated")),
    .line(
      "Any successful connection",
      .told("without the additional notifications and e-mails")
    ),
    .line(
      "See link for further details",
      .told("https://docs.google.com/document/d/11alwVD_i64tv-Cy8J7SCYEZ_J9JjQwG94MWAbKREG40/edit")
    ),
    .line(
      "Version = 2 adds functionality",
      .told("TP19195"),
      .told("https://healthinteract.tpondemand.com/entity/19195-apis"),
      .read([
        "body/member/cafData/versions", "example/company-with-form",
        "life-cycle/company/request-with-form",
      ])
    ),
    .line("Request", heading),
    .line("http", heading),
    .line("POST /rest/user/recommended", .stated(["route/route"])),
    .line("Headers", heading),
    .line("HeaderRequiredDescription", heading),
    .line(
      "x-nextinteract-authtokenYes",
      .stated([
        "header/x-nextinteract-authtoken", "header/x-nextinteract-authtoken/missing/refused",
        "header/x-nextinteract-authtoken/invalid/refused", "life-cycle/company/unchanged",
      ])
    ),
    .line("Response", heading),
    .line("200 OK", .stated(["response/success"])),
    .line("Returns a JSON dictionary", .stated(["response/success/content"])),
    .lines(5, "json", .stated(["response/success/content"])),
    .line("Response Fields", heading),
    .line("FieldTypeDescription", heading),
    .line("connectionStatusNumber", .stated(["response/success", "response/success/content"])),
    .line(
      "connectionMessageString",
      .stated(["response/success/content"]),
      .read(["response/success/content/message-is-not-empty"])
    ),
    .line(
      "Currently Supported Status",
      .stated(["response/success/content/status-is-supported"]),
      .read([
        "response/success/content/message-of-status-1",
        "response/success/content/message-of-status-2",
        "response/success/content/message-of-status-3",
      ])
    ),
    .line("Response Headers", .read(["body"])),
    .line("{ \"version\" : 1", .stated(["example/company", "body/malformed/refused"])),
    .line("FieldTypeDescription", heading),
    .line(
      "versionNumber",
      .read([
        "version/1+2", "version/1+2/missing/refused", "version/1+2/not-a-number/refused",
      ]),
      .stated(["example/company-with-null-form"])
    ),
    .line(
      "entityTypeString",
      .stated(["body/incomplete/refused", "body/member/entityType/refused"]),
      .told("reserved for future use")
    ),
    .line(
      "entityIdString",
      .stated(["body/incomplete/refused", "life-cycle/company/apart"]),
      .read(["body/member/entityId/refused"]),
      .told("its ID will be a UUID")
    ),
    .line(
      "cafDataObject",
      .read([
        "example/company-with-form", "example/company-with-empty-form",
        "body/member/cafData/versions",
      ])
    ),
    .line("Errors", heading),
    .line("ExceptionDescription", heading),
    .line("WSInvalidParameterException", .stated(["error/WSInvalidParameterException"]), listed),
    .line(
      "WSUnsupportedVersionException",
      .stated(["error/WSUnsupportedVersionException", "version/1+2/unsupported/refused"])
    ),
    .line("WSInvalidAuthTokenException", .stated(["error/WSInvalidAuthTokenException"])),
    .line("WSCacheServiceException", .stated(["error/WSCacheServiceException"])),
    .line(
      "WSInsufficientPrivilegesException",
      .stated(["error/WSInsufficientPrivilegesException"])
    ),
    .line(
      "WSInvalidEmailDomainNameException",
      .stated([
        "error/WSInvalidEmailDomainNameException", "example/domain-restricted-company",
        "example/domain-restricted-company/refused",
      ])
    ),
    .line(
      "WSPreRegistrationAlreadyExistsException",
      .stated([
        "error/WSPreRegistrationAlreadyExistsException", "example/pre-registered-company",
        "example/pre-registered-company/refused",
      ])
    ),
    .line("WSInvalidTeamException", .stated(["error/WSInvalidTeamException"])),
    .line(
      "WSConnectionAlreadyExistsException",
      .stated([
        "error/WSConnectionAlreadyExistsException", "example/connected-company",
        "example/connected-company/refused",
      ])
    ),
    .line(
      "WSInvalidMyInteractUserSetupException",
      .stated(["error/WSInvalidMyInteractUserSetupException"])
    ),
    .line(
      "WSEmailAddressAlreadyInUseException",
      .stated(["error/WSEmailAddressAlreadyInUseException"])
    ),
    .line(
      "WSUserUsesFederatedLoginException",
      .stated(["error/WSUserUsesFederatedLoginException"])
    ),
    .line(
      "CompanyNotActiveException",
      .stated([
        "error/CompanyNotActiveException", "example/inactive-company",
        "example/inactive-company/refused",
      ])
    ),
    .line("WSDiscoverableServiceException", .stated(["error/WSDiscoverableServiceException"])),
  ]
}
