/// A page that needs nothing but itself: style, script and policy are inside, and it asks no network
/// for anything.
///
/// The content security policy allows the one style sheet and the one script by their digests, so
/// that markup which should have been escaped would still do nothing.
package struct PageSkeleton: Sendable {
  /// A link to another page of the same site.
  package struct Link: Sendable, Hashable {
    /// The words.
    package var title: String
    /// The address, relative to this page.
    package var address: String
    /// Whether it is this page.
    package var isCurrent: Bool

    /// Creates a link.
    package init(_ title: String, to address: String, isCurrent: Bool = false) {
      self.title = title
      self.address = address
      self.isCurrent = isCurrent
    }
  }

  /// The title of the window.
  package var title: String
  /// The pages of the site; none for a page that stands alone.
  package var links: [Link]
  /// The script, which adds to a page that can be read without it.
  package var script: PageScript?
  /// The state that the icon shows.
  package var state: PageState
  /// The style sheet.
  var sheet = PageStyle.sheet

  /// Creates a skeleton.
  package init(
    title: String,
    links: [Link] = [],
    script: PageScript? = nil,
    state: PageState = .holds
  ) {
    self.title = title
    self.links = links
    self.script = script
    self.state = state
  }

  /// The whole page around the content of its `main` element.
  package func page(_ body: HTML) -> String { opening.text + body.text + closing.text }

  /// What stands before the content.
  package var opening: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(HTML(markup: policy))">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <link rel="icon" href="\(icon)">
    <style>\(HTML(markup: sheet))</style>
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="masthead"><span class="brand">Accord</span>\(navigation)</header>
    <main id="content" tabindex="-1">

    """
  }

  /// What stands after the content.
  package var closing: HTML {
    let script: HTML = script.map { "<script>\(HTML(markup: $0.text))</script>\n" } ?? ""
    return "</main>\n\(script)</body>\n</html>\n"
  }

  /// Content Security Policy Level 3.
  private var policy: String {
    // That of most pages is reckoned once.
    let style = sheet == PageStyle.sheet ? PageStyle.hash.source : ContentHash(of: sheet).source
    let script = script.map { ContentHash(of: $0.text).source } ?? "'none'"
    return "default-src 'none'; style-src \(style); script-src \(script); "
      + "img-src data:; base-uri 'none'; form-action 'none'"
  }

  private var navigation: HTML {
    guard !links.isEmpty else { return "" }
    let items: [HTML] = links.map { link in
      let current: HTML = link.isCurrent ? #" aria-current="page""# : ""
      return "<li><a href=\"\(link.address)\"\(current)>\(link.title)</a></li>"
    }
    return "<nav aria-label=\"Pages\"><ul>\(items)</ul></nav>"
  }

  /// A drawing in the address itself, so that the browser does not ask for one.
  private var icon: HTML {
    let colour: HTML =
      switch state {
      case .holds: "1a7f4b"
      case .broken: "b3261e"
      default: "8a5a00"
      }
    return """
      data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E\
      %3Ccircle cx=%228%22 cy=%228%22 r=%227%22 fill=%22%23\(colour)%22/%3E%3C/svg%3E
      """
  }
}
