extension PageStyle {
  /// Colours by meaning, light and dark; text on its ground has a contrast of at least 4.5 to 1
  /// (WCAG 2.2, success criterion 1.4.3).
  static let colours = """

    :root {
      color-scheme: light dark;
      --ground: #faf9f7; --surface: #ffffff; --sunken: #f4f2ee; --line: #e3e0da;
      --ink: #1e2126; --muted: #5b616c; --accent: #2456c4; --accent-ground: #e9effc;
      --good: #17693f; --good-ground: #e3f3ea; --bad: #a8231b; --bad-ground: #fce8e6;
      --doubt: #7d5200; --doubt-ground: #fcf0d6; --open: #2b5c8c; --open-ground: #e6eff7;
      --fault: #6f3a9c; --fault-ground: #f2e9fa; --none: #5b616c; --none-ground: #eeece7;
      --shadow: 0 1px 2px rgb(30 33 38 / 6%), 0 4px 16px rgb(30 33 38 / 4%);
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #131519; --surface: #1a1d22; --sunken: #15171b; --line: #2d3139;
        --ink: #e7e8eb; --muted: #a0a7b4; --accent: #8fb3ff; --accent-ground: #1d2a47;
        --good: #6fd19c; --good-ground: #15301f; --bad: #ff9a90; --bad-ground: #3d1a18;
        --doubt: #eebd5e; --doubt-ground: #352a12; --open: #8fc0ee; --open-ground: #172a3d;
        --fault: #d0a6f5; --fault-ground: #2c1d3b; --none: #a0a7b4; --none-ground: #262a31;
        --shadow: none;
      }
    }
    .holds { color: var(--good); background: var(--good-ground); }
    .broken { color: var(--bad); background: var(--bad-ground); }
    .warned, .flaky { color: var(--doubt); background: var(--doubt-ground); }
    .not-checked { color: var(--open); background: var(--open-ground); }
    .failed { color: var(--fault); background: var(--fault-ground); }
    .skipped, .not-run, .not-provoked { color: var(--none); background: var(--none-ground); }

    """
}
