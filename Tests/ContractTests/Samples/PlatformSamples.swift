/// The samples of the Platform pages, as printed.
enum PlatformSamples {
  /// Document 002, the request in XML.
  static let getConnectionsRequest = #"""
    <GetConnectionsToContact xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel">
    <PageNumber xmlns="http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models">0</PageNumber>
    <PageSize xmlns="http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models">0</PageSize>
    <SortIndex xmlns="http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models">0</SortIndex>
    <SortOrder xmlns="http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models">Ascending</SortOrder>
    <ContactId>00000000-0000-0000-0000-000000000000</ContactId>
    <ContactTypeId>00000000-0000-0000-0000-000000000000</ContactTypeId>
    <IncludeRemoved>false</IncludeRemoved>
    <IsPagedMode>false</IsPagedMode>
    <RequestorContactId>00000000-0000-0000-0000-000000000000</RequestorContactId>
    </GetConnectionsToContact>
    """#

  /// Document 002, the response in XML.
  static let getConnectionsResponse = #"""
    <GetConnectionsToContactResponse xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel">
    <Connections xmlns:d2p1="http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models">
    <d2p1:ContactConnectionModel>
    <d2p1:AllowCancel>false</d2p1:AllowCancel>
    <d2p1:AllowRemove>false</d2p1:AllowRemove>
    <d2p1:ConnectionId>00000000-0000-0000-0000-000000000000</d2p1:ConnectionId>
    <d2p1:ConnectionRequestId>00000000-0000-0000-0000-000000000000</d2p1:ConnectionRequestId>
    <d2p1:ConnectionStatusId>00000000-0000-0000-0000-000000000000</d2p1:ConnectionStatusId>
    <d2p1:ConnectionStatusName>String</d2p1:ConnectionStatusName>
    <d2p1:Contact>
    <d2p1:ContactFullName>String</d2p1:ContactFullName>
    <d2p1:ContactId>00000000-0000-0000-0000-000000000000</d2p1:ContactId>
    <d2p1:ContactTypeId>00000000-0000-0000-0000-000000000000</d2p1:ContactTypeId>
    <d2p1:Description>String</d2p1:Description>
    <d2p1:EmailAddress>String</d2p1:EmailAddress>
    <d2p1:EmploymentGeographicArea>String</d2p1:EmploymentGeographicArea>
    <d2p1:EmploymentIndustry>String</d2p1:EmploymentIndustry>
    <d2p1:EmploymentRole>String</d2p1:EmploymentRole>
    <d2p1:IsRemovedContact>false</d2p1:IsRemovedContact>
    <d2p1:MobileNumber>String</d2p1:MobileNumber>
    <d2p1:PhoneNumber>String</d2p1:PhoneNumber>
    <d2p1:PrimaryAddress>String</d2p1:PrimaryAddress>
    <d2p1:ProfilePhotoThumbnailUrl>String</d2p1:ProfilePhotoThumbnailUrl>
    <d2p1:ProfilePhotoUrl>String</d2p1:ProfilePhotoUrl>
    <d2p1:TimezoneName>String</d2p1:TimezoneName>
    </d2p1:Contact>
    <d2p1:ContactRoleId>00000000-0000-0000-0000-000000000000</d2p1:ContactRoleId>
    <d2p1:ContactRoleName>String</d2p1:ContactRoleName>
    <d2p1:FromDate>0001-01-01T00:00:00</d2p1:FromDate>
    <d2p1:IsIncoming>false</d2p1:IsIncoming>
    <d2p1:PrimaryRoleName>String</d2p1:PrimaryRoleName>
    <d2p1:RequestorContactId>00000000-0000-0000-0000-000000000000</d2p1:RequestorContactId>
    <d2p1:RequestorContactName>String</d2p1:RequestorContactName>
    <d2p1:RequestorRoleId>00000000-0000-0000-0000-000000000000</d2p1:RequestorRoleId>
    <d2p1:RequestorRoleName>String</d2p1:RequestorRoleName>
    <d2p1:SuggesterContact>
    <d2p1:ContactFullName>String</d2p1:ContactFullName>
    <d2p1:ContactId>00000000-0000-0000-0000-000000000000</d2p1:ContactId>
    <d2p1:ContactTypeId>00000000-0000-0000-0000-000000000000</d2p1:ContactTypeId>
    <d2p1:Description>String</d2p1:Description>
    <d2p1:EmailAddress>String</d2p1:EmailAddress>
    <d2p1:EmploymentGeographicArea>String</d2p1:EmploymentGeographicArea>
    <d2p1:EmploymentIndustry>String</d2p1:EmploymentIndustry>
    <d2p1:EmploymentRole>String</d2p1:EmploymentRole>
    <d2p1:IsRemovedContact>false</d2p1:IsRemovedContact>
    <d2p1:MobileNumber>String</d2p1:MobileNumber>
    <d2p1:PhoneNumber>String</d2p1:PhoneNumber>
    <d2p1:PrimaryAddress>String</d2p1:PrimaryAddress>
    <d2p1:ProfilePhotoThumbnailUrl>String</d2p1:ProfilePhotoThumbnailUrl>
    <d2p1:ProfilePhotoUrl>String</d2p1:ProfilePhotoUrl>
    <d2p1:TimezoneName>String</d2p1:TimezoneName>
    </d2p1:SuggesterContact>
    </d2p1:ContactConnectionModel>
    </Connections>
    <ResponseStatus xmlns:d2p1="http://schemas.servicestack.net/types">
    <d2p1:ErrorCode>String</d2p1:ErrorCode>
    <d2p1:Message>String</d2p1:Message>
    <d2p1:StackTrace>String</d2p1:StackTrace>
    <d2p1:Errors>
    <d2p1:ResponseError>
    <d2p1:ErrorCode>String</d2p1:ErrorCode>
    <d2p1:FieldName>String</d2p1:FieldName>
    <d2p1:Message>String</d2p1:Message>
    <d2p1:Meta xmlns:d5p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
    <d5p1:KeyValueOfstringstring>
    <d5p1:Key>String</d5p1:Key>
    <d5p1:Value>String</d5p1:Value>
    </d5p1:KeyValueOfstringstring>
    </d2p1:Meta>
    </d2p1:ResponseError>
    </d2p1:Errors>
    <d2p1:Meta xmlns:d3p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
    <d3p1:KeyValueOfstringstring>
    <d3p1:Key>String</d3p1:Key>
    <d3p1:Value>String</d3p1:Value>
    </d3p1:KeyValueOfstringstring>
    </d2p1:Meta>
    </ResponseStatus>
    <TotalConnections>0</TotalConnections>
    </GetConnectionsToContactResponse>
    """#

  /// Document 003, the request in JSON Lines.
  static let statusUpdateRequest = #"""
    {"ConnectionId":"00000000-0000-0000-0000-000000000000","ContactId":"00000000-0000-0000-0000-000000000000","ContactTypeId":"00000000-0000-0000-0000-000000000000","RoleId":"00000000-0000-0000-0000-000000000000"}
    """#

  /// Document 003, the response in JSON Lines.
  static let statusUpdateResponse = #"""
    {"ResponseStatus":{"ErrorCode":"String","Message":"String","StackTrace":"String","Errors":[{"ErrorCode":"String","FieldName":"String","Message":"String","Meta":{"String":"String"}}],"Meta":{"String":"String"}}}
    """#
}
