import AccordMocking
import AccordModel
import AccordSchema

/// Pages that are too long, lose or repeat items at their edges, or count wrongly.
struct PagingFaults: OperatorFamily {
  let name = "paging"
  let operators = [
    "page-too-long", "page-loses-item", "page-repeats-item", "total-wrong",
    "total-of-later-page-wrong",
    "page-number-ignored", "page-size-ignored", "first-page-other", "next-page-lost",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    audited.contract.relations.flatMap { relation -> [Mutant] in
      switch relation.kind {
      case .pageIsBounded(let paging):
        return [tooLong(audited, relation, paging.size, paging.items)]
          + ignored(audited, relation, paging.size, "page-size-ignored")
      case .pagesDoNotOverlap(let paging):
        return repeats(audited, relation, paging)
          + ignored(audited, relation, paging.number, "page-number-ignored")
      case .pagesAreComplete(let paging):
        return loses(audited, relation, paging.items, Self.isLater(paging))
      case .totalIsStable(let paging):
        return total(
          audited,
          relation,
          paging.total,
          "total-of-later-page-wrong",
          Self.isLater(paging)
        )
      case .totalIsCount(let paging):
        return total(audited, relation, paging.total, "total-wrong") { _ in true }
      case .firstPageByEachNumber(let paging):
        return paging.first.dropFirst().map { first(audited, relation, paging, by: $0) }
      case .pagesHoldAll(let pages): return all(audited, relation, pages)
      default: return []
      }
    }
  }

  /// Whether an answer is another page than the first.
  private static func isLater(_ paging: Relation.Paging) -> @Sendable (AnswerView) -> Bool {
    { view in
      guard let page = view.argument(paging.number).flatMap({ Int($0) }) else { return false }
      return page > paging.start && !paging.first.contains(page)
    }
  }

  private func edit(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ name: String,
    _ words: String,
    in scopes: [Scope]? = nil,
    _ change: @escaping @Sendable (JSON, AnswerView) -> JSON?
  ) -> [Mutant] {
    (scopes ?? [Scope(audited.contract.id)]).map { scope in
      audited.mutant(
        self,
        name,
        relation.name,
        breaking: relation.clause,
        in: scope,
        "\(audited.words) \(words)",
        .answer { answer, view in
          guard case .response(let rule) = view.kind, let schema = rule.schema else { return }
          answer.edit(as: schema, in: view.suite) { change($0, view) }
        }
      )
    }
  }

  private func tooLong(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ size: String,
    _ items: JSONPointer
  ) -> Mutant {
    edit(audited, relation, "page-too-long", "gives one item more than \(size)") { value, view in
      guard let most = view.argument(size).flatMap({ Int($0) }), (0..<1_000).contains(most),
        let found = value[items]?.elements, let last = found.last
      else { return nil }
      let more = found + [JSON](repeating: last, count: max(0, most + 1 - found.count))
      return more.count == found.count ? nil : value.replacing(.array(more), at: items)
    }[0]
  }

  private func loses(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ items: JSONPointer,
    _ isLater: @escaping @Sendable (AnswerView) -> Bool
  ) -> [Mutant] {
    edit(
      audited,
      relation,
      "page-loses-item",
      "loses the first item of every page but the first",
      in: audited.scopes
    ) { value, view in
      guard isLater(view), let found = value[items]?.elements, !found.isEmpty else { return nil }
      return value.replacing(.array(Array(found.dropFirst())), at: items)
    }
  }

  private func total(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ total: JSONPointer?,
    _ name: String,
    _ isMeant: @escaping @Sendable (AnswerView) -> Bool
  ) -> [Mutant] {
    guard let total else { return [] }
    let words = name == "total-wrong" ? "counts one too many" : "counts one more on later pages"
    return edit(audited, relation, name, words) { value, view in
      guard isMeant(view), let number = value[total]?.number?.int else { return nil }
      return value.replacing(.number(JSONNumber(number + 1)), at: total)
    }
  }

