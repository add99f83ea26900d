import AccordMocking
import AccordModel
import AccordSchema

/// Lists that are not in the order that was asked for.
struct OrderFaults: OperatorFamily {
  let name = "order"
  let operators = ["order-ignored", "order-reversed", "order-in-part", "direction-ignored"]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    audited.contract.relations.flatMap { relation -> [Mutant] in
      guard case .sortingSorts(let sorting) = relation.kind else { return [] }
      return faults(audited, relation, sorting)
    }
  }

  private func faults(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ sorting: Relation.Sorting
  ) -> [Mutant] {
    let names = sorting.parameters
    let members = sorting.orders.compactMap(\.member)
    func edit(
      _ name: String,
      _ words: String,
      _ change: @escaping @Sendable ([JSON]) -> [JSON]
    ) -> [Mutant] {
      audited.scopes.map { scope in
        audited.mutant(
          self,
          name,
          relation.name,
          breaking: relation.clause,
          in: scope,
          "\(audited.words) \(words)",
          .answer { answer, view in
            guard case .response(let rule) = view.kind, let schema = rule.schema,
              // Unless the order was asked for in a right way, any is right.
              names.contains(where: { !view.request.queryPairs($0).isEmpty }),
              view.request.query.allSatisfy({
                !names.contains($0.name) || audited.isRight($0.value, $0.name)
              })
            else { return }
            answer.edit(as: schema, in: view.suite) { value in
              guard let items = value[sorting.items]?.elements, items.count > 1 else { return nil }
              return value.replacing(.array(change(items)), at: sorting.items)
            }
          }
        )
      }
    }
    var mutants = [
      audited.mutant(
        self,
        "order-ignored",
        relation.name,
        breaking: relation.clause,
        "\(audited.words) gives every list in the same order",
        .request { request, _ in
          var changed = request
          for name in names { changed.removeQuery(name) }
          return changed == request ? nil : changed
        }
      )
    ]
    for order in sorting.orders {
      guard let descending = order.descending, let ascending = order.ascending else { continue }
      // What is asked for by both directions is taken for the other one.
      let told = descending.list.filter { argument in
        ascending.list.contains { $0.name == argument.name && $0.value != argument.value }
      }
      for argument in told {
        guard
          case .literal(let up)? = ascending.list.first(where: { $0.name == argument.name })?.value,
          case .literal(let down) = argument.value
        else { continue }
        mutants.append(
          audited.mutant(
            self,
            "direction-ignored",
            order.name,
            breaking: relation.clause,
            "\(audited.words) gives \(order.name) ascending though descending is asked for",
            .request { request, _ in
              let sent = "\(argument.name)=\(down.wireText)"
              guard request.queryPairs(argument.name) == [sent],
                // The order itself may be told by another parameter.
                descending.list.filter({ $0.name != argument.name }).allSatisfy({ other in
                  guard case .literal(let value) = other.value else { return true }
                  return request.queryPairs(other.name) == ["\(other.name)=\(value.wireText)"]
                })
              else { return nil }
              var request = request
              request.setQuery(argument.name, pairs: ["\(argument.name)=\(up.wireText)"])
              return request
            }
          )
        )
      }
    }
    mutants += edit("order-reversed", "gives lists the other way round") { $0.reversed() }
    mutants += edit("order-in-part", "gives the last two items of a list in the wrong order") {
      items in
      // Items that do not differ in any member by which lists are sorted have no order.
      guard let (last, other) = items.last.map({ ($0, items[items.count - 2]) }), items.count > 2,
        !members.isEmpty, members.allSatisfy({ last[$0] != nil && last[$0] != other[$0] })
      else { return items }
      return items.dropLast(2) + [last, other]
    }
    return mutants
  }
}
