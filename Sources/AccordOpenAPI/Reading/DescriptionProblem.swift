import AccordModel
import AccordSchema
import HTTPTypes
import Yams

/// What is wrong with a description, and where.
package struct DescriptionProblem: Sendable, Hashable {
}
