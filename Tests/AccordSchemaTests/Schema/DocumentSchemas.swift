@testable import AccordSchema

/// The payloads of the documents, as a contract declares them.
enum DocumentSchemas {
  private static let datacontract = "http://schemas.datacontract.org/2004/07/"
  static let service = datacontract + "Eros.Subtle.Canvara.WebAPIModel.ServiceModel"
  static let models = datacontract + "Eros.Saguna.Common.WebAPIModel.Models"
  static let types = "http://schemas.servicestack.net/types"

  static let paged = Schema.object([
    .optional("PageNumber", .integer),
    .optional("PageSize", .integer),
    .optional("SortIndex", .integer),
    .optional("SortOrder", .oneOf("Ascending", "Descending")),
  ])
  .titled("PagedModel")
  .xml(namespace: models, order: .dataContract)

  static let connectionsRequest = Schema.object(
    [
      .required("ContactId", .guid),
      .required("ContactTypeId", .guid),
      .required("RequestorContactId", .guid),
      .optional("IsPagedMode", .boolean),
      .optional("IncludeRemoved", .boolean),
    ],
    extending: paged
  )
  .titled("GetConnectionsToContact")
  .xml(namespace: service, order: .dataContract)

  static let contact = Schema.object([
    .optional("ContactId", .guid),
    .optional("ContactFullName", .string.nullable),
    .optional("EmailAddress", .string.nullable),
    .optional("MobileNumber", .string.nullable),
    .optional("PhoneNumber", .string.nullable),
    .optional("ContactTypeId", .guid.nullable),
    .optional("ProfilePhotoUrl", .string.nullable),
    .optional("ProfilePhotoThumbnailUrl", .string.nullable),
    .optional("Description", .string.nullable),
    .optional("EmploymentIndustry", .string.nullable),
    .optional("EmploymentRole", .string.nullable),
    .optional("EmploymentGeographicArea", .string.nullable),
    .optional("TimezoneName", .string.nullable),
    .optional("PrimaryAddress", .string.nullable),
    .optional("IsRemovedContact", .boolean),
  ])
  .titled("ContactSummaryModel")
  .xml(namespace: models, order: .dataContract)

  static let connection = Schema.object([
    .optional("ConnectionId", .guid.nullable),
    .optional("ConnectionRequestId", .guid.nullable),
    .required("Contact", contact),
    .required("ContactRoleId", .guid),
    .optional("ContactRoleName", .string.nullable),
    .required("RequestorContactId", .guid),
    .optional("RequestorContactName", .string.nullable),
    .required("RequestorRoleId", .guid),
    .optional("RequestorRoleName", .string.nullable),
    .optional("PrimaryRoleName", .string.nullable),
    .required("ConnectionStatusId", .guid),
    .optional("ConnectionStatusName", .string.nullable),
    .optional("IsConnectionRequest", .boolean).absentFromXML,
    .optional("IsIncoming", .boolean),
    .optional("FromDate", .dotNetDateTime.nullable),
    .required("SuggesterContact", contact.nullable),
    .optional("AllowCancel", .boolean),
    .optional("AllowRemove", .boolean),
  ])
  .titled("ContactConnectionModel")
  .xml(namespace: models, order: .dataContract)

  private static let meta = Schema.dictionary(of: .string)

  static let responseError = Schema.object([
    .optional("ErrorCode", .string.nullable).inXMLOrder(1),
    .optional("FieldName", .string.nullable).inXMLOrder(2),
    .optional("Message", .string.nullable).inXMLOrder(3),
    .optional("Meta", meta.nullable).inXMLOrder(4),
  ])
  .titled("ResponseError")
  .xml(namespace: types, order: .dataContract)

  static let responseStatus = Schema.object([
    .optional("ErrorCode", .string.nullable).inXMLOrder(1),
    .optional("Message", .string.nullable).inXMLOrder(2),
    .optional("StackTrace", .string.nullable).inXMLOrder(3),
    .optional("Errors", .array(of: responseError).nullable).inXMLOrder(4),
    .optional("Meta", meta.nullable).inXMLOrder(5),
  ])
  .titled("ResponseStatus")
  .xml(namespace: types, order: .dataContract)

  static let connectionsResponse = Schema.object([
    .optional("Connections", .array(of: connection).nullable),
    .optional("TotalConnections", .integer(in: 0...)),
    .optional("ResponseStatus", responseStatus.nullable),
  ])
  .titled("GetConnectionsToContactResponse")
  .xml(namespace: service, order: .dataContract)

  static let statusUpdate = Schema.object([
    .required("ConnectionId", .guid),
    .required("ContactId", .guid),
    .required("ContactTypeId", .guid),
    .required("RoleId", .guid),
  ])
  .titled("ConnectionStatusUpdate")
  .xml(namespace: service, order: .dataContract)

  static let statusUpdateResponse = Schema.object([
    .optional("ResponseStatus", responseStatus.nullable)
  ])
  .titled("ConnectionStatusUpdateResponse")
  .xml(namespace: service, order: .dataContract)

  /// Document 004, shortened to one of each kind of member.
  static let preregistration = Schema.object([
    .required("version", .integer(in: 1...1)),
    .required("preRegCompanyKey", .nonEmptyString),
    .required(
      "contactDetails",
      .object([
        .required("firstname", .nonEmptyString),
        .required("lastname", .nonEmptyString),
        .required("email1", .email),
        .optional("contactId", .integer.nullable),
        .optional("dateOfBirth", .string.nullable),
      ])
    ),
  ])
}
