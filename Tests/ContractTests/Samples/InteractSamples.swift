/// The samples of the Interact documents, as printed.
enum InteractSamples {
  /// Document 000, under the heading Response Headers.
  static let connectionRequest = #"""
    { "version" : 1, "entityType" : "company", "entityId" : "1234" }
    """#

  /// Document 000, the response.
  static let connectionStatus = #"""
    {
        "connectionStatus" : 1,
        "connectionMessage" : "Successfully connected..."
    }
    """#

  /// Document 001, the payload of version 2, without the member that is marked TODO.
  static let companyAccessForm = #"""
    {
      "contact_external_id": "External Id",
      "contact_type": "Contact Type",
      "contact_firstname": "George",
      "contact_lastname": "Citizen",
      "contact_title": "Mr",
      "contact_primary_country_code": "AU",
      "contact_email1": "george.citizen@yopmail.com",
      "contact_gender_code": "M",
      "contact_dietary_requirements": "Dark chocolate allergy",
      "contact_date_of_birth": "01/01/2000",
      "contact_profession": "Freeform Profession",
      "contact_specialty": "Freeform Specialty",
      "contact_timezone_id": "Australia/Sydney",
      "contact_interests": "snowboarding",
      "contact_primary_mobile": "0418192021",
      "contact_photo": "http://some.domain.com/photo.jpg",
      "address1_uuid": "1bb06ae3-9eb5-4521-8b6c-eb11a11784e7",
      "address1_type": "W",
      "address1_name": "George at work",
      "address1_street": "123 My Street",
      "address1_suburb": "Suburb",
      "address1_city": "Sydney",
      "address1_state": "AU-NSW",
      "address1_postcode": "2000",
      "address1_country_code": "AU",
      "address1_email": "george@work.com",
      "address1_email_validated": "Y",
      "address1_phone": "09 2357 5634",
      "address1_fax": "09 5674 7893",
      "address1_mobile": "0418121314",
      "address1_department": "Gastroenterology",
      "address1_division": "Emergency",
      "address1_job_title": "Head of Gastro Emergencies",
      "address2_uuid": "b67b928a-2f09-4076-9fd0-03a09cbfd396",
      "address2_type": "W",
      "address2_name": "George at Randwick Hospital",
      "address2_street": "105 Avoca Street",
      "address2_suburb": "Randwick",
      "address2_city": "Sydney",
      "address2_state": "AU-NSW",
      "address2_postcode": "2031",
      "address2_country_code": "AU",
      "address2_email": "george@randwick.health.nsw.gov",
      "address2_email_validated": "Y",
      "address2_phone": "09 9876 2345",
      "address2_fax": "90 9546 7834",
      "address2_mobile": "0405123456",
      "address2_department": "N/A",
      "address2_division": "Gastroenterology",
      "address2_job_title": "Head of Gastroenterology",
      "contact_category": "Category",
      "contact_owned_by": "Sally",
      "contact_notes": "Would like to see more content",
      "contact_facebook_id": "facebookid",
      "contact_twitter_id": "twitterid",
      "contact_linkedin_id": "linkedinid",
      "condition_id": 1,
      "treatment_notes": "No treatment",
      "wall_consent_1": "Consent 1",
      "wall_consent_2": "Consent 2",
      "wall_consent_3": "Consent 3",
      "wall_consent_4": "Consent 4",
      "wall_consent_5": "Consent 5",
      "wall_consent_6": "Consent 6",
      "event_consent_1": "Event Consent 1",
      "event_consent_2": "Event Consent 2",
      "event_consent_3": "Event Consent 3",
      "event_consent_4": "Event Consent 4",
      "additional_1": "Additional 1",
      "additional_2": "Additional 2",
      "additional_3": "Additional 3",
      "lead": "My lead",
      "representative_name": "My Rep1",
      "contact_identifiers": [
        {
          "id": 1,
          "value": "ABC0123456789"
        }
      ]
    }
    """#

  /// Document 001, the response.
  static let success = #"""
    {"errorCode":0,"errorMsg":"Connection updated."}
    """#

  /// Document 004, the request.
  static let preregistration = #"""
    {
      "version": 1,
      "preRegCompanyKey": "myinteractfinance",
      "contactDetails": {
        "contactId": null,
        "countryCode": null,
        "otherCountryCode": null,
        "contactType": null,
        "contactProfession": null,
        "contactSpecialty": null,
        "contactCategory": null,
        "sampleOrderEmail": null,
        "contactCreated": null,
        "contactCreatedBy": null,
        "contactModified": null,
        "contactModifiedBy": null,
        "externalId": null,
        "title": null,
        "firstname": "Aaron",
        "lastname": "PreReg WebService",
        "mobile": null,
        "phone": null,
        "otherPhone": null,
        "department": null,
        "email1": "aaron+prereg-webservice@interact.technology",
        "email2": null,
        "company": null,
        "workAddress1": null,
        "workAddress2": null,
        "workAddress3": null,
        "city": null,
        "state": null,
        "postCode": null,
        "ownedBy": null,
        "notes": "I would like a follow-up call on drug X please.",
        "facebookId": null,
        "dateOfBirth": null,
        "webPage": null,
        "otherAddress1": null,
        "otherAddress2": null,
        "otherAddress3": null,
        "otherCity": null,
        "otherState": null,
        "otherPostcode": null,
        "faxNumber": null,
        "twitterId": null
      }
    }
    """#
}
