public import AccordSchema

extension LifeCycle {
  /// That a view has what a call wrote.
  public struct Written: Sendable, Hashable {
    /// The place in the content of the call.
    public var sent: JSONPointer
    /// The call: the name of a transition, or `make`.
    public var call: Workflow.Step.ID
    /// The view.
    public var view: Workflow.Step.ID
    /// The place in the resource that the view shows.
    public var shown: JSONPointer
    /// That it is what was written.
    public var clause: Clause

    /// A place of a view that has what a call wrote at a place of its content.
    public static func written(
      _ sent: JSONPointer,
      by call: Workflow.Step.ID,
      in view: Workflow.Step.ID,
      at shown: JSONPointer? = nil,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Written {
      let source = SourceLine(fileID: fileID, line: line)
      return Written(
        sent: sent,
        call: call,
        view: view,
        shown: shown ?? sent,
        clause: Clause("", "", basis: basis, source: source)
      )
    }

    func belonging(to name: String, of subject: String) -> Written {
      var written = self
      written.clause.id = "\(name)/written/\(call)\(sent)/\(view)"
      written.clause.sentence =
        "What \(call) writes to \(sent) of \(subject.withArticle) is what \(view) has at \(shown)."
      return written
    }
  }
}
