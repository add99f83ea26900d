public import AccordSchema

/// A promise about several exchanges together.
public struct Relation: Sendable, Hashable {
  /// The kinds of relations.
  public enum Kind: Sendable, Hashable {
    /// The same read twice is the same.
    case sameReadTwice
    /// HEAD answers what GET would: the same status, and fields that do not differ, with the length of GET's
    /// content where it names one (RFC 9110 section 9.3.2).
    case headAnswersAsGet
    /// A read that bears the validator of the answer before gets 304, and one that bears another gets
    /// the whole (RFC 9110 sections 13.1.2 and 13.1.3).
    case notModified(Validator)
    /// A request that changes something gets 412 where If-Match has a tag that is none of the
    /// resource's (RFC 9110 section 13.1.1).
    case preconditionFailed
    /// Parts of the content are served that a range of bytes asks for, and a range beyond its end gets
    /// 416 (RFC 9110 section 14).
    case ranges
    /// Location leads to an answer of another contract, whose members at these places are the same.
    case locationLeads(to: Contract.ID, same: [JSONPointer] = [])
    /// A Link of this relation leads to an answer of another contract, whose members at these places are
    /// the same (RFC 8288). Of several the first is followed; that there is one is not promised.
    case linkLeads(String, to: Contract.ID, same: [JSONPointer] = [])
    /// What this contract's example sends is what a read of another contract answers afterwards: the same
    /// bytes, or the same values of the members at these places, by default of all that were sent.
    ///
    /// The read has the parameters of the request that have the same names; where its path has others, it
    /// goes to where Location leads.
    case readsBack(by: Contract.ID, same: [JSONPointer] = [])
    /// A request that is sent twice is answered as promised both times; where the header field of this
    /// name has the same key, with the same answer (RFC 9110 section 9.2.2).
    ///
    /// Without a key it is a promise of contracts that are reached by PUT or DELETE. What was removed may
    /// be refused with 404 or 410 the second time, where the contract declares that.
    case idempotent(key: String? = nil)
    /// Pages that lead from one to the next hold every item once.
    case pagesHoldAll(Pages)
    /// The same answer in two formats means the same values.
    case formatsAgree
    /// A parameter sent in several places at once is read from the place that wins: the winner
    /// bears the right value, the others bear `decoy`.
    case strongerPlaceWins(parameter: String, decoy: Operand)
    /// A page is no longer than its size.
    case pageIsBounded(Paging)
    /// Two pages have no item in common.
    case pagesDoNotOverlap(Paging)
    /// The pages together hold what the list holds that is not read in pages.
    case pagesAreComplete(Paging)
    /// The total is the same whatever the page.
    case totalIsStable(Paging)
    /// The total is the number of items of the list that is not read in pages.
    case totalIsCount(Paging)
    /// The first page is read by each of the numbers that mean it.
    case firstPageByEachNumber(Paging)
    /// Ascending and descending lists hold the same items, and are ordered by the member that is named, or
    /// by one of their members where none is.
    case sortingSorts(Sorting)
    /// What this contract's example did to one item leaves the others listed as they were.
    case othersStay(Listing)
    /// What two examples of this contract do can be told apart in the list.
    case actsDiffer(Listing, Listing)
  }

  /// What tells one representation from another (RFC 9110 section 8.8).
  public enum Validator: String, Sendable, Hashable {
    /// The tag in ETag, sent in If-None-Match.
    case entityTag
    /// The date in Last-Modified, sent in If-Modified-Since.
    case lastModified
  }

  /// How a list is read in pages.
  public struct Paging: Sendable, Hashable {
    /// The parameter with the page's number.
    public var number: String
    /// The numbers by which the first page is read.
    ///
    /// Pages are counted on from the first of them; others, such as 0 beside 1, mean the first page too.
    /// Empty is counted from 1.
    public var first: [Int]
    /// The parameter with the most items of a page.
    public var size: String
    /// Parameters that switch paging on.
    public var mode: Arguments
    /// Parameters that switch paging off; empty where a list is not paged without `mode`.
    public var unpaged: Arguments
    /// The list in the answer.
    public var items: JSONPointer
    /// The total in the answer.
    public var total: JSONPointer?
    /// The members of an item that tell it from the others, the first that is not null.
    public var identity: [JSONPointer]

    /// Creates the description of a paged list.
    public init(
      number: String,
      first: [Int] = [1],
      size: String,
      mode: Arguments = [:],
      unpaged: Arguments = [:],
      items: JSONPointer,
      total: JSONPointer? = nil,
      identity: [JSONPointer]
    ) {
      self.number = number
      self.first = first
      self.size = size
      self.mode = mode
      self.unpaged = unpaged
      self.items = items
      self.total = total
      self.identity = identity
    }

    /// The number from which pages are counted.
    package var origin: Int { first.first ?? 1 }
  }

  /// A list of another contract in which this contract's effect shows.
  public struct Listing: Sendable, Hashable {
    /// The example of this contract that has the effect.
    public var example: String
    /// The route of this contract that has the effect.
    public var route: String
    /// The parameter of this contract that identifies the item.
    public var parameter: String
    /// The contract that lists.
    public var contract: String
    /// The example of the contract that lists.
    public var listExample: String
    /// The list in its answer.
    public var items: JSONPointer
    /// The member of an item that holds the identity.
    public var identity: JSONPointer
    /// The parameters that ask for the items that the list leaves out otherwise.
    public var including: Arguments
    /// The members of an item that tell its state.
    public var state: [JSONPointer]

    /// Creates the description of an effect.
    public init(
      example: String,
      route: String,
      parameter: String,
      contract: String,
      listExample: String,
      items: JSONPointer,
      identity: JSONPointer,
      including: Arguments = [:],
      state: [JSONPointer] = []
    ) {
      self.example = example
      self.route = route
      self.parameter = parameter
      self.contract = contract
      self.listExample = listExample
      self.items = items
      self.identity = identity
      self.including = including
      self.state = state
    }
  }

  /// The name, unique in its contract.
  public var name: String

  /// The kind.
  public var kind: Kind

  /// The promise.
  public var clause: Clause

  /// A relation with its promise in words.
  public static func relation(
    _ name: String,
    _ sentence: String,
    _ kind: Kind,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Relation {
    Relation(
      name: name,
      kind: kind,
      clause: Clause(
        "relation/\(name)",
        sentence,
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }
}
