import AccordModel
import AccordSchema

extension CleanUpRequest: EncodedValue {
  var json: JSON {
    [
      "case": .string(testCase.description),
      "number": .count(number),
      "step": .string(step),
      "method": .string(method),
      "target": .string(target),
      "fields": .array(
        fields.map { ["name": .string($0.name), "value": .string($0.value)] }
      ),
      "body": .string(Base64.text(body)),
      "caller": caller.map { ["role": .text($0.role), "fields": .texts($0.fields)] } ?? .null,
    ]
  }
}

extension CleanUpRequest {
  init(_ value: RecordedValue, of suite: ContractSuite.ID) throws(RunRecordError) {
    guard let body = Base64.bytes(try value.string("body")) else {
      throw try value.member("body").unexpected("bytes in Base64")
    }
    let member = try value.member("caller")
    self.init(
      suite: suite,
      testCase: CaseID(try value.string("case")),
      number: try value.count("number"),
      step: try value.string("step"),
      method: try value.string("method"),
      target: try value.string("target"),
      fields: try value.list("fields") { field throws(RunRecordError) in
        Field(try field.string("name"), try field.string("value"))
      },
      body: body,
      caller: member.json.isNull
        ? nil : Caller(role: try member.text("role"), fields: try member.texts("fields"))
    )
  }
}
