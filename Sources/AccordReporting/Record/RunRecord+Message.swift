package import AccordModel

extension RunRecord {
  /// A request as it was sent, secrets redacted.
  package struct Request: Sendable, Hashable {
    /// The method.
    package var method: String
    /// The address: origin and request target.
    package var url: String
    /// The fields, in order.
    package var fields: [Field]
    /// The content.
    package var body: Content

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
  package struct Response: Sendable, Hashable {
    /// The protocol version.
    package var version: String
    /// The status.
    package var status: Int
    /// The reason phrase.
    package var reason: String
    /// The fields, in order.
    package var fields: [Field]
    /// The content.
    package var body: Content
    /// The trailer fields.
    package var trailers: [Field]
    /// The interim responses before it.
    package var interim: [AccordModel.Exchange.Response.Interim]
    /// Bytes after the end of the message.
    package var surplus: Content
    /// What it does against RFC 9112.
    package var deviations: [AccordModel.Exchange.Response.Deviation]

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
