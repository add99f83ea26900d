/// The first page of one connection, written out in every format.
enum PlatformPayloads {
  static let contact = "c0000000-0000-4000-8000-000000000001"
  static let contactType = "d0000000-0000-4000-8000-000000000001"
  static let requestor = "c0000000-0000-4000-8000-000000000002"

  static let json =
    #"{"Connections":[{"ConnectionId":"a0000000-0000-4000-8000-000000000007","#
    + #""ConnectionRequestId":null,"Contact":{"ContactId":"c0000000-0000-4000-8000-0000000003ef","#
    + #""ContactFullName":"Hugo Hill","EmailAddress":"contact7@platform.example","#
    + #""MobileNumber":null,"PhoneNumber":"09 23570007","#
    + #""ContactTypeId":"d0000000-0000-4000-8000-000000000001","ProfilePhotoUrl":null,"#
    + #""ProfilePhotoThumbnailUrl":null,"Description":"Plans, \"as built\" & more <7>","#
    + #""EmploymentIndustry":null,"EmploymentRole":null,"EmploymentGeographicArea":null,"#
    + #""TimezoneName":"Australia/Sydney","PrimaryAddress":"7 My Street, Sydney NSW 2000","#
    + #""IsRemovedContact":false},"ContactRoleId":"e0000000-0000-4000-8000-000000000001","#
    + #""ContactRoleName":"Accountant","#
    + #""RequestorContactId":"c0000000-0000-4000-8000-000000000002","#
    + #""RequestorContactName":"Sally Citizen","#
    + #""RequestorRoleId":"e0000000-0000-4000-8000-000000000064","#
    + #""RequestorRoleName":"Licensee","PrimaryRoleName":"Accountant","#
    + #""ConnectionStatusId":"f0000000-0000-4000-8000-000000000001","#
    + #""ConnectionStatusName":"Pending","IsConnectionRequest":false,"IsIncoming":false,"#
    + #""FromDate":"\/Date(1704706200000)\/","SuggesterContact":null,"AllowCancel":true,"#
    + #""AllowRemove":false}],"TotalConnections":110,"ResponseStatus":null}"#

  static let xml =
    #"<?xml version="1.0" encoding="utf-8"?>"#
    + #"<GetConnectionsToContactResponse xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
    + #"xmlns="http://schemas.datacontract.org/2004/07/"#
    + #"Eros.Subtle.Canvara.WebAPIModel.ServiceModel" "#
    + #"xmlns:d1="http://schemas.datacontract.org/2004/07/"#
    + #"Eros.Saguna.Common.WebAPIModel.Models">"#
    + "<Connections><d1:ContactConnectionModel>"
    + "<d1:AllowCancel>true</d1:AllowCancel><d1:AllowRemove>false</d1:AllowRemove>"
    + "<d1:ConnectionId>a0000000-0000-4000-8000-000000000007</d1:ConnectionId>"
    + #"<d1:ConnectionRequestId i:nil="true"/>"#
    + "<d1:ConnectionStatusId>f0000000-0000-4000-8000-000000000001</d1:ConnectionStatusId>"
    + "<d1:ConnectionStatusName>Pending</d1:ConnectionStatusName>"
    + "<d1:Contact><d1:ContactFullName>Hugo Hill</d1:ContactFullName>"
    + "<d1:ContactId>c0000000-0000-4000-8000-0000000003ef</d1:ContactId>"
    + "<d1:ContactTypeId>d0000000-0000-4000-8000-000000000001</d1:ContactTypeId>"
    + #"<d1:Description>Plans, "as built" &amp; more &lt;7&gt;</d1:Description>"#
    + "<d1:EmailAddress>contact7@platform.example</d1:EmailAddress>"
    + #"<d1:EmploymentGeographicArea i:nil="true"/><d1:EmploymentIndustry i:nil="true"/>"#
    + #"<d1:EmploymentRole i:nil="true"/><d1:IsRemovedContact>false</d1:IsRemovedContact>"#
    + #"<d1:MobileNumber i:nil="true"/><d1:PhoneNumber>09 23570007</d1:PhoneNumber>"#
    + "<d1:PrimaryAddress>7 My Street, Sydney NSW 2000</d1:PrimaryAddress>"
    + #"<d1:ProfilePhotoThumbnailUrl i:nil="true"/><d1:ProfilePhotoUrl i:nil="true"/>"#
    + "<d1:TimezoneName>Australia/Sydney</d1:TimezoneName></d1:Contact>"
    + "<d1:ContactRoleId>e0000000-0000-4000-8000-000000000001</d1:ContactRoleId>"
    + "<d1:ContactRoleName>Accountant</d1:ContactRoleName>"
    + "<d1:FromDate>2024-01-08T09:30:00Z</d1:FromDate><d1:IsIncoming>false</d1:IsIncoming>"
    + "<d1:PrimaryRoleName>Accountant</d1:PrimaryRoleName>"
    + "<d1:RequestorContactId>c0000000-0000-4000-8000-000000000002</d1:RequestorContactId>"
    + "<d1:RequestorContactName>Sally Citizen</d1:RequestorContactName>"
    + "<d1:RequestorRoleId>e0000000-0000-4000-8000-000000000064</d1:RequestorRoleId>"
    + "<d1:RequestorRoleName>Licensee</d1:RequestorRoleName>"
    + #"<d1:SuggesterContact i:nil="true"/></d1:ContactConnectionModel></Connections>"#
    + #"<ResponseStatus i:nil="true"/><TotalConnections>110</TotalConnections>"#
    + "</GetConnectionsToContactResponse>"

