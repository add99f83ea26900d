#if HTTP2
import Foundation
import Testing

@testable import AccordWire

/// HTTP/2 as others speak it: curl as a client, the frames of Python's h2 as a server.
@Suite struct HTTP2PeerTests {
  private static let curl = "/usr/bin/curl"
  private static let python = FileManager.default.currentDirectoryPath + "/.build-peers/bin/python3"

  /// Whether a command ends well.
  private static func succeeds(_ program: String, _ arguments: [String]) -> Bool {
    guard let (status, _) = try? run(program, arguments) else { return false }
    return status == 0
  }

  private static func run(
    _ program: String,
    _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test(
    .enabled("curl with HTTP/2 is not here") {
      (try? run(curl, ["--version"]).output.contains("HTTP2")) ?? false
    }
  )
  func answersCurl() async throws {
    let server = try await WireServer.start(speaksHTTP2: true) { request in
      .response(
        status: 201,
        fields: [WireField("X-Version", request.version)],
        body: request.body
      )
    }
    let url = "http://127.0.0.1:\(server.port)/a"
    let (status, output) = try Self.run(
      Self.curl,
      ["-sS", "-i", "--http2-prior-knowledge", "--max-time", "20", "-d", "hello", url]
    )
    #expect(status == 0)
    #expect(output == "HTTP/2 201 \r\nx-version: HTTP/2\r\ncontent-length: 5\r\n\r\nhello")
    // The same port still speaks HTTP/1.1.
    let (_, old) = try Self.run(Self.curl, ["-sS", "-i", "--max-time", "20", "-d", "hello", url])
    #expect(old.hasPrefix("HTTP/1.1 201 \r\nX-Version: HTTP/1.1\r\n"))
    await server.shutdown()
  }

  /// Answers each request with its path, its content and a trailer; names its port first.
  private static let server = """
    import socket, h2.connection, h2.config, h2.events
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    peer, _ = listener.accept()
    c = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
    c.initiate_connection()
    peer.sendall(c.data_to_send())
    paths, bodies = {}, {}
    while True:
        data = peer.recv(65536)
        if not data: break
        for e in c.receive_data(data):
            if isinstance(e, h2.events.RequestReceived):
                h = {(k if isinstance(k, str) else k.decode()): (v if isinstance(v, str) else v.decode()) for k, v in e.headers}
                paths[e.stream_id] = h[":method"] + " " + h[":authority"].split(":")[0] + h[":path"]
                bodies[e.stream_id] = b""
            elif isinstance(e, h2.events.DataReceived):
                bodies[e.stream_id] += e.data
                c.acknowledge_received_data(e.flow_controlled_length, e.stream_id)
            elif isinstance(e, h2.events.StreamEnded):
                s = e.stream_id
                c.send_headers(s, [(":status", "200")])
                c.send_data(s, paths[s].encode() + b" " + bodies[s])
                c.send_headers(s, [("x-end", "1")], end_stream=True)
        peer.sendall(c.data_to_send())
    """

  @Test(
    .enabled("h2 of Tests/peers.txt is not installed") { succeeds(python, ["-c", "import h2"]) }
  )
  func asksAServerOfOthers() async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = ["-c", Self.server]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    defer { process.terminate() }
    var line = ""
    while !line.hasSuffix("\n") {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      line += String(decoding: data, as: UTF8.self)
    }
    let port = try #require(Int(line.dropLast()))
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: port)
    let client = WireClient(WireClientConfiguration(http2: .always))
    for number in 0..<20 {
      let exchange = await client.exchange(
        request("POST", "/\(number)", to: endpoint, body: "hello"),
        with: endpoint,
        safeToResend: false
      )
      #expect(
        "\(ExchangeSummary(exchange: exchange))"
          == "200  | body POST 127.0.0.1/\(number) hello | trailer x-end: 1"
      )
      #expect(exchange.connectionID == 1)
    }
    await client.shutdown()
  }
}
#endif
