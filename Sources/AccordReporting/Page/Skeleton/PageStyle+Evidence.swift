extension PageStyle {
  /// Messages and commands, and what differs in them.
  static let evidence = """
    .sides { display: grid; grid-template-columns: 1fr; gap: 1rem; }
    .sides > * { min-width: 0; }
    @media (min-width: 60rem) { .sides { grid-template-columns: 1fr 1fr; } }
    pre {
      margin: 0 0 .5rem; padding: .75rem .9rem; background: var(--sunken); border: 1px solid var(--line);
      border-radius: .6rem; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere;
      max-height: 34rem; overflow-y: auto; tab-size: 2;
    }
    mark {
      color: var(--bad); background: var(--bad-ground); border-radius: .2rem; padding: 0 .15rem;
      text-decoration: underline wavy .08em; text-underline-offset: .2em;
    }
    mark.doubt { color: var(--doubt); background: var(--doubt-ground); }
    .note {
      display: block; width: fit-content; margin: .15rem 0 .3rem; padding: .2rem .6rem;
      border-inline-start: .2rem solid var(--bad); color: var(--bad); background: var(--bad-ground);
      font-family: system-ui, sans-serif; user-select: none; white-space: pre-wrap;
    }
    .note.doubt { border-color: var(--doubt); color: var(--doubt); background: var(--doubt-ground); }
    .expected, .actual { white-space: pre-wrap; }
    .expected::before { content: "− "; color: var(--good); }
    .actual::before { content: "+ "; color: var(--bad); }
    .expected { color: var(--good); }
    .actual { color: var(--bad); }

    """
}
