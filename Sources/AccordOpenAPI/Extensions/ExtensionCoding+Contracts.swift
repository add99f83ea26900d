import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Contract {
  /// A contract, with what its operations say as well: nothing of it is the rest of something else.
  static var contract: Self {
    .object(
      Contract("", "", document: "", routes: [], responses: [], examples: [])
    ) { rows in
      rows.must("id", \.id, .text)
      rows.must("name", \.name, .text)
      rows.must("summary", \.summary, .text)
      rows.must("document", \.document, .text)
      rows.may("effect", \.effect, .effect)
      rows.may("references", \.references, .list(.page), unless: [])
      rows.must("routes", \.routes, .list(.route))
      rows.may("credential", \.credential, .credentialRule)
      rows.may("headers", \.headers, .list(.header), unless: [])
      rows.may("parameters", \.parameters, .list(.parameter), unless: [])
      rows.may("body", \.body, .requestBody)
      rows.must("responses", \.responses, .list(.response))
      rows.may("otherwise", \.otherwise, .list(.response), unless: [])
      rows.may("errors", \.errors, .list(.error), unless: [])
      rows.may("errorList", \.errorListBasis, .basis, unless: .stated)
      rows.may("formats", \.formats, .list(.text), unless: [])
      rows.may("unacceptable", \.unacceptable, .refusal)
      rows.may("responseTime", \.responseTime, .responseTime)
      rows.may("examples", \.examples, .list(.example), unless: [])
      rows.may("relations", \.relations, .list(.relation), unless: [])
      rows.may("stateDiagram", \.stateDiagram, .stateDiagram)
      rows.may("notes", \.notes, .list(.text), unless: [])
    } made: { read, source in
      var contract = Contract(
        read.id,
        read.summary,
        name: read.name,
        document: read.document,
        effect: read.effect,
        references: read.references,
        routes: read.routes,
        credential: read.credential,
        headers: read.headers,
        parameters: read.parameters,
        body: read.body,
        responses: read.responses,
        otherwise: read.otherwise,
        errors: read.errors,
        errorList: read.errorListBasis,
        formats: read.formats,
        unacceptable: read.unacceptable,
        examples: read.examples,
        relations: read.relations,
        stateDiagram: read.stateDiagram,
        notes: read.notes,
        fileID: source.fileID,
        line: source.line
      )
      contract.responseTime = read.responseTime
      return contract
    }
  }
}

extension ExtensionCoding where Value == StateDiagram {
  fileprivate static var stateDiagram: Self {
    .object(StateDiagram(of: "", from: "", [])) { rows in
      rows.must("subject", \.subject, .text)
      rows.must("initial", \.initial, .text)
      rows.must("transitions", \.transitions, .list(.transition))
    }
  }
}

extension ExtensionCoding where Value == StateDiagram.Transition {
  fileprivate static var transition: Self {
    .object(StateDiagram.Transition.transition(from: "", to: "", by: "")) { rows in
      rows.must("from", \.from, .text)
      rows.must("to", \.to, .text)
      rows.must("by", \.cause, .text)
    }
  }
}