  /// A page begins with what the one before it ended with.
  private func repeats(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ paging: Relation.Paging
  ) -> [Mutant] {
    let (number, items, isLater) = (paging.number, paging.items, Self.isLater(paging))
    return [
      audited.mutant(
        self,
        "page-repeats-item",
        relation.name,
        breaking: relation.clause,
        "\(audited.words) begins each page with the last item of the one before",
        concerning: { _, view in isLater(view) },
        .exchange { turn in
          var answer = await turn.main(turn.request)
          let view = turn.view(answer)
          guard let page = view.argument(number).flatMap({ Int($0) }), isLater(view),
            case .response(let rule) = view.kind, let schema = rule.schema
          else { return answer }
          var before = turn.request
          before.setQuery(number, pairs: ["\(number)=\(page - 1)"])
          let earlier = await turn.other(before)
          guard let last = earlier.value(as: schema, in: view.suite)?[items]?.elements?.last else {
            return answer
          }
          answer.edit(as: schema, in: view.suite) { value in
            guard let found = value[items]?.elements, !found.isEmpty else { return nil }
            return value.replacing(.array([last] + found.dropLast()), at: items)
          }
          return answer
        }
      )
    ]
  }

  private func ignored(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ parameter: String,
    _ name: String
  ) -> [Mutant] {
    audited.scopes.map { scope in
      audited.mutant(
        self,
        name,
        parameter,
        breaking: relation.clause,
        in: scope,
        "\(audited.words) ignores \(parameter)",
        .request { request, _ in
          // What a wrong number gets is another promise.
          guard let sent = request.query.first(where: { $0.name == parameter })?.value,
            !sent.isEmpty, name == "page-number-ignored" || Int(sent) != nil,
            Int(sent) != nil || audited.isRight(sent, parameter)
          else { return nil }
          var request = request
          request.removeQuery(parameter)
          return request
        }
      )
    }
  }

  /// Another page for a number that means the first too.
  private func first(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ paging: Relation.Paging,
    by number: Int
  ) -> Mutant {
    audited.mutant(
      self,
      "first-page-other",
      "\(relation.name)/\(number)",
      breaking: relation.clause,
      "\(audited.words) gives the second page for page \(number)",
      .request { request, occasion in
        guard request.argument(paging.number, occasion) == String(number) else { return nil }
        var request = request
        request.setQuery(paging.number, pairs: ["\(paging.number)=\(paging.start + 1)"])
        return request
      }
    )
  }

  /// Pages that are asked for one after the other.
  private func all(
    _ audited: AuditedContract,
    _ relation: Relation,
    _ pages: Relation.Pages
  ) -> [Mutant] {
    let parameter: String? =
      switch pages.next {
      case .link: nil
      case .cursor(let name, _), .offset(let name), .number(let name, _): name
      }
    let isLater: @Sendable (AnswerView) -> Bool = { view in
      guard let parameter else { return view.request.query.count > 1 }
      guard let sent = view.argument(parameter) else { return false }
      if case .number(_, let first) = pages.next { return Int(sent).map { $0 > first } ?? false }
      return sent != "0"
    }
    var mutants = loses(audited, relation, pages.items, isLater)
    mutants.append(tooLong(audited, relation, pages.size, pages.items))
    mutants += ignored(audited, relation, pages.size, "page-size-ignored")
    mutants += total(audited, relation, pages.total, "total-wrong") { _ in true }
    if let parameter {
      mutants += ignored(audited, relation, parameter, "page-number-ignored")
    }
    mutants.append(
      audited.mutant(
        self,
        "next-page-lost",
        relation.name,
        breaking: relation.clause,
        "\(audited.words) does not lead to the next page",
        .answer { answer, view in
          switch pages.next {
          case .link: answer.removeField("Link")
          case .cursor(_, let pointer):
            guard case .response(let rule) = view.kind, let schema = rule.schema else { return }
            answer.edit(as: schema, in: view.suite) { value in
              value[pointer]?.string == nil ? nil : value.removing(at: pointer)
            }
          case .offset, .number:
            guard isLater(view), case .response(let rule) = view.kind, let schema = rule.schema
            else { return }
            answer.edit(as: schema, in: view.suite) { value in
              value[pages.items]?.elements?.isEmpty == false
                ? value.replacing(.array([]), at: pages.items) : nil
            }
          }
        }
      )
    )
    return mutants
  }
}

extension Relation.Paging {
  /// The number from which pages are counted.
  fileprivate var start: Int { first.first ?? 1 }
}
