/// Certificates of the tests alone, valid from 2020 to 2120.
///
/// They protect nothing: the key is public, and no authority that anybody trusts signed them.
enum Certificates {
  /// The authority that signed the server's certificate.
  static let authority = """
    -----BEGIN CERTIFICATE-----
    MIIBdDCCARqgAwIBAgICEAEwCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVQWNjb3Jk
    IFRlc3QgQXV0aG9yaXR5MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAw
    WjAgMR4wHAYDVQQDDBVBY2NvcmQgVGVzdCBBdXRob3JpdHkwWTATBgcqhkjOPQIB
    BggqhkjOPQMBBwNCAARwa0S/21jQP59bqu1rSCWKtjc4reY1+TwVcsgMEUrd/XGa
    hRmvMxqZ/a6pz15q++LureEVIvmNIhWS02a+1+Nio0IwQDAPBgNVHRMBAf8EBTAD
    AQH/MA4GA1UdDwEB/wQEAwIBBjAdBgNVHQ4EFgQUfisRrmHtU9psGFahf6Sl8nQy
    k3owCgYIKoZIzj0EAwIDSAAwRQIhAIflseFD8ee5EqcqQwV5wFwx0QseKFBF7Lup
    9Mo3afhtAiBiVxcA3OXQCE7Oa8/Buq2RUxaGCRXC009K3NgrBkchEQ==
    -----END CERTIFICATE-----
    """

  /// An authority that signed nothing here.
  static let otherAuthority = """
    -----BEGIN CERTIFICATE-----
    MIIBbDCCARKgAwIBAgICEAIwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRQW5vdGhl
    ciBBdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBwx
    GjAYBgNVBAMMEUFub3RoZXIgQXV0aG9yaXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0D
    AQcDQgAE3X+ecsRjdV9s/xEkq1LcIlLO/WJMopSehF8hjw5bvT2UNems5YXIAYOn
    7nIyWitGfsm2pohA9pimzMSv0laYL6NCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNV
    HQ8BAf8EBAMCAQYwHQYDVR0OBBYEFFjcmFyv3RtBUcjsit7yTw2gzBonMAoGCCqG
    SM49BAMCA0gAMEUCIBIZGBqH3dVchCsf+Uou1I2Ky4LvKnWBRM4fZE60vBWVAiEA
    womhUsPjv7dqJmB4v6l6y9Buzb0XbWrHwTnk15Cu2OE=
    -----END CERTIFICATE-----
    """

  /// For localhost, 127.0.0.1 and ::1.
  static let server = """
    -----BEGIN CERTIFICATE-----
    MIIBuDCCAV6gAwIBAgICEAMwCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVQWNjb3Jk
    IFRlc3QgQXV0aG9yaXR5MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAw
    WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
    AARPKzf2icp8JGyJdLdVoD+6APO1Eu0n8s7c8wQ3Nv9aZlG3aqQlB8pjDMluua+T
    UsMNvILM0O3Y7uoijrCY0gnso4GRMIGOMCwGA1UdEQQlMCOCCWxvY2FsaG9zdIcE
    fwAAAYcQAAAAAAAAAAAAAAAAAAAAATATBgNVHSUEDDAKBggrBgEFBQcDATAJBgNV
    HRMEAjAAMB0GA1UdDgQWBBQ9UjcQK86zC6iKowBbJ5uX/EtKBjAfBgNVHSMEGDAW
    gBR+KxGuYe1T2mwYVqF/pKXydDKTejAKBggqhkjOPQQDAgNIADBFAiBiVivW5RLM
    DQEOWy7HSiVFvIvq6L1DQccHz4iUltK6qgIhALkWr9QDm+tzNLI6halKmA619KDC
    aOr/SL0l9y2IVnJ1
    -----END CERTIFICATE-----
    """

  /// The private key of the server's certificate.
  static let serverKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnvJmgApVaQ9Yydv5
    wsALjz9nlNlXyhqAVLs+Yxrvr6ehRANCAARPKzf2icp8JGyJdLdVoD+6APO1Eu0n
    8s7c8wQ3Nv9aZlG3aqQlB8pjDMluua+TUsMNvILM0O3Y7uoijrCY0gns
    -----END PRIVATE KEY-----
    """
}
