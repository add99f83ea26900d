import AccordModel
import AccordSchema

extension ExtensionCoding where Value == ResponseRule.Tie {
  /// What ties an answer to its request.
  static var tie: Self {
    .object(ResponseRule.Tie.items(.root, atMost: "")) { rows in
      rows.must("kind", \.kind, .tieKind)
      rows.may("basis", \.clause.basis, .basis, unless: .stated)
    } made: { read, source in
      let (basis, file, line) = (read.clause.basis, source.fileID, source.line)
      return switch read.kind {
      case .atMost(let list, let parameter):
        .items(list, atMost: parameter, basis: basis, fileID: file, line: line)
      case .parameter(let pointer, let parameter):
        .value(pointer, is: parameter, basis: basis, fileID: file, line: line)
      case .body(let pointer, let sent):
        .value(pointer, sentAt: sent, basis: basis, fileID: file, line: line)
      case .every(let list, let member, let parameter):
        .every(list, member, is: parameter, basis: basis, fileID: file, line: line)
      }
    }
  }
}

/// The places and the parameter that are tied.
private struct Tied: Hashable {
  var place = JSONPointer.root
  var other = JSONPointer.root
  var parameter = ""
}

extension ExtensionCoding where Value == ResponseRule.Tie.Kind {
  fileprivate static var tieKind: Self {
    .choice { cases in
      cases.holding("atMost", .tied, { .atMost($0.place, parameter: $0.parameter) }) {
        guard case .atMost(let list, let parameter) = $0 else { return nil }
        return Tied(place: list, parameter: parameter)
      }
      cases.holding("parameter", .tied, { .parameter($0.place, $0.parameter) }) {
        guard case .parameter(let place, let parameter) = $0 else { return nil }
        return Tied(place: place, parameter: parameter)
      }
      cases.holding("body", .tied, { .body($0.place, $0.other) }) {
        guard case .body(let place, let sent) = $0 else { return nil }
        return Tied(place: place, other: sent)
      }
      cases.holding("every", .tied, { .every($0.place, $0.other, parameter: $0.parameter) }) {
        guard case .every(let list, let member, let parameter) = $0 else { return nil }
        return Tied(place: list, other: member, parameter: parameter)
      }
    }
  }
}

extension ExtensionCoding where Value == Tied {
  fileprivate static var tied: Self {
    .object(Tied()) { rows in
      rows.may("at", \.place, .pointer, unless: .root)
      rows.may("to", \.other, .pointer, unless: .root)
      rows.may("parameter", \.parameter, .text, unless: "")
    }
  }
}
