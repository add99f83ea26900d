import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let pages = ["platform/contacts.connections/relation/page*"]
  private static let pagesAndTotals = pages + ["platform/contacts.connections/relation/total*"]
  private static let shownTwice = """
    Pages that hold everything have everything in common. That a page is bounded is stated, that \
    pages share nothing is read.
    """

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
      as: nil,
      because: shownTwice
    ) { request in request.replacing("IsPagedMode=true", with: "IsPagedMode=false") },
    FaultyServer(
      "page-has-one-too-many",
      "Document 002: PageSize is the number of records to retrieve.",
      of: "platform",
      pagesAndTotals,
      breaks: "page-is-bounded",
      at: "response body /Connections"
    ) { answer, _ in
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
      at: "response body /Connections/0",
      as: .assumption
    ) { $0.asking("PageNumber", "1") },
    FaultyServer(
      "pages-overlap-by-one",
      "Document 002: a connection is on one page.",
      of: "platform",
      pagesAndTotals,
      breaks: "pages-do-not-overlap",
      at: "response body /Connections/0",
      as: .assumption,
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
      breaks: "page-zero-is-first",
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
      breaks: "page-zero-is-first",
      at: "response body /Connections",
      as: .assumption
    ) { $0.replacing("PageNumber=0", with: "PageNumber=99") },
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
