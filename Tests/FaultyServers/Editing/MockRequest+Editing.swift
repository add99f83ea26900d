import Accord
@testable import AccordMocking

extension MockRequest {
  /// Whether the target has this text in it.
  func isTo(_ text: String) -> Bool { target.contains(text) }

  /// The token of an Interact request.
  var token: String? { value(of: "x-nextinteract-authtoken") }

  /// The content as JSON, if it is.
  var json: JSON? { try? JSONDocument(parsing: body).root.value }

  /// The request with another target.
  func replacing(_ old: String, with new: String) -> MockRequest {
    var request = self
    request.target = target.replacing(old, with: new)
    return request
  }

  /// The request with one value of a query parameter, and no other.
  func asking(_ name: String, _ value: String) -> MockRequest {
    var request = self
    let mark = target.firstIndex(of: "?")
    let path = target[..<(mark ?? target.endIndex)]
    let rest = mark.map { target[target.index(after: $0)...] } ?? ""
    let kept = rest.split(separator: "&").filter { !$0.hasPrefix("\(name)=") }.map(String.init)
    request.target = "\(path)?" + (kept + ["\(name)=\(value)"]).joined(separator: "&")
    return request
  }

  /// Takes away the fields of a name.
  mutating func removeField(_ name: String) {
    fields.removeAll { $0.name.lowercased() == name.lowercased() }
  }

  /// Changes its query parameters.
  mutating func editQuery(_ edit: (String) -> String?) {
    guard let mark = target.firstIndex(of: "?") else { return }
    let pairs = target[target.index(after: mark)...].split(separator: "&")
    let edited = pairs.compactMap { edit(String($0)) }.joined(separator: "&")
    target = target[..<mark] + (edited.isEmpty ? "" : "?\(edited)")
  }
}
