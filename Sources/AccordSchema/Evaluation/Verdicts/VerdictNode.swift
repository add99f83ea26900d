/// One schema of a plan, as plain memory: what decides most values is beside one another.
struct VerdictNode {
  struct Flags: OptionSet {
    let rawValue: UInt16

    /// Nothing but the keywords of the node itself has to be looked at.
    static let isPlain = Self(rawValue: 1)
    /// The schema is evaluated on a tape of the value.
    static let isApart = Self(rawValue: 2)
    /// Strings are also held to the keywords of the compiled schema.
    static let slowStrings = Self(rawValue: 4)
    /// Numbers are held to the keywords of the compiled schema.
    static let slowNumbers = Self(rawValue: 8)
    /// Numbers are held to the limits of the node.
    static let hasLimits = Self(rawValue: 16)
    /// The limit itself is not admitted.
    static let excludesMinimum = Self(rawValue: 32)
    static let excludesMaximum = Self(rawValue: 64)
    /// The node says something itself, beside its branches, or a branch needs a value whose syntax
    /// is known to be right.
    static let walksFirst = Self(rawValue: 128)
    /// Strings are held to limits of length.
    static let hasLengths = Self(rawValue: 256)
  }

  /// The raw value of the types that are admitted.
  var types: UInt8
  var flags: Flags
  /// The index of the compiled schema; negative where there is none.
  var schema: Int32

  var minLength = 0
  var maxLength = Int.max
  var automaton: Unmanaged<PatternAutomaton>?

  // Limits in whole numbers; decimals are compared with the same ones.
  var minimum = Int64.min
  var maximum = Int64.max

  var object: UnsafeMutablePointer<VerdictObject>
  var array: UnsafeMutablePointer<VerdictArray>

  // `const` and `enum`.
  var choices: UnsafeMutablePointer<VerdictChoice>
  var choiceCount = 0
  var branches: UnsafeMutablePointer<VerdictBranch>
  var branchCount = 0
}

/// The keywords that speak of objects.
struct VerdictObject {
  var members: UnsafeMutablePointer<VerdictMember>
  var memberCount = 0
  /// Open addressing by ``JSONKeyHash``: the place of a member or -1.
  var slots: UnsafeMutablePointer<Int32>
  var slotMask = 0
  /// The bits of the members that must be there.
  var required: UInt64 = 0
  var minProperties = 0
  var maxProperties = Int.max
  /// What holds for members that nothing declares.
  var additional: UnsafeMutablePointer<VerdictNode>
  /// Whether names are held to patterns or to a schema of their own.
  var looksAtNames = false
  var names: UnsafeMutablePointer<VerdictNode>?
  /// The schemas of `patternProperties`, in the order of the compiled keywords.
  var patterns: UnsafeMutablePointer<UnsafeMutablePointer<VerdictNode>>
  var patternCount = 0
  /// The index of the compiled schema.
  var schema = 0
  var dependencies: UnsafeMutablePointer<VerdictDependency>
  var dependencyCount = 0
}

/// A member that the schema names.
struct VerdictMember {
  /// The name between quotes with a colon behind it, filled up with zeros to whole words.
  var text: UnsafeMutablePointer<UInt64>
  var wordCount: Int
  /// The bytes of the last word that belong to the text.
  var lastMask: UInt64
  /// The length of the text with its quotes and colon.
  var length: Int
  var hash: UInt32
  /// Nil for a name that is only required.
  var node: UnsafeMutablePointer<VerdictNode>?
  /// The bit that says that the member is there; zero where nothing asks.
  var bit: UInt64
}

/// What the presence of a member asks for.
struct VerdictDependency {
  var bit: UInt64
  var needs: UInt64
  var node: UnsafeMutablePointer<VerdictNode>?
}

/// The keywords that speak of arrays.
struct VerdictArray {
  var prefix: UnsafeMutablePointer<UnsafeMutablePointer<VerdictNode>>
  var prefixCount = 0
  var items: UnsafeMutablePointer<VerdictNode>
  var minItems = 0
  var maxItems = Int.max
  var contains: UnsafeMutablePointer<VerdictNode>?
  var minContains = 1
  var maxContains = Int.max
  var isUnique = false
}

/// The values that `const` or `enum` admits.
struct VerdictChoice {
  /// The types of the literals that are admitted, `true` as the bit of ``Schema/Types/boolean`` and
  /// `false` as the one of ``Schema/Types/integer``.
  var literals: UInt8 = 0
  /// The bytes of all strings, one after another.
  var bytes: UnsafeMutablePointer<UInt8>
  /// Where each string ends.
  var ends: UnsafeMutablePointer<Int32>
  var stringCount = 0
  var hasNumbers = false
  /// Arrays or objects are among the values.
  var hasContainers = false
}

/// A keyword that applies schemas to the value itself.
struct VerdictBranch {
  enum Kind {
    case all, any, one, not, conditional
  }

  var kind: Kind
  var nodes: UnsafeMutablePointer<UnsafeMutablePointer<VerdictNode>>
  var count: Int
  /// Of a condition.
  var consequence: UnsafeMutablePointer<VerdictNode>?
  var alternative: UnsafeMutablePointer<VerdictNode>?
}
