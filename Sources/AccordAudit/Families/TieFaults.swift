import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes

/// Answers that do not follow what was sent, or that are not the same in every format.
struct TieFaults: OperatorFamily {
  let name = "ties"
  let operators = [
    "tied-value-wrong", "tied-list-too-long", "tied-item-wrong", "one-format-differs",
    "read-differs", "head-differs",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    ties(audited) + relations(audited)
  }

  private func ties(_ audited: AuditedContract) -> [Mutant] {
    distinct(audited.rights.map(\.rule)).flatMap { rule -> [Mutant] in
      guard let schema = rule.schema else { return [] }
      return rule.ties.flatMap { tie -> [Mutant] in
        let place = tie.clause.id
        func mutants(
          _ name: String,
          _ words: String,
          _ change: @escaping @Sendable (JSON, AnswerView) -> JSON?
        ) -> [Mutant] {
          audited.scopes.map { scope in
            audited.mutant(
              self,
              name,
              place,
              breaking: tie.clause,
              in: scope,
              "the answer to \(audited.words) \(words)",
              .answer { answer, view in
                guard view.isResponse(rule) else { return }
                answer.edit(as: schema, in: view.suite) { change($0, view) }
              }
            )
          }
        }
        switch tie.kind {
        case .parameter(let pointer, let parameter):
          return mutants("tied-value-wrong", "has another \(pointer) than \(parameter)") {
            value,
            _ in
            value[pointer]?.different.flatMap { value.replacing($0, at: pointer) }
          }
        case .body(let pointer, _):
          return mutants("tied-value-wrong", "has another \(pointer) than was sent") { value, _ in
            value[pointer]?.different.flatMap { value.replacing($0, at: pointer) }
          }
        case .atMost(let list, let parameter):
          return mutants("tied-list-too-long", "has one item more than \(parameter) says") {
            value,
            view in
            guard let most = view.argument(parameter).flatMap({ Int($0) }), most >= 0, most < 1_000,
              let items = value[list]?.elements, let last = items.last
            else { return nil }
            let more = items + [JSON](repeating: last, count: max(0, most + 1 - items.count))
            return value.replacing(.array(more), at: list)
          }
        case .every(let list, let member, let parameter):
          return mutants("tied-item-wrong", "has a last item whose \(member) is not \(parameter)") {
            value,
            view in
            guard view.argument(parameter) != nil, let items = value[list]?.elements,
              let other = items.last?[member]?.different
            else { return nil }
            return value.replacing(
              other,
              at: list.appending(items.count - 1).appending(member)
            )
          }
        }
      }
    }
  }

  private func relations(_ audited: AuditedContract) -> [Mutant] {
    audited.contract.relations.flatMap { relation -> [Mutant] in
      switch relation.kind {
      case .formatsAgree:
        return audited.contract.formats(in: audited.suite).map { format in
          audited.mutant(
            self,
            "one-format-differs",
            relation.name,
            breaking: relation.clause,
            in: Scope(audited.contract.id, format: format.id),
            "the answer to \(audited.words) has another value than in other formats",
            .answer { answer, view in Self.differ(&answer, view) }
          )
        }
      case .sameReadTwice:
        return [
          audited.mutant(
            self,
            "read-differs",
            relation.name,
            breaking: relation.clause,
            "every second answer to the same \(audited.words) has another value",
            .exchange { turn in
              var answer = await turn.main(turn.request)
              let count = turn.memory.count("\(turn.request.method) \(turn.request.target)")
              guard count.isMultiple(of: 2) else { return answer }
              Self.differ(&answer, turn.view(answer))
              return answer
            }
          )
        ]
      case .headAnswersAsGet:
        return [
          audited.mutant(
            self,
            "head-differs",
            "\(relation.name)/status",
            breaking: relation.clause,
            in: Self.head(of: audited),
            "\(audited.words) answers HEAD with 204",
            .answer { answer, _ in
              if answer.isSuccess { answer.setStatus(204) }
            }
          ),
          audited.mutant(
            self,
            "head-differs",
            "\(relation.name)/type",
            breaking: relation.clause,
            in: Self.head(of: audited),
            "\(audited.words) answers HEAD with another Content-Type than GET",
            .answer { answer, _ in
              if answer.isSuccess { answer.setField("Content-Type", "text/plain") }
            }
          ),
        ]
      default: return []
      }
    }
  }

  /// Where HEAD is answered, which may be another contract's to say.
  private static func head(of audited: AuditedContract) -> Scope {
    let paths = audited.contract.routes.map(\.path)
    let own = audited.suite.contracts.first { contract in
      contract.routes.contains { route in
        guard case .only(let methods) = route.methods else { return false }
        return paths.contains(route.path) && methods.contains(.head)
      }
    }
    return Scope(own?.id ?? audited.contract.id, method: "HEAD")
  }

  /// The answer with another value somewhere, which its schema allows.
  static func differ(_ answer: inout MockAnswer, _ view: AnswerView) {
    guard case .response(let rule) = view.kind, let schema = rule.schema,
      let validator = try? SchemaValidator(schema)
    else { return }
    answer.edit(as: schema, in: view.suite) { value in
      for pointer in value.leaves(limit: 40) {
        guard let other = value[pointer]?.different,
          let changed = value.replacing(other, at: pointer), validator.admits(changed)
        else { continue }
        return changed
      }
      return nil
    }
  }
}
