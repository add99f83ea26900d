extension PageStyle {
  /// Tables, badges, cards and what else pages are made of.
  static let parts = """
    .badge {
      display: inline-block; padding: .1rem .55rem; border-radius: 1rem; font-size: .8rem;
      font-weight: 600; line-height: 1.5; white-space: nowrap;
    }
    .tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; padding: 0; }
    .tiles > div {
      display: flex; flex-direction: column-reverse; justify-content: flex-end; min-width: 6.5rem; padding: .7rem 1rem;
      border-radius: .75rem;
    }
    .tiles > .plain { background: var(--surface); border: 1px solid var(--line); }
    .tiles dt { font-size: .85rem; }
    .tiles dd { margin: 0; font-size: 1.6rem; font-weight: 650; line-height: 1.2; }
    .callout {
      max-width: 46rem; margin: 1rem 0; padding: .75rem 1rem; border-radius: .6rem;
      border-inline-start: .25rem solid currentcolor;
    }
    .card {
      margin: 1rem 0; padding: 1.25rem; background: var(--surface); border: 1px solid var(--line);
      border-radius: .9rem; box-shadow: var(--shadow);
    }
    .card > :first-child { margin-top: 0; }
    .card > :last-child { margin-bottom: 0; }
    .contents { margin: 1.5rem 0; }
    .anchor { color: var(--muted); font-weight: 400; text-decoration: none; opacity: .5; }
    .anchor:hover, .anchor:focus-visible { opacity: 1; }
    .diagram { list-style: none; padding-inline-start: 1rem; border-inline-start: .2rem solid var(--line); }
    .scroll {
      position: relative; margin: 1rem 0; overflow-x: auto; background: var(--surface); border: 1px solid var(--line);
      border-radius: .9rem; box-shadow: var(--shadow);
    }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: normal; }
    caption { padding: .9rem max(1rem, calc(100% - 75vw)) .25rem 1rem; text-align: start; color: var(--muted); font-size: .875rem; }
    th, td { padding: .55rem 1rem; text-align: start; vertical-align: top; }
    thead th { color: var(--muted); font-weight: 600; font-size: .82rem; white-space: nowrap; }
    tbody tr { border-top: 1px solid var(--line); }
    tbody th { font-weight: 500; }
    .number { text-align: end; font-variant-numeric: tabular-nums; }
    th.number, td.number { width: 1%; }
    td.long { min-width: 18rem; overflow-wrap: anywhere; }
    .matrix th:first-child { min-width: 13rem; }
    .matrix td { padding: .3rem .2rem; text-align: center; background: none; }
    .matrix td a, .matrix td span.cell {
      display: block; min-width: 4rem; padding: .35rem .4rem; border-radius: .45rem;
      font-variant-numeric: tabular-nums; text-decoration: none; white-space: nowrap;
    }
    .matrix td a:hover { box-shadow: inset 0 0 0 .1rem currentcolor; }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: 1rem 0; }
    .facts dt { color: var(--muted); font-size: .875rem; line-height: 1.7; }
    .facts dd { margin: 0; min-width: 0; }
    .meta { display: flex; flex-wrap: wrap; gap: .35rem .9rem; align-items: baseline; margin: .5rem 0; max-width: none; font-size: .875rem; color: var(--muted); }
    .legend { display: flex; flex-wrap: wrap; gap: .4rem; margin: .75rem 0; padding: 0; list-style: none; }
    .fold > summary { cursor: pointer; color: var(--accent); width: fit-content; }
    .columns { columns: 24rem; margin: .5rem 0 0; padding-inline-start: 1.1rem; font-size: .875rem; }
    @media (max-width: 32rem) {
      .facts { grid-template-columns: 1fr; gap: 0; }
      .facts dd { margin-bottom: .5rem; }
      .card { padding: 1rem; }
      th, td { padding-inline: .7rem; }
      .tiles > div { flex: 1 0 6rem; }
    }

    """
}
