extension PageStyle {
  /// The page, its type and its landmarks.
  static let text = """
    *, *::before, *::after { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--ground); color: var(--ink);
      font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial,
        sans-serif;
      overflow-wrap: anywhere;
    }
    main { max-width: 78rem; margin: 0 auto; padding: 1rem 1.25rem 6rem; }
    main:focus { outline: none; }
    .masthead {
      display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline;
      max-width: 78rem; margin: 0 auto; padding: 1.25rem 1.25rem 0;
    }
    .brand { font-weight: 650; letter-spacing: .02em; color: var(--muted); }
    .masthead ul, .contents ul {
      display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0;
      list-style: none;
    }
    [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
    h1, h2, h3, h4, h5 { line-height: 1.25; font-weight: 650; text-wrap: balance; }
    h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); letter-spacing: -.015em; margin: .25rem 0 1rem; }
    h2 { font-size: 1.4rem; letter-spacing: -.01em; margin: 3.5rem 0 1rem; }
    h3 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; }
    h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
    h5 { font-size: .8rem; margin: 0 0 .4rem; color: var(--muted); font-weight: 600; }
    p { margin: 0 0 1rem; }
    p, .prose li { max-width: 46rem; }
    a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
    a:hover { text-decoration-thickness: .12em; }
    code, pre, kbd { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas,
      "DejaVu Sans Mono", monospace; font-size: .86em; }
    code { unicode-bidi: isolate; }
    pre { unicode-bidi: isolate; direction: ltr; }
    .lead { font-size: 1.1rem; color: var(--muted); }
    .eyebrow { margin: 1.5rem 0 0; color: var(--muted); font-size: .85rem; letter-spacing: .04em; }
    .muted { color: var(--muted); }
    .small { font-size: .875rem; }
    .sr {
      position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap;
    }
    .skip {
      position: absolute; left: 1rem; top: -5rem; padding: .5rem 1rem; z-index: 2;
      background: var(--surface); border-radius: .5rem;
    }
    .skip:focus { top: 1rem; }
    :focus-visible { outline: .18rem solid var(--accent); outline-offset: .15rem; border-radius: .25rem; }
    [hidden] { display: none !important; }
    @media print {
      .skip, .filter, .copy { display: none; }
      body { background: none; }
    }

    """
}
