import Accord
import AccordModel
import AccordReporting
import ArgumentParser

/// How requests reach a server.
struct ConnectionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "How many exchanges run at once, at most: 1 to 1000. (default: 8)",
    transform: NumberArgument.whole(1...1_000)
  )
  var jobs = 8

  @Option(
    name: .long,
    help: "The longest time for one exchange, in seconds: 0.001 to 86400. (default: 30)",
    transform: NumberArgument.decimal(0.001...86_400, unit: "seconds")
  )
  var timeout = 30.0

  @Option(
    name: .long,
    help: "The longest time for the whole run, in seconds: 0.001 to 2592000.",
    transform: NumberArgument.decimal(0.001...2_592_000, unit: "seconds")
  )
  var maxTime: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most requests a second, such as 20 or 20/s: 0.001 to 1000000.",
      discussion: "Retry-After is always honoured."
    ),
    transform: NumberArgument.decimal(0.001...1_000_000, unit: "requests a second", suffix: "/s")
  )
  var rate: Double?

  @Option(name: .long, help: "A file of certificates (PEM) to trust instead of the system's.")
  var caFile: String?

  @Option(name: .long, help: "The certificate (PEM) that the client shows.")
  var clientCertificate: String?

  @Option(name: .long, help: "The private key (PEM) of the client's certificate.")
  var clientKey: String?

  @Flag(name: .long, help: "Do not check the server's certificate. Every report says so.")
  var insecure = false

  @Option(
    name: .long,
    help: "Whether connections are kept for the next exchange: keep-alive or close."
  )
  var connection = ConnectionUse.keepAlive

  @Flag(
    name: .customLong("http2"),
    help: ArgumentHelp(
      "Speak HTTP/2 with every server, also without TLS.",
      discussion: "Without it a server of https may choose. Both need the package trait HTTP2."
    )
  )
  var http2 = false

  @Option(
    name: .customLong("header"),
    help: "A header that every request carries, as \"NAME: VALUE\"; may be repeated."
  )
  var headers: [String] = []

  @Option(
    name: .long,
    help: """
      The address of a host, as HOST:PORT:ADDRESS, whatever its name resolves to; may be repeated.
      """,
    transform: { text in
      do throws(HostResolution.Invalid) {
        return try HostResolution(text)
      } catch {
        throw ValidationError("\(error).")
      }
    }
  )
  var resolve: [HostResolution] = []

  func validate() throws {
    if clientKey != nil, clientCertificate == nil {
      throw ValidationError("--client-key needs --client-certificate.")
    }
    if insecure, caFile != nil {
      throw ValidationError("--insecure and --ca-file exclude each other.")
    }
    _ = try fields
  }

  /// What is to be said of options of TLS where there is no server: the mock speaks none.
  func unusedTLSOptions(withoutServer: Bool) -> String? {
    let given = [
      caFile.map { _ in "--ca-file" }, clientCertificate.map { _ in "--client-certificate" },
      clientKey.map { _ in "--client-key" }, insecure ? "--insecure" : nil,
    ].compactMap(\.self)
    guard withoutServer, !given.isEmpty else { return nil }
    return
      "\(given.joined(separator: " and ")) \(given.count == 1 ? "is" : "are") not used: without "
      + "--server the embedded mock is verified, which speaks no TLS."
  }

  /// Reads the files that are named, so that a wrong path is not a failure of every case.
  func checkFiles() throws {
    let files = [
      ("--ca-file", caFile), ("--client-certificate", clientCertificate),
      ("--client-key", clientKey),
    ]
    for (name, path) in files {
      guard let path else { continue }
      do {
        _ = try InputFile.read(path)
      } catch let error as ValidationError {
        throw ValidationError("\(name): \(error.message)")
      }
    }
  }

  /// The headers that every request carries.
  var fields: [Field] {
    get throws {
      try headers.map { text in
        let bytes = Array(text.utf8)
        // Bytes, because a mark after the colon would hide it.
        let colon = bytes.firstIndex(of: 0x3A) ?? bytes.endIndex
        let field = Field(
          String(decoding: bytes[..<colon], as: UTF8.self),
          Self.trimmed(bytes.dropFirst(colon + 1))
        )
        guard colon < bytes.endIndex, field.isWellFormed else {
          throw ValidationError(
            "--header expects \"NAME: VALUE\", found \"\(TerminalText.line(text))\"."
          )
        }
        if ["content-length", "transfer-encoding"].contains(field.name.lowercased()) {
          throw ValidationError(
            "--header cannot set \(field.name): how long a request is follows from its content."
          )
        }
        return field
      }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The settings for connections to servers.
  var settings: ConnectionSettings { settings(withTLS: true) }

  /// The settings for connections, with the options of TLS or without.
  func settings(withTLS isUsed: Bool) -> ConnectionSettings {
    ConnectionSettings(
      timeout: timeout,
      caFile: isUsed ? caFile : nil,
      clientCertificate: isUsed ? clientCertificate : nil,
      clientKey: isUsed ? clientKey : nil,
      isInsecure: isUsed && insecure,
      connections: jobs,
      keepsConnections: connection == .keepAlive,
      resolutions: resolve,
      usesHTTP2: http2
    )
  }
}
