package import AccordModel
import AccordSchema
import HTTPTypes

/// Holds what a read answers to what a request before it sent.
package struct ReadsBack: RelationRule {
  package init() {}

  package var id: String { "reads-back" }
  package var sentence: String { "What was sent is what is read afterwards." }
  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .readsBack = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .readsBack(let contract, let members) = observation.relation.kind,
      let write = observation.steps.first,
      write.promisedResponse?.statuses.contains(write.response.status) ?? false
    else { return .notApplicable }
    guard observation.steps.count > 1 else {
      return .notChecked("The answer does not say where what was sent is read.")
    }
    let read = observation.steps[1]
    guard read.promisedResponse?.statuses.contains(read.response.status) ?? false else {
      return observation.violation(
        self,
        in: read,
        at: .status,
        expected: "an answer of \(contract), because \(write.stepName) was taken",
        actual: read.statusInWords
      )
    }
    guard let sent = write.sentPayload, write.sendsValue else {
      return bytes(observation, write, read)
    }
    return values(observation, write, read, sent, members)
  }

  private func bytes(
    _ observation: RelationObservation,
    _ write: Observation,
    _ read: Observation
  ) -> Finding {
    guard read.contentFault == nil else {
      return .notChecked("The content of \(read.stepName) cannot be decoded.")
    }
    let (sent, got) = (write.request.body, read.content)
    guard sent != got else { return .satisfied }
    let index = zip(sent, got).prefix { $0 == $1 }.count
    return observation.disagreement(
      self,
      of: read,
      with: write,
      at: .body(),
      expected: Excerpt.digest(of: sent),
      actual: "\(Excerpt.digest(of: got)); the first byte that differs is at \(index)"
    )
  }

  private func values(
    _ observation: RelationObservation,
    _ write: Observation,
    _ read: Observation,
    _ sent: JSON,
    _ members: [JSONPointer]
  ) -> Finding {
    guard let answer = read.answerValue() else {
      return .notChecked("The content of \(read.stepName) cannot be read.")
    }
    var looked = false
    for pointer in members.isEmpty ? Self.members(of: sent, in: read) : members {
      guard let value = sent[pointer] else { continue }
      looked = true
      guard let difference = Self.difference(value, answer[pointer]) else { continue }
      return observation.disagreement(
        self,
        of: read,
        with: write,
        at: .body(InstancePath(members: pointer).appending(difference.path)),
        expected: ValueDifference.words(difference.left),
        actual: ValueDifference.words(difference.right)
      )
    }
    return looked ? .satisfied : .notChecked("Nothing that was sent is a member of the answer.")
  }

  /// The members that were sent and that the answer has by its schema.
  private static func members(of sent: JSON, in read: Observation) -> [JSONPointer] {
    guard let members = sent.members else { return [.root] }
    let declared = (read.writtenResponse?.schema?.declaredMembers ?? []).map(\.name)
    return members.map(\.key).filter { declared.isEmpty || declared.contains($0) }
      .map { JSONPointer(tokens: [$0]) }
  }

  /// Where a value lacks something of what was sent, or has it otherwise; it may have more.
  private static func difference(_ sent: JSON, _ got: JSON?) -> ValueDifference? {
    var open: [(InstancePath, JSON, JSON?)] = [(.root, sent, got)]
    while let (path, sent, got) = open.popLast() {
      switch (sent, got) {
      // What is null may be left out.
      case (.null, nil): continue
      case (.object(let members), .object?):
        open += members.reversed().map { member in
          (path.appending(.member(member.key)), member.value, got?[member.key])
        }
      case (.array(let left), .array(let right)?) where left.count == right.count:
        open += zip(left, right).enumerated().reversed().map { index, pair in
          (path.appending(.item(index)), pair.0, .some(pair.1))
        }
      default:
        guard let got else { return ValueDifference(path: path, left: sent, right: nil) }
        guard ValueDifference.first(sent, got) != nil else { continue }
        return ValueDifference(path: path, left: sent, right: got)
      }
    }
    return nil
  }

  package var accepted: [RuleExample] {
    [
      .kept("the same bytes", "Emma", "Emma")
    ]
  }

  package var rejected: [RuleExample] {
    [
      .kept("other bytes", "Emma", "Emmi", at: "response body"),
      .kept("fewer bytes", "Emma", "Em", at: "response body"),
    ]
  }
}

extension Observation {
  /// Whether the request's content is a value, and not bytes or text.
  fileprivate var sendsValue: Bool {
    switch step.request.body {
    case .value(_, _, let syntax, _)?: syntax != .bytes && syntax != .text
    case .form?: true
    case .bytes?, .output?, nil: false
    }
  }
}

extension RuleExample {
  /// A cover that is put and then read.
  fileprivate static func kept(
    _ name: String,
    _ sent: String,
    _ got: String,
    at place: String? = nil
  ) -> RuleExample {
    var write = Turn.remove(7)
    write.request.method = .put
    write.request.body = .bytes(Array(sent.utf8))
    let read = Turn.get(
      expecting: BookShop.cover(),
      .answer(200, "application/octet-stream", got)
    )
    return relation(
      name,
      .readsBack(by: "books.get"),
      of: BookShop.remove,
      [write, read],
      at: place
    )
  }
}
