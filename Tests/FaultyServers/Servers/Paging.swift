import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let pages = ["platform/contacts.connections/relation/page*"]
  private static let pagesAndTotals = pages + ["platform/contacts.connections/relation/total*"]
  private static let shownTwice = "Pages that hold everything have everything in common."
  private static let lacksTheRest = """
    A page that repeats what another has leaves less room for the rest: pages overlap, and together \
    they lack something.
    """
  private static let countsTheWhole =
    "A list that is cut is not what is paged, nor what is counted."

  /// Servers whose pages are cut wrongly.
  static let paging: [FaultyServer] = [
    FaultyServer(
      "page-size-is-ignored",
      "Document 002: PageSize is the number of records to retrieve.",
      of: "platform",
      pagesAndTotals,
      breaks: "page-is-bounded",
      "pages-do-not-overlap",
      at: "response body /Connections",
      because: shownTwice
    ) { request in request.replacing("IsPagedMode=true", with: "IsPagedMode=false") },
    FaultyServer(
      "page-has-one-too-many",
      "Document 002: PageSize is the number of records to retrieve.",
      of: "platform",
      pagesAndTotals,
      breaks: "page-is-bounded",
      at: "response body /Connections"
    ) { answer, request in
      guard request.isTo("IsPagedMode=true") else { return }
      answer.editJSON { value in
        guard let list = value["Connections"]?.elements, let last = list.last else { return nil }
        // The last one twice, so that the page has nothing of the next.
        var longer = list
        longer.append(last)
        return value.with(.array(longer), at: "/Connections")
      }
    },
    FaultyServer(
      "page-number-is-ignored",
      "Document 002: PageNumber is the page to retrieve.",
      of: "platform",
      pagesAndTotals,
      breaks: "pages-do-not-overlap",
      "pages-are-complete",
      at: "response body /Connections",
      because: lacksTheRest
    ) { $0.asking("PageNumber", "1") },
    FaultyServer(
      "pages-overlap-by-one",
      "Document 002: a connection is on one page.",
      of: "platform",
      pagesAndTotals,
      breaks: "pages-do-not-overlap",
      "pages-are-complete",
      at: "response body /Connections",
      because: lacksTheRest,
      playing: { request, mock in
        guard request.isTo("PageNumber=2") else { return mock(request) }
        var answer = mock(request)
        let first = mock(request.asking("PageNumber", "1")).json?["Connections"]?.elements?.last
        answer.editJSON { value in first.flatMap { value.with($0, at: "/Connections/0") } }
        return answer
      }
    ),
    FaultyServer(
      "pages-are-counted-from-zero",
      "Document 002: PageNumber counts from 1, as we read it.",
      of: "platform",
      pagesAndTotals,
      breaks: "first-page-by-each-number",
      at: "response body /Connections",
      as: .assumption
    ) { request in
      request.replacing("PageNumber=2", with: "PageNumber=3")
        .replacing("PageNumber=1", with: "PageNumber=2")
    },
    FaultyServer(
      "page-zero-is-empty",
      "Document 002: PageNumber 0 is the first page too, as we read it.",
      of: "platform",
      pagesAndTotals,
      breaks: "first-page-by-each-number",
      at: "response body /Connections",
      as: .assumption
    ) { $0.replacing("PageNumber=0", with: "PageNumber=99") },
    FaultyServer(
      "last-page-loses-one",
      "Document 002: all connections are returned, or paged results.",
      of: "platform",
      pagesAndTotals,
      breaks: "pages-are-complete",
      at: "response body /Connections"
    ) { answer, request in
      guard request.isTo("PageNumber=5") else { return }
      answer.editJSON { value in
        (value["Connections"]?.elements)
          .flatMap { value.with(.array($0.dropLast()), at: "/Connections") }
      }
    },
    FaultyServer(
      "whole-list-is-cut",
      "Document 002: without paging all connections are returned.",
      of: "platform",
      pagesAndTotals,
      breaks: "pages-are-complete",
      "total-is-count",
      at: "response body /",
      as: nil,
      because: countsTheWhole
    ) { answer, request in
      guard request.isTo("IsPagedMode=false") else { return }
      answer.editJSON { value in
        (value["Connections"]?.elements)
          .flatMap { value.with(.array(Array($0.prefix(1))), at: "/Connections") }
      }
    },
    FaultyServer(
      "total-counts-what-is-not-listed",
      "Document 002: TotalConnections counts the connections, as we read it.",
      of: "platform",
      pagesAndTotals,
      breaks: "total-is-count",
      at: "response body /TotalConnections",
      as: .assumption
    ) { answer, request in
      guard !request.isTo("IsPagedMode=true") else { return }
      answer.editJSON { value in
        value.int(at: "/TotalConnections")
          .flatMap { value.with(.number(JSONNumber($0 + 5)), at: "/TotalConnections") }
      }
    },
    FaultyServer(
      "total-is-what-is-left",
      "Document 002: TotalConnections counts all connections.",
      of: "platform",
      pagesAndTotals,
      breaks: "total-is-stable",
      at: "response body /TotalConnections",
      as: .assumption
    ) { answer, request in
      guard request.isTo("PageNumber=2") else { return }
      answer.editJSON { value in
        value.int(at: "/TotalConnections")
          .flatMap { value.with(.number(JSONNumber($0 - 2)), at: "/TotalConnections") }
      }
    },
    FaultyServer(
      "total-is-that-of-the-page",
      "Document 002: TotalConnections counts all connections.",
      of: "platform",
      pagesAndTotals,
      breaks: "total-is-stable",
      at: "response body /TotalConnections",
      as: .assumption
    ) { answer, _ in
      answer.editJSON { value in
        let count = value["Connections"]?.elements?.count ?? 0
        return value.with(.number(JSONNumber(count)), at: "/TotalConnections")
      }
    },
  ]
}
