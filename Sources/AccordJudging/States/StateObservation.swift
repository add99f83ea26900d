package import AccordModel
import AccordSchema

/// The exchanges of a case that are held to an assertion of the state of a resource.
package struct StateObservation {
  /// The assertion.
  package let assertion: StateAssertion

  /// The exchanges that took place, in order.
  package let steps: [Observation]

  /// The resource in an answer.
  enum Sight {
    /// The answer has it once, at a place.
    case found(JSON, at: InstancePath)
    /// A list has it not, or more than once.
    case times(Int)
    /// The content cannot be read, or what tells the resource is not known.
    case unseen(String)
  }

  /// The step of this number.
  func step(_ number: Int) -> Observation? { steps.first { $0.index == number } }

  /// The step that the assertion is about.
  var look: Observation? { step(assertion.step) }

  /// A value of an earlier exchange.
  func value(of output: Output) -> JSON? {
    guard let step = step(output.step) else { return nil }
    return output.value(
      in: Exchange(request: step.request, outcome: .answered(step.response))
    )
  }

  /// The resource in the answer to a step.
  func sight(in step: Observation) -> Sight {
    guard let answer = step.answerValue() else {
      guard assertion.item == nil, let bytes = step.octets else {
        return .unseen("The answer to \(step.stepName) cannot be read.")
      }
      return .found(.string(Excerpt.digest(of: bytes)), at: .root)
    }
    guard let item = assertion.item else {
      guard case .whole(let value) = answer else {
        return .unseen("The answer to \(step.stepName) is a list.")
      }
      return .found(value, at: .root)
    }
    guard let identity = value(of: item.identity) else {
      return .unseen("What tells the resource from others is not known.")
    }
    guard let items = answer[item.items]?.elements else {
      return .unseen("The answer to \(step.stepName) has no list at \(item.items).")
    }
    let found = item.found(among: items, identity)
    guard found.count == 1, let only = found.first else { return .times(found.count) }
    return .found(only.item, at: InstancePath(members: item.items).appending(.item(only.number)))
  }

  /// The place of the list, or of the resource.
  var place: Violation.Place { .body(members: assertion.item?.items ?? .root) }

  /// A place in the resource.
  func place(_ path: InstancePath, _ inside: InstancePath) -> Violation.Place {
    .body(row: nil, path: path.appending(inside))
  }

  /// The resource as messages name it: by its identity, where it is an item.
  var name: String {
    guard let item = assertion.item, let identity = value(of: item.identity) else {
      return "the resource"
    }
    return "an item with \(Excerpt.text(identity.text())) at \(item.pointer)"
  }

  /// What was done before, as the end of a sentence; empty where nothing was.
  var afterWords: String {
    assertion.act.flatMap(step).map { " after \($0.stepName)" } ?? ""
  }

  /// A violation of the assertion.
  func violation(
    _ rule: any Rule,
    in step: Observation,
    at place: Violation.Place,
    expected: String,
    actual: String,
    hint: String? = nil
  ) -> Finding {
    .violations([
      step.violation(
        rule,
        assertion.clause,
        at: place,
        expected: Excerpt.text(expected),
        actual: Excerpt.text(actual),
        hint: hint
      )
    ])
  }
}

extension Observation {
  /// The content, where the answer is bytes that no schema looks into, or has none; `nil` where it is
  /// something else, or cannot be decoded.
  var octets: [UInt8]? {
    guard contentFault == nil else { return nil }
    // What HEAD says is that there is something.
    if request.method == "HEAD" { return content }
    switch writtenResponse?.content {
    case .octets?, .empty?: return content
    case .payload?, .rows?, .unspecified?, nil: return nil
    }
  }
}
