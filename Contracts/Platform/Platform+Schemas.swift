import AccordSchema

extension Platform {
  /// The namespace of the requests and responses.
  static let serviceModel =
    "http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel"

  /// The namespace of the models that requests and responses are made of.
  static let models =
    "http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models"

  /// The namespace of ServiceStack's own types.
  static let serviceStackTypes = "http://schemas.servicestack.net/types"

  /// The base of requests whose answer comes in pages.
  static let pagedModel: Schema = .object([
    .optional("PageNumber", .integer, "Page Number to retrieve"),
    .optional("PageSize", .integer, "Number of records to retrieve"),
    .optional("SortIndex", .integer, "Index of field to sort results by"),
    .optional("SortOrder", sortOrder, "Sort Order - Ascending or Descending"),
  ])
  .titled("PagedModel")
  .xml(namespace: models, order: .dataContract)

  /// The page prints the type int beside the names of an enumeration; the names are sent.
  static let sortOrder: Schema = .oneOf("Ascending", "Descending")

  /// A contact in brief.
  ///
  /// The table says that ContactTypeId is a string and the XML sample shows a Guid; what is checked
  /// here is that it is a string, and a reading of the response checks that it is a Guid.
  static let contactSummaryModel: Schema = .object([
    .optional("ContactId", .guid, "Contact linked to the profile"),
    .optional(
      "ContactFullName",
      .string.nullable,
      "Full name of the contact linked to the profile"
    ),
    .optional(
      "EmailAddress",
      .string.nullable,
      "Email Address of the contact linked to the profile"
    ),
    .optional(
      "MobileNumber",
      .string.nullable,
      "Mobile Number of the contact linked to the profile"
    ),
    .optional(
      "PhoneNumber",
      .string.nullable,
      "Primary Phone Number of the contact linked to the profile"
    ),
    .optional(
      "ContactTypeId",
      .string.nullable.example("7d1b3f60-2c4e-4b8a-9d57-61f0a2c3e4b5"),
      "Type of contact (person, organisation etc.) linked to the profile"
    ),
    .optional(
      "ProfilePhotoUrl",
      .string.nullable,
      "Profile photo of contact linked to the profile"
    ),
    .optional(
      "ProfilePhotoThumbnailUrl",
      .string.nullable,
      "Thumbnail photo of contact linked to the profile"
    ),
    .optional("Description", .string.nullable, "Profile description"),
    .optional("EmploymentIndustry", .string.nullable, "Employment Industry"),
    .optional("EmploymentRole", .string.nullable, "Employment Role"),
    .optional("EmploymentGeographicArea", .string.nullable, "Areas of Work"),
    .optional("TimezoneName", .string.nullable, "Timezone Name"),
    .optional("PrimaryAddress", .string.nullable, "The primary address of the contact"),
    .optional(
      "IsRemovedContact",
      .boolean,
      "Have all connections to the contact been removed?"
    ),
  ])
  .titled("ContactSummaryModel")
  .xml(namespace: models, order: .dataContract)

  /// A connection of a contact.
  static let contactConnectionModel: Schema = .object([
    .optional("ConnectionId", .guid.nullable, "Connection Id (if applicable)"),
    .optional("ConnectionRequestId", .guid.nullable, "Connection Request Id (if applicable)"),
    .required("Contact", contactSummaryModel, "Details of the contact"),
    .required("ContactRoleId", .guid, "Contact's role Id in the connection"),
    .optional("ContactRoleName", .string.nullable, "Contact's role name in the connection"),
    .required("RequestorContactId", .guid, "Requestor Contact Id"),
    .optional("RequestorContactName", .string.nullable, "Requestor Contact Name"),
    .required("RequestorRoleId", .guid, "Requestor contact's role Id in the connection"),
    .optional("RequestorRoleName", .string.nullable, "Requestor's role name in the connection"),
    .optional("PrimaryRoleName", .string.nullable, "Primary role in the connection to display"),
    .required("ConnectionStatusId", .guid, "Connection Status Id"),
    .optional("ConnectionStatusName", .string.nullable, "Connection Status Name"),
    // A property without a setter: it is in the table and not in the XML sample.
    .optional("IsConnectionRequest", .boolean, "Is this a pending connection request?")
      .absentFromXML,
    .optional("IsIncoming", .boolean, "Is this an incoming connection request?"),
    .optional("FromDate", .dotNetDateTime.nullable),
    .optional(
      "SuggesterContact",
      contactSummaryModel.nullable,
      "Details of the contact suggesting this connection"
    ),
    .optional("AllowCancel", .boolean, "Can this connection be cancelled?"),
    .optional("AllowRemove", .boolean, "Can this connection be removed?"),
  ])
  .titled("ContactConnectionModel")
  .xml(namespace: models, order: .dataContract)
}

// MARK: - ServiceStack's own types

extension Platform {
  /// What went wrong, or nothing: a null ErrorCode means success.
  static let responseStatus: Schema = .object([
    .optional("ErrorCode", .string.nullable, "The error's name; null means success.")
      .inXMLOrder(1),
    .optional("Message", .string.nullable, "What went wrong, in words.").inXMLOrder(2),
    .optional("StackTrace", .string.nullable, "Only in a host's debug mode.").inXMLOrder(3),
    .optional("Errors", .array(of: responseError).nullable, "What is wrong with which field.")
      .inXMLOrder(4),
    .optional("Meta", .dictionary(of: .string.nullable).nullable).inXMLOrder(5),
  ])
  .titled("ResponseStatus")
  .xml(namespace: serviceStackTypes, order: .dataContract)

  /// What went wrong with one field.
  static let responseError: Schema = .object([
    .optional("ErrorCode", .string.nullable).inXMLOrder(1),
    .optional("FieldName", .string.nullable).inXMLOrder(2),
    .optional("Message", .string.nullable).inXMLOrder(3),
    .optional("Meta", .dictionary(of: .string.nullable).nullable).inXMLOrder(4),
  ])
  .titled("ResponseError")
  .xml(namespace: serviceStackTypes, order: .dataContract)

  /// The body of an error that occurs before the service runs.
  static let errorResponse: Schema = .object([.required("ResponseStatus", responseStatus)])
    .titled("ErrorResponse")
    .xml(namespace: serviceStackTypes, order: .dataContract)
}
