/// Where certificates or a key come from, in PEM.
package enum PEMSource: Sendable, Hashable {
  case file(String)
  case text(String)
}
