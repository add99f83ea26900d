extension PageStyle {
  /// Documents: a list of endpoints beside the text that stays in view, and above it on a narrow screen.
  static let reference = """
    main:has(.reference), .masthead { max-width: 92rem; }
    .reference { display: grid; grid-template-columns: 18rem minmax(0, 1fr); gap: 0 2.5rem; }
    .sidebar {
      position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto;
      padding: 1rem .25rem 2rem; font-size: .9rem; z-index: 1;
    }
    .sidebar ul { margin: 0 0 1rem; padding: 0; list-style: none; }
    .sidebar li a { display: block; padding: .3rem .5rem; border-radius: .4rem; text-decoration: none; color: var(--ink); }
    .sidebar li a:hover { background: var(--accent-ground); }
    .sidebar li a[aria-current] { background: var(--accent-ground); color: var(--accent); }
    .sidebar h2 { margin: 1rem .5rem .3rem; font-size: .8rem; color: var(--muted); letter-spacing: 0; }
    .sidebar .request { display: block; color: var(--muted); font-size: .86em; }
    .verb { font-weight: 650; color: var(--accent); }
    .drawer-label { display: none; }
    .results li a > span { display: block; color: var(--muted); font-size: .82rem; }
    .reference tr:target, .reference :is(h2, h3, h4):target { background: var(--accent-ground); }
    .reference .text { min-width: 0; }
    .code { position: relative; }
    .block { position: relative; }
    .block > .copy { position: absolute; top: .4rem; inset-inline-end: .4rem; }
    @media (max-width: 60rem) {
      html { scroll-padding-top: 4rem; }
      .reference { grid-template-columns: minmax(0, 1fr); }
      .sidebar {
        padding: .4rem 0; max-height: 80vh; background: var(--ground); border-bottom: 1px solid var(--line);
      }
      .drawer-label {
        display: block; padding: .5rem .7rem; border-radius: .5rem; background: var(--accent-ground);
        color: var(--accent); font-weight: 600; cursor: pointer;
      }
      .drawer:focus-visible + .drawer-label { outline: .18rem solid var(--accent); }
      .drawer:not(:checked) ~ .panel { display: none; }
    }
    @media (max-width: 40rem) {
      .reference tbody th { min-width: 6rem; max-width: 11rem; overflow-wrap: anywhere; }
      .reference td:not(.number) { min-width: 8.5rem; overflow-wrap: anywhere; }
    }
    @media print { .sidebar { display: none; } .reference { display: block; } }

    """
}
