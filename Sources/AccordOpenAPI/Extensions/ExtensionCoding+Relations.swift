import AccordModel
import AccordSchema

extension ExtensionCoding where Value == Relation {
  /// What holds of several exchanges.
  static var relation: Self {
    .object(Relation.relation("", "", .sameReadTwice)) { rows in
      rows.must("name", \.name, .text)
      rows.must("sentence", \.clause.sentence, .text)
      rows.must("kind", \.kind, .relationKind)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      .relation(
        read.name,
        read.clause.sentence,
        read.kind,
        basis: read.clause.basis,
        fileID: source.fileID,
        line: source.line
      )
    }
  }
}

/// Another contract, how it is reached, and the places that are the same there.
private struct Lead: Hashable {
  var relation: String?
  var contract = ""
  var same: [JSONPointer] = []
}

extension ExtensionCoding where Value == Lead {
  fileprivate static var lead: Self {
    .object(Lead()) { rows in
      rows.may("relation", \.relation, .text)
      rows.must("contract", \.contract, .text)
      rows.may("same", \.same, .list(.pointer), unless: [])
    }
  }
}

/// A header field that may hold a key.
private struct Key: Hashable { var key: String? }

extension ExtensionCoding where Value == Key {
  fileprivate static var key: Self {
    .object(Key()) { rows in rows.may("key", \.key, .text) }
  }
}

/// A parameter and the value that loses.
private struct Decoy: Hashable {
  var parameter = ""
  var decoy = Operand.literal(.null)
}

extension ExtensionCoding where Value == Decoy {
  fileprivate static var decoy: Self {
    .object(Decoy()) { rows in
      rows.must("parameter", \.parameter, .text)
      rows.must("decoy", \.decoy, .operand)
    }
  }
}

extension ExtensionCoding where Value == Relation.Kind {
  fileprivate static var relationKind: Self {
    .choice { cases in
      cases.word("sameReadTwice", .sameReadTwice)
      cases.word("headAnswersAsGet", .headAnswersAsGet)
      cases.word("preconditionFailed", .preconditionFailed)
      cases.word("ranges", .ranges)
      cases.word("formatsAgree", .formatsAgree)
      cases.holding("notModified", .validator, Relation.Kind.notModified) {
        if case .notModified(let validator) = $0 { validator } else { nil }
      }
      cases.holding("locationLeads", .lead, { .locationLeads(to: $0.contract, same: $0.same) }) {
        guard case .locationLeads(let contract, let same) = $0 else { return nil }
        return Lead(contract: contract, same: same)
      }
      cases.holding(
        "linkLeads",
        .lead,
        { .linkLeads($0.relation ?? "", to: $0.contract, same: $0.same) }
      ) {
        guard case .linkLeads(let relation, let contract, let same) = $0 else { return nil }
        return Lead(relation: relation, contract: contract, same: same)
      }
      cases.holding("readsBack", .lead, { .readsBack(by: $0.contract, same: $0.same) }) {
        guard case .readsBack(let contract, let same) = $0 else { return nil }
        return Lead(contract: contract, same: same)
      }
      cases.holding("idempotent", .key, { .idempotent(key: $0.key) }) {
        if case .idempotent(let key) = $0 { Key(key: key) } else { nil }
      }
      cases.holding(
        "strongerPlaceWins",
        .decoy,
        { .strongerPlaceWins(parameter: $0.parameter, decoy: $0.decoy) }
      ) {
        guard case .strongerPlaceWins(let parameter, let decoy) = $0 else { return nil }
        return Decoy(parameter: parameter, decoy: decoy)
      }
      cases.holding("pagesHoldAll", .pages, Relation.Kind.pagesHoldAll) {
        if case .pagesHoldAll(let pages) = $0 { pages } else { nil }
      }
      addPaging(to: &cases)
      cases.holding("sortingSorts", .sorting, Relation.Kind.sortingSorts) {
        if case .sortingSorts(let sorting) = $0 { sorting } else { nil }
      }
      cases.holding("othersStay", .listing, Relation.Kind.othersStay) {
        if case .othersStay(let listing) = $0 { listing } else { nil }
      }
      cases.holding("actsDiffer", .listings, { .actsDiffer($0.first, $0.second) }) {
        guard case .actsDiffer(let first, let second) = $0 else { return nil }
        return Listings(first: first, second: second)
      }
    }
  }

  private static func addPaging(to cases: inout ExtensionChoices<Relation.Kind>) {
    cases.holding("pageIsBounded", .paging, Relation.Kind.pageIsBounded) {
      if case .pageIsBounded(let paging) = $0 { paging } else { nil }
    }
    cases.holding("pagesDoNotOverlap", .paging, Relation.Kind.pagesDoNotOverlap) {
      if case .pagesDoNotOverlap(let paging) = $0 { paging } else { nil }
    }
    cases.holding("pagesAreComplete", .paging, Relation.Kind.pagesAreComplete) {
      if case .pagesAreComplete(let paging) = $0 { paging } else { nil }
    }
    cases.holding("totalIsStable", .paging, Relation.Kind.totalIsStable) {
      if case .totalIsStable(let paging) = $0 { paging } else { nil }
    }
    cases.holding("totalIsCount", .paging, Relation.Kind.totalIsCount) {
      if case .totalIsCount(let paging) = $0 { paging } else { nil }
    }
    cases.holding("firstPageByEachNumber", .paging, Relation.Kind.firstPageByEachNumber) {
      if case .firstPageByEachNumber(let paging) = $0 { paging } else { nil }
    }
  }
}

extension ExtensionCoding where Value == Relation.Validator {
  fileprivate static var validator: Self {
    .word([("entityTag", .entityTag), ("lastModified", .lastModified)])
  }
}
