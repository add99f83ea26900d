extension PageStyle {
  /// The list of cases and its filter.
  static let cases = """
    .filter {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: .75rem;
      align-items: end;
    }
    .filter .wide { grid-column: 1 / -1; }
    .filter label { display: block; font-size: .82rem; color: var(--muted); }
    input, select, button { font: inherit; color: inherit; }
    input, select {
      width: 100%; min-height: 2.75rem; padding: .4rem .7rem; background: var(--ground);
      border: 1px solid var(--muted); border-radius: .5rem;
    }
    button {
      min-height: 2.75rem; padding: .3rem 1rem; background: var(--accent-ground);
      color: var(--accent); border: 0; border-radius: .5rem; cursor: pointer; font-weight: 600;
    }
    .copy { min-height: 1.9rem; padding: .1rem .7rem; font-size: .82rem; margin-inline-start: .6rem; }
    .endpoint { margin: 2rem 0; }
    .chunk.lazy { content-visibility: auto; contain-intrinsic-size: auto 104rem; }
    .case { border-bottom: 1px solid var(--line); }
    .case > summary {
      display: grid; grid-template-columns: 8.5rem 1fr auto; gap: .1rem .75rem; align-items: baseline;
      padding: .5rem .6rem; cursor: pointer; border-radius: .5rem; list-style: none;
    }
    .case > summary::-webkit-details-marker { display: none; }
    .case > summary:hover, .case[open] > summary { background: var(--surface); }
    .case > summary > .badge { width: fit-content; }
    .content { padding: .25rem .6rem 1.5rem; scroll-margin-top: 4.5rem; }
    .content:target { box-shadow: inset .25rem 0 0 var(--accent); padding-inline-start: 1rem; }
    .statuses { color: var(--muted); font-variant-numeric: tabular-nums; font-size: .875rem; }
    .cause.lazy { content-visibility: auto; contain-intrinsic-size: auto 18rem; }
    @media (max-width: 40rem) {
      .case > summary { grid-template-columns: 1fr auto; }
      .case > summary > code { grid-column: 1 / -1; grid-row: 2; }
    }

    """
}
