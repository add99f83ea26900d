import AccordModel
import AccordSchema

extension RunRecord.Exchange {
  init(_ value: RecordedValue) throws(RunRecordError) {
    let request = try value.member("request")
    let timing = try value.member("microseconds")
    self.init(
      step: try value.text("step"),
      request: RunRecord.Request(
        method: try request.string("method"),
        url: try request.string("url"),
        fields: try request.list("fields", Field.init),
        body: try RunRecord.Content(request.member("body"))
      ),
      curl: try value.string("curl"),
      curlWithoutBody: try value.text("curlWithoutBody"),
      response: try value.optional("response", RunRecord.Response.init),
      failure: try value.optional("failure", ExchangeFailure.init),
      timing: RunRecord.Timing(
        connect: try timing.count("connect"),
        firstByte: try timing.count("firstByte"),
        total: try timing.count("total")
      ),
      wasResent: try value.boolean("wasResent")
    )
  }
}

extension RunRecord.Response {
  init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(
      version: try value.string("version"),
      status: try value.count("status"),
      reason: try value.string("reason"),
      fields: try value.list("fields", Field.init),
      body: try RunRecord.Content(value.member("body")),
      trailers: try value.list("trailers", Field.init),
      interim: try value.list("interim") { interim throws(RunRecordError) in
        AccordModel.Exchange.Response.Interim(
          status: try interim.count("status"),
          fields: try interim.list("fields", Field.init)
        )
      },
      surplus: try RunRecord.Content(value.member("surplus")),
      deviations: try value.list("deviations") { deviation throws(RunRecordError) in
        AccordModel.Exchange.Response.Deviation(
          id: try deviation.string("id"),
          sentence: try deviation.string("sentence")
        )
      }
    )
  }
}

extension RunRecord.Content {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard !value.json.isNull else {
      self.init()
      return
    }
    self.init(
      try value.content,
      length: max(0, try value.count("length")),
      digest: value.json["sha256"] == nil ? nil : try value.string("sha256"),
      passages: value.json["passages"] == nil
        ? [] : try value.list("passages", RunRecord.Content.Passage.init)
    )
    for passage in passages where passage.start.byte > length - passage.bytes.count {
      throw try value.member("passages").unexpected("parts of the content")
    }
  }
}

extension RunRecord.Content.Passage {
  init(_ value: RecordedValue) throws(RunRecordError) {
    let start = SourcePosition(
      byte: try value.count("byte"),
      line: try value.count("line"),
      column: try value.count("column")
    )
    // What is not so was not written by this tool, and would be taken for a place.
    for (name, number, least) in [
      ("byte", start.byte, 0), ("line", start.line, 1), ("column", start.column, 1),
    ]
    where number < least {
      throw try value.member(name).unexpected("a number of at least \(least)")
    }
    self.init(start: start, bytes: try value.content)
  }
}

extension RecordedValue {
  /// The bytes of content, as text or in Base64.
  fileprivate var content: [UInt8] {
    get throws(RunRecordError) {
      if json["text"] != nil { return Array(try string("text").utf8) }
      guard let bytes = Base64.bytes(try string("base64")) else {
        throw try member("base64").unexpected("Base64 with padding")
      }
      return bytes
    }
  }
}

extension Field {
  fileprivate init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(try value.string("name"), try value.string("value"))
  }
}

extension ExchangeFailure {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard let kind = Kind(rawValue: try value.string("kind")) else {
      throw try value.member("kind").unexpected("the kind of a failure")
    }
    self.init(kind, try value.string("message"))
  }
}
