@testable import AccordWire

/// Certificates and keys of the tests alone, valid from 2020 to 2120 where not said otherwise.
///
/// They protect nothing: the keys are public, and no authority that anybody trusts signed them.
enum TestCertificates {
  /// The authority that signed all leaves below.
  static let authority = PEMSource.text(
    """
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
  )

  /// An authority that signed nothing here.
  static let otherAuthority = PEMSource.text(
    """
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
  )

  /// For localhost, 127.0.0.1 and ::1.
  static let server = PEMSource.text(
    """
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
  )

  /// For elsewhere.example, its subdomains and 192.0.2.1.
  static let elsewhere = PEMSource.text(
    """
    -----BEGIN CERTIFICATE-----
    MIIByzCCAXGgAwIBAgICEAQwCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVQWNjb3Jk
    IFRlc3QgQXV0aG9yaXR5MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAw
    WjAcMRowGAYDVQQDDBFlbHNld2hlcmUuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqG
    SM49AwEHA0IABOqov4KDCemRLu2jNU/wmd6+KHIQDTj+IGRRmRZh9uj87LlPGfaZ
    cGA/mrDGWyHH/mbOvA46gNuQIjAvQoldpEGjgZwwgZkwNwYDVR0RBDAwLoIRZWxz
    ZXdoZXJlLmV4YW1wbGWCEyouZWxzZXdoZXJlLmV4YW1wbGWHBMAAAgEwEwYDVR0l
    BAwwCgYIKwYBBQUHAwEwCQYDVR0TBAIwADAdBgNVHQ4EFgQUNG6w0Zv6ZMsC8nQF
    saWTjifpwkgwHwYDVR0jBBgwFoAUfisRrmHtU9psGFahf6Sl8nQyk3owCgYIKoZI
    zj0EAwIDSAAwRQIgYNlDnvkQHdfsB7YAoPATl971xlkVXBd8kXuXAmb1QiQCIQCq
    WHSwYV7857MqXX9I2L6xv756NHCv+LED/3lQptHoRQ==
    -----END CERTIFICATE-----
    """
  )

  /// For localhost, ended on 2001-02-03.
  static let expired = PEMSource.text(
    """
    -----BEGIN CERTIFICATE-----
    MIIBojCCAUigAwIBAgICEAUwCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVQWNjb3Jk
    IFRlc3QgQXV0aG9yaXR5MB4XDTAwMDEwMTAwMDAwMFoXDTAxMDIwMzAwMDAwMFow
    FDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
    1urRVkL9vbRd8b8Q9yD+TZmX4bbqVtAqUvXJ2ECY7p+bGGingJMhOd4In1btoKJW
    VFNGaEKywXpVQDiEAZ7owKN+MHwwGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAAB
    MBMGA1UdJQQMMAoGCCsGAQUFBwMBMAkGA1UdEwQCMAAwHQYDVR0OBBYEFDZKb7TR
    DTdY4e6KGZN1FWrMFqb9MB8GA1UdIwQYMBaAFH4rEa5h7VPabBhWoX+kpfJ0MpN6
    MAoGCCqGSM49BAMCA0gAMEUCIDrLGM/01CpCsl5qPiCK1PSCSgx6fBXghY8gi3cw
    8DVvAiEAjulbvVrkpYMnA3YA4P99S8+TQ/PhpvpTHcsCFbwwecA=
    -----END CERTIFICATE-----
    """
  )

  /// For localhost, begins on 2100-04-05.
  static let notYetValid = PEMSource.text(
    """
    -----BEGIN CERTIFICATE-----
    MIIBpTCCAUygAwIBAgICEAYwCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVQWNjb3Jk
    IFRlc3QgQXV0aG9yaXR5MCIYDzIxMDAwNDA1MDAwMDAwWhgPMjExMDAxMDEwMDAw
    MDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
    A0IABEij6VY2sT587kd8BhTsQTJv6GacGtFBpFEMKjv2lMHyn3NdsTltYQtYcE3g
    fCJZ2e4XVtKybq941KJxlq64p/ajfjB8MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcE
    fwAAATATBgNVHSUEDDAKBggrBgEFBQcDATAJBgNVHRMEAjAAMB0GA1UdDgQWBBSd
    crTVYMXOWuIMUUI7UHM65eUBfDAfBgNVHSMEGDAWgBR+KxGuYe1T2mwYVqF/pKXy
    dDKTejAKBggqhkjOPQQDAgNHADBEAiAyejQLG7NI7zuLW8+G3XXoDR5GZVGnW//c
    Lu/C2gDP8wIgaXfUSBNF8sprGyFIzu1Dcxi4UpehyNkpflxd3fL8L7I=
    -----END CERTIFICATE-----
    """
  )

  /// For a client.
  static let client = PEMSource.text(
    """
    -----BEGIN CERTIFICATE-----
    MIIBhzCCAS2gAwIBAgICEAcwCgYIKoZIzj0EAwIwIDEeMBwGA1UEAwwVQWNjb3Jk
    IFRlc3QgQXV0aG9yaXR5MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAw
    WjATMREwDwYDVQQDDAhBIENsaWVudDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
    BCWPlzlyi5on0p1qntbvh3wRpEgyXHvLVXSmDGVSyb2L5NzXoZ2+z0krCgEj6nsG
    hXywicYny48LNly9MuKH/MajYjBgMBMGA1UdJQQMMAoGCCsGAQUFBwMCMAkGA1Ud
    EwQCMAAwHQYDVR0OBBYEFEF9c+4R3PsMyfiucGA9YH1VrKc9MB8GA1UdIwQYMBaA
    FH4rEa5h7VPabBhWoX+kpfJ0MpN6MAoGCCqGSM49BAMCA0gAMEUCIQDlg4Gt32by
    nyKEHCI5wnvIbP96IuuXSZAD9IQezRbI4AIgOdmMFS+/LRlznozOaipmxlJimEy2
    5PngZ4tYjJkyZwE=
    -----END CERTIFICATE-----
    """
  )

  static let serverKey = PEMSource.text(
    """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnvJmgApVaQ9Yydv5
    wsALjz9nlNlXyhqAVLs+Yxrvr6ehRANCAARPKzf2icp8JGyJdLdVoD+6APO1Eu0n
    8s7c8wQ3Nv9aZlG3aqQlB8pjDMluua+TUsMNvILM0O3Y7uoijrCY0gns
    -----END PRIVATE KEY-----
    """
  )

  static let elsewhereKey = PEMSource.text(
    """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgBNfTXlx6sKRIcui/
    amE6HT9Isaa/hpRktS7rBGiTWvihRANCAATqqL+CgwnpkS7tozVP8JnevihyEA04
    /iBkUZkWYfbo/Oy5Txn2mXBgP5qwxlshx/5mzrwOOoDbkCIwL0KJXaRB
    -----END PRIVATE KEY-----
    """
  )

  static let expiredKey = PEMSource.text(
    """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqSDJ08+f8+HKbtjW
    RVg5hSATf0Qdd8ZhWfHOrx1SWFGhRANCAATW6tFWQv29tF3xvxD3IP5NmZfhtupW
    0CpS9cnYQJjun5sYaKeAkyE53gifVu2golZUU0ZoQrLBelVAOIQBnujA
    -----END PRIVATE KEY-----
    """
  )

  static let notYetValidKey = PEMSource.text(
    """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHMW8zhNJapYA9sPy
    dSHhqBBA7Qbor4bZiG+OBF1aBcGhRANCAARIo+lWNrE+fO5HfAYU7EEyb+hmnBrR
    QaRRDCo79pTB8p9zXbE5bWELWHBN4HwiWdnuF1bSsm6veNSicZauuKf2
    -----END PRIVATE KEY-----
    """
  )

  static let clientKey = PEMSource.text(
    """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtRHFrR783csWqqst
    eCpqY//R1j1v4/JJFvPg9JCoHOahRANCAAQlj5c5couaJ9Kdap7W74d8EaRIMlx7
    y1V0pgxlUsm9i+Tc16Gdvs9JKwoBI+p7BoV8sInGJ8uPCzZcvTLih/zG
    -----END PRIVATE KEY-----
    """
  )
}
