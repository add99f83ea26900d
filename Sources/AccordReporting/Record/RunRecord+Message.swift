public import AccordModel

extension RunRecord {
  /// A request as it was sent, secrets redacted.
  public struct Request: Sendable, Hashable {
    /// The method.
    public package(set) var method: String
    /// The address: origin and request target.
    public package(set) var url: String
    /// The fields, in order.
    public package(set) var fields: [Field]
    /// The content.
    public package(set) var body: Content

    /// Creates a request's record.
    package init(method: String, url: String, fields: [Field] = [], body: Content = Content()) {
      self.method = method
      self.url = url
      self.fields = fields
      self.body = body
    }

    /// The record of a request.
    package init(
      _ request: AccordModel.Exchange.Request,
      keeping extent: Content.Extent = .beginning
    ) {
      self.init(
        method: request.method,
        url: request.origin + request.target,
        fields: request.fields,
        body: Content(request.body, keeping: extent)
      )
    }
  }

  /// A response as it came, secrets redacted.
  public struct Response: Sendable, Hashable {
    /// The protocol version.
    public package(set) var version: String
    /// The status.
    public package(set) var status: Int
    /// The reason phrase.
    public package(set) var reason: String
    /// The fields, in order.
    public package(set) var fields: [Field]
    /// The content.
    public package(set) var body: Content
    /// The trailer fields.
    public package(set) var trailers: [Field]
    /// The interim responses before it.
    public package(set) var interim: [AccordModel.Exchange.Response.Interim]
    /// Bytes after the end of the message.
    public package(set) var surplus: Content
    /// What it does against RFC 9112.
    public package(set) var deviations: [AccordModel.Exchange.Response.Deviation]

    /// Creates a response's record.
    package init(
      version: String = "HTTP/1.1",
      status: Int,
      reason: String = "",
      fields: [Field] = [],
      body: Content = Content(),
      trailers: [Field] = [],
      interim: [AccordModel.Exchange.Response.Interim] = [],
      surplus: Content = Content(),
      deviations: [AccordModel.Exchange.Response.Deviation] = []
    ) {
      self.version = version
      self.status = status
      self.reason = reason
      self.fields = fields
      self.body = body
      self.trailers = trailers
      self.interim = interim
      self.surplus = surplus
      self.deviations = deviations
    }

    /// The record of a response, whose content is kept at the places of violations in any case.
    package init(
      _ response: AccordModel.Exchange.Response,
      keeping extent: Content.Extent = .beginning,
      _ violations: [Violation] = []
    ) {
      self.init(
        version: response.version,
        status: response.status,
        reason: response.reason,
        fields: response.fields,
        // Places in content that is coded are those of what it decodes to.
        body: Content(
          response.body,
          keeping: extent,
          at: ContentCoding.names(in: response.fields).isEmpty ? violations : []
        ),
        trailers: response.trailers,
        interim: response.interim,
        surplus: Content(response.surplus, keeping: extent),
        deviations: response.deviations
      )
    }
  }
}