  /// The connection in JSV: without nulls, without white space, quotes only where they are needed.
  private static let jsvConnections =
    "[{ConnectionId:a0000000-0000-4000-8000-000000000007,"
    + "Contact:{ContactId:c0000000-0000-4000-8000-0000000003ef,ContactFullName:Hugo Hill,"
    + "EmailAddress:contact7@platform.example,PhoneNumber:09 23570007,"
    + "ContactTypeId:d0000000-0000-4000-8000-000000000001,"
    + #"Description:"Plans, ""as built"" & more <7>",TimezoneName:Australia/Sydney,"#
    + #"PrimaryAddress:"7 My Street, Sydney NSW 2000",IsRemovedContact:False},"#
    + "ContactRoleId:e0000000-0000-4000-8000-000000000001,ContactRoleName:Accountant,"
    + "RequestorContactId:c0000000-0000-4000-8000-000000000002,"
    + "RequestorContactName:Sally Citizen,"
    + "RequestorRoleId:e0000000-0000-4000-8000-000000000064,RequestorRoleName:Licensee,"
    + "PrimaryRoleName:Accountant,ConnectionStatusId:f0000000-0000-4000-8000-000000000001,"
    + "ConnectionStatusName:Pending,IsConnectionRequest:False,IsIncoming:False,"
    + "FromDate:2024-01-08T09:30:00Z,AllowCancel:True,AllowRemove:False}]"

  static let jsv = "{Connections:\(jsvConnections),TotalConnections:110}"

  static let csv =
    "Connections,TotalConnections,ResponseStatus\r\n\""
    + jsvConnections.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"")
    + "\",110,\r\n"

  /// The request of document 002 with its Guids filled in, as a page of one.
  static let xmlRequest = """
    <GetConnectionsToContact xmlns:i="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns="http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel">
    <PageNumber xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">1</PageNumber>
    <PageSize xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">1</PageSize>
    <SortIndex xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">0</SortIndex>
    <SortOrder xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">Ascending</SortOrder>
    <ContactId>\(contact)</ContactId>
    <ContactTypeId>\(contactType)</ContactTypeId>
    <IncludeRemoved>false</IncludeRemoved>
    <IsPagedMode>true</IsPagedMode>
    <RequestorContactId>\(requestor)</RequestorContactId>
    </GetConnectionsToContact>
    """

  /// The request of document 002 as it is printed, with zeros for Guids.
  static let printedXMLRequest = """
    <GetConnectionsToContact xmlns:i="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns="http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel">
    <PageNumber xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">0</PageNumber>
    <PageSize xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">0</PageSize>
    <SortIndex xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">0</SortIndex>
    <SortOrder xmlns="http://schemas.datacontract.org/2004/07/\
    Eros.Saguna.Common.WebAPIModel.Models">Ascending</SortOrder>
    <ContactId>00000000-0000-0000-0000-000000000000</ContactId>
    <ContactTypeId>00000000-0000-0000-0000-000000000000</ContactTypeId>
    <IncludeRemoved>false</IncludeRemoved>
    <IsPagedMode>false</IsPagedMode>
    <RequestorContactId>00000000-0000-0000-0000-000000000000</RequestorContactId>
    </GetConnectionsToContact>
    """
}
