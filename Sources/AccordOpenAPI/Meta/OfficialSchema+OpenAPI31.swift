extension OfficialSchema {
  /// The schemas of OpenAPI 3.1: of documents, and the dialect of their schemas, as the
  /// OpenAPI Initiative publishes it, without words for people (Apache 2.0, see LICENSE here).
  static let openAPI31: [OfficialSchema] = [
    OfficialSchema(
      uri: "https://spec.openapis.org/oas/3.1/schema/WORK-IN-PROGRESS",
      text: #"""
        {
          "$id": "https://spec.openapis.org/oas/3.1/schema/WORK-IN-PROGRESS",
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "description": "The description of OpenAPI v3.1.x Documents without Schema Object validation",
          "type": "object",
          "properties": {
            "openapi": {"type": "string", "pattern": "^3\\.1\\.\\d+(-.+)?$"},
            "info": {"$ref": "#/$defs/info"},
            "jsonSchemaDialect": {
              "type": "string",
              "format": "uri-reference",
              "default": "https://spec.openapis.org/oas/3.1/dialect/WORK-IN-PROGRESS"
            },
            "servers": {
              "type": "array",
              "items": {"$ref": "#/$defs/server"},
              "default": [{"url": "/"}]
            },
            "paths": {"$ref": "#/$defs/paths"},
            "webhooks": {"type": "object", "additionalProperties": {"$ref": "#/$defs/path-item"}},
            "components": {"$ref": "#/$defs/components"},
            "security": {"type": "array", "items": {"$ref": "#/$defs/security-requirement"}},
            "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}},
            "externalDocs": {"$ref": "#/$defs/external-documentation"}
          },
          "required": ["openapi", "info"],
          "anyOf": [
            {"required": ["paths"]},
            {"required": ["components"]},
            {"required": ["webhooks"]}
          ],
          "$ref": "#/$defs/specification-extensions",
          "unevaluatedProperties": false,
          "$defs": {
            "info": {
              "type": "object",
              "properties": {
                "title": {"type": "string"},
                "summary": {"type": "string"},
                "description": {"type": "string"},
                "termsOfService": {"type": "string", "format": "uri-reference"},
                "contact": {"$ref": "#/$defs/contact"},
                "license": {"$ref": "#/$defs/license"},
                "version": {"type": "string"}
              },
              "required": ["title", "version"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "contact": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "url": {"type": "string", "format": "uri-reference"},
                "email": {"type": "string", "format": "email"}
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "license": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "identifier": {"type": "string"},
                "url": {"type": "string", "format": "uri-reference"}
              },
              "required": ["name"],
              "dependentSchemas": {"identifier": {"not": {"required": ["url"]}}},
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "server": {
              "type": "object",
              "properties": {
                "url": {"type": "string"},
                "description": {"type": "string"},
                "variables": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/server-variable"}
                }
              },
              "required": ["url"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "server-variable": {
              "type": "object",
              "properties": {
                "enum": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "default": {"type": "string"},
                "description": {"type": "string"}
              },
              "required": ["default"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "components": {
              "type": "object",
              "properties": {
                "schemas": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}},
                "responses": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/response-or-reference"}
                },
                "parameters": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/parameter-or-reference"}
                },
                "examples": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/example-or-reference"}
                },
                "requestBodies": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/request-body-or-reference"}
                },
                "headers": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/header-or-reference"}
                },
                "securitySchemes": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/security-scheme-or-reference"}
                },
                "links": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/link-or-reference"}
                },
                "callbacks": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/callbacks-or-reference"}
                },
                "pathItems": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/path-item"}
                }
              },
              "patternProperties": {
                "^(?:schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|pathItems)$": {"propertyNames": {"pattern": "^[a-zA-Z0-9._-]+$"}}
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "paths": {
              "type": "object",
              "patternProperties": {"^/": {"$ref": "#/$defs/path-item"}},
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "path-item": {
              "type": "object",
              "properties": {
                "$ref": {"type": "string", "format": "uri-reference"},
                "summary": {"type": "string"},
                "description": {"type": "string"},
                "servers": {"type": "array", "items": {"$ref": "#/$defs/server"}},
                "parameters": {"type": "array", "items": {"$ref": "#/$defs/parameter-or-reference"}},
                "get": {"$ref": "#/$defs/operation"},
                "put": {"$ref": "#/$defs/operation"},
                "post": {"$ref": "#/$defs/operation"},
                "delete": {"$ref": "#/$defs/operation"},
                "options": {"$ref": "#/$defs/operation"},
                "head": {"$ref": "#/$defs/operation"},
                "patch": {"$ref": "#/$defs/operation"},
                "trace": {"$ref": "#/$defs/operation"}
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "operation": {
              "type": "object",
              "properties": {
                "tags": {"type": "array", "items": {"type": "string"}},
                "summary": {"type": "string"},
                "description": {"type": "string"},
                "externalDocs": {"$ref": "#/$defs/external-documentation"},
                "operationId": {"type": "string"},
                "parameters": {"type": "array", "items": {"$ref": "#/$defs/parameter-or-reference"}},
                "requestBody": {"$ref": "#/$defs/request-body-or-reference"},
                "responses": {"$ref": "#/$defs/responses"},
                "callbacks": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/callbacks-or-reference"}
                },
                "deprecated": {"default": false, "type": "boolean"},
                "security": {"type": "array", "items": {"$ref": "#/$defs/security-requirement"}},
                "servers": {"type": "array", "items": {"$ref": "#/$defs/server"}}
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "external-documentation": {
              "type": "object",
              "properties": {
                "description": {"type": "string"},
                "url": {"type": "string", "format": "uri-reference"}
              },
              "required": ["url"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "parameter": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "in": {"enum": ["query", "header", "path", "cookie"]},
                "description": {"type": "string"},
                "required": {"default": false, "type": "boolean"},
                "deprecated": {"default": false, "type": "boolean"},
                "schema": {"$dynamicRef": "#meta"},
                "content": {"$ref": "#/$defs/content", "minProperties": 1, "maxProperties": 1}
              },
              "required": ["name", "in"],
              "oneOf": [{"required": ["schema"]}, {"required": ["content"]}],
              "if": {"properties": {"in": {"const": "query"}}},
              "then": {"properties": {"allowEmptyValue": {"default": false, "type": "boolean"}}},
              "dependentSchemas": {
                "schema": {
                  "properties": {"style": {"type": "string"}, "explode": {"type": "boolean"}},
                  "allOf": [
                    {"$ref": "#/$defs/examples"},
                    {
                      "$ref": "#/$defs/parameter/dependentSchemas/schema/$defs/styles-for-path"
                    },
                    {
                      "$ref": "#/$defs/parameter/dependentSchemas/schema/$defs/styles-for-header"
                    },
                    {
                      "$ref": "#/$defs/parameter/dependentSchemas/schema/$defs/styles-for-query"
                    },
                    {
                      "$ref": "#/$defs/parameter/dependentSchemas/schema/$defs/styles-for-cookie"
                    }
                  ],
                  "$defs": {
                    "styles-for-path": {
                      "if": {"properties": {"in": {"const": "path"}}},
                      "then": {
                        "properties": {
                          "name": {"pattern": "^[^{}]+$"},
                          "style": {"default": "simple", "enum": ["matrix", "label", "simple"]},
                          "required": {"const": true},
                          "explode": {"default": false}
                        },
                        "required": ["required"]
                      }
                    },
                    "styles-for-header": {
                      "if": {"properties": {"in": {"const": "header"}}},
                      "then": {
                        "properties": {
                          "style": {"default": "simple", "const": "simple"},
                          "explode": {"default": false}
                        }
                      }
                    },
                    "styles-for-query": {
                      "if": {"properties": {"in": {"const": "query"}}},
                      "then": {
                        "properties": {
                          "style": {
                            "default": "form",
                            "enum": ["form", "spaceDelimited", "pipeDelimited", "deepObject"]
                          },
                          "allowReserved": {"default": false, "type": "boolean"}
                        },
                        "$ref": "#/$defs/explode-for-form"
                      }
                    },
                    "styles-for-cookie": {
                      "if": {"properties": {"in": {"const": "cookie"}}},
                      "then": {
                        "properties": {"style": {"default": "form", "const": "form"}},
                        "$ref": "#/$defs/explode-for-form"
                      }
                    }
                  }
                }
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "parameter-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/parameter"}
            },
            "request-body": {
              "type": "object",
              "properties": {
                "description": {"type": "string"},
                "content": {"$ref": "#/$defs/content"},
                "required": {"default": false, "type": "boolean"}
              },
              "required": ["content"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "request-body-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/request-body"}
            },
            "content": {
              "type": "object",
              "additionalProperties": {"$ref": "#/$defs/media-type"},
              "propertyNames": {"format": "media-range"}
            },
            "media-type": {
              "type": "object",
              "properties": {
                "schema": {"$dynamicRef": "#meta"},
                "encoding": {"type": "object", "additionalProperties": {"$ref": "#/$defs/encoding"}}
              },
              "allOf": [
                {"$ref": "#/$defs/specification-extensions"},
                {"$ref": "#/$defs/examples"}
              ],
              "unevaluatedProperties": false
            },
            "encoding": {
              "type": "object",
              "properties": {
                "contentType": {"type": "string"},
                "headers": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/header-or-reference"}
                },
                "style": {"enum": ["form", "spaceDelimited", "pipeDelimited", "deepObject"]},
                "explode": {"type": "boolean"},
                "allowReserved": {"type": "boolean"}
              },
              "dependentSchemas": {
                "style": {
                  "properties": {"allowReserved": {"default": false}},
                  "$ref": "#/$defs/explode-for-form"
                },
                "explode": {
                  "properties": {"style": {"default": "form"}, "allowReserved": {"default": false}}
                },
                "allowReserved": {
                  "properties": {"style": {"default": "form"}},
                  "$ref": "#/$defs/explode-for-form"
                }
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "responses": {
              "type": "object",
              "properties": {"default": {"$ref": "#/$defs/response-or-reference"}},
              "patternProperties": {"^[1-5](?:[0-9]{2}|XX)$": {"$ref": "#/$defs/response-or-reference"}},
              "minProperties": 1,
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false,
              "if": {"patternProperties": {"^[1-5](?:[0-9]{2}|XX)$": false}},
              "then": {"required": ["default"]}
            },
            "response": {
              "type": "object",
              "properties": {
                "description": {"type": "string"},
                "headers": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/header-or-reference"}
                },
                "content": {"$ref": "#/$defs/content"},
                "links": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/link-or-reference"}
                }
              },
              "required": ["description"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "response-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/response"}
            },
            "callbacks": {
              "type": "object",
              "$ref": "#/$defs/specification-extensions",
              "additionalProperties": {"$ref": "#/$defs/path-item"}
            },
            "callbacks-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/callbacks"}
            },
            "example": {
              "type": "object",
              "properties": {
                "summary": {"type": "string"},
                "description": {"type": "string"},
                "value": true,
                "externalValue": {"type": "string", "format": "uri-reference"}
              },
              "not": {"required": ["value", "externalValue"]},
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "example-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/example"}
            },
            "link": {
              "type": "object",
              "properties": {
                "operationRef": {"type": "string", "format": "uri-reference"},
                "operationId": {"type": "string"},
                "parameters": {"$ref": "#/$defs/map-of-strings"},
                "requestBody": true,
                "description": {"type": "string"},
                "server": {"$ref": "#/$defs/server"}
              },
              "oneOf": [{"required": ["operationRef"]}, {"required": ["operationId"]}],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "link-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/link"}
            },
            "header": {
              "type": "object",
              "properties": {
                "description": {"type": "string"},
                "required": {"default": false, "type": "boolean"},
                "deprecated": {"default": false, "type": "boolean"},
                "schema": {"$dynamicRef": "#meta"},
                "content": {"$ref": "#/$defs/content", "minProperties": 1, "maxProperties": 1}
              },
              "oneOf": [{"required": ["schema"]}, {"required": ["content"]}],
              "dependentSchemas": {
                "schema": {
                  "properties": {
                    "style": {"default": "simple", "const": "simple"},
                    "explode": {"default": false, "type": "boolean"}
                  },
                  "$ref": "#/$defs/examples"
                }
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "header-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/header"}
            },
            "tag": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "description": {"type": "string"},
                "externalDocs": {"$ref": "#/$defs/external-documentation"}
              },
              "required": ["name"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "reference": {
              "type": "object",
              "properties": {
                "$ref": {"type": "string", "format": "uri-reference"},
                "summary": {"type": "string"},
                "description": {"type": "string"}
              }
            },
            "schema": {"$dynamicAnchor": "meta", "type": ["object", "boolean"]},
            "security-scheme": {
              "type": "object",
              "properties": {
                "type": {"enum": ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]},
                "description": {"type": "string"}
              },
              "required": ["type"],
              "allOf": [
                {"$ref": "#/$defs/specification-extensions"},
                {"$ref": "#/$defs/security-scheme/$defs/type-apikey"},
                {"$ref": "#/$defs/security-scheme/$defs/type-http"},
                {"$ref": "#/$defs/security-scheme/$defs/type-http-bearer"},
                {"$ref": "#/$defs/security-scheme/$defs/type-oauth2"},
                {"$ref": "#/$defs/security-scheme/$defs/type-oidc"}
              ],
              "unevaluatedProperties": false,
              "$defs": {
                "type-apikey": {
                  "if": {"properties": {"type": {"const": "apiKey"}}},
                  "then": {
                    "properties": {
                      "name": {"type": "string"},
                      "in": {"enum": ["query", "header", "cookie"]}
                    },
                    "required": ["name", "in"]
                  }
                },
                "type-http": {
                  "if": {"properties": {"type": {"const": "http"}}},
                  "then": {"properties": {"scheme": {"type": "string"}}, "required": ["scheme"]}
                },
                "type-http-bearer": {
                  "if": {
                    "properties": {
                      "type": {"const": "http"},
                      "scheme": {"type": "string", "pattern": "^[Bb][Ee][Aa][Rr][Ee][Rr]$"}
                    },
                    "required": ["type", "scheme"]
                  },
                  "then": {"properties": {"bearerFormat": {"type": "string"}}}
                },
                "type-oauth2": {
                  "if": {"properties": {"type": {"const": "oauth2"}}},
                  "then": {
                    "properties": {"flows": {"$ref": "#/$defs/oauth-flows"}},
                    "required": ["flows"]
                  }
                },
                "type-oidc": {
                  "if": {"properties": {"type": {"const": "openIdConnect"}}},
                  "then": {
                    "properties": {"openIdConnectUrl": {"type": "string", "format": "uri-reference"}},
                    "required": ["openIdConnectUrl"]
                  }
                }
              }
            },
            "security-scheme-or-reference": {
              "if": {"type": "object", "required": ["$ref"]},
              "then": {"$ref": "#/$defs/reference"},
              "else": {"$ref": "#/$defs/security-scheme"}
            },
            "oauth-flows": {
              "type": "object",
              "properties": {
                "implicit": {"$ref": "#/$defs/oauth-flows/$defs/implicit"},
                "password": {"$ref": "#/$defs/oauth-flows/$defs/password"},
                "clientCredentials": {"$ref": "#/$defs/oauth-flows/$defs/client-credentials"},
                "authorizationCode": {"$ref": "#/$defs/oauth-flows/$defs/authorization-code"}
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false,
              "$defs": {
                "implicit": {
                  "type": "object",
                  "properties": {
                    "authorizationUrl": {"type": "string", "format": "uri-reference"},
                    "refreshUrl": {"type": "string", "format": "uri-reference"},
                    "scopes": {"$ref": "#/$defs/map-of-strings"}
                  },
                  "required": ["authorizationUrl", "scopes"],
                  "$ref": "#/$defs/specification-extensions",
                  "unevaluatedProperties": false
                },
                "password": {
                  "type": "object",
                  "properties": {
                    "tokenUrl": {"type": "string", "format": "uri-reference"},
                    "refreshUrl": {"type": "string", "format": "uri-reference"},
                    "scopes": {"$ref": "#/$defs/map-of-strings"}
                  },
                  "required": ["tokenUrl", "scopes"],
                  "$ref": "#/$defs/specification-extensions",
                  "unevaluatedProperties": false
                },
                "client-credentials": {
                  "type": "object",
                  "properties": {
                    "tokenUrl": {"type": "string", "format": "uri-reference"},
                    "refreshUrl": {"type": "string", "format": "uri-reference"},
                    "scopes": {"$ref": "#/$defs/map-of-strings"}
                  },
                  "required": ["tokenUrl", "scopes"],
                  "$ref": "#/$defs/specification-extensions",
                  "unevaluatedProperties": false
                },
                "authorization-code": {
                  "type": "object",
                  "properties": {
                    "authorizationUrl": {"type": "string", "format": "uri-reference"},
                    "tokenUrl": {"type": "string", "format": "uri-reference"},
                    "refreshUrl": {"type": "string", "format": "uri-reference"},
                    "scopes": {"$ref": "#/$defs/map-of-strings"}
                  },
                  "required": ["authorizationUrl", "tokenUrl", "scopes"],
                  "$ref": "#/$defs/specification-extensions",
                  "unevaluatedProperties": false
                }
              }
            },
            "security-requirement": {
              "type": "object",
              "additionalProperties": {"type": "array", "items": {"type": "string"}}
            },
            "specification-extensions": {"patternProperties": {"^x-": true}},
            "examples": {
              "properties": {
                "example": true,
                "examples": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/example-or-reference"}
                }
              },
              "not": {"required": ["example", "examples"]}
            },
            "map-of-strings": {"type": "object", "additionalProperties": {"type": "string"}},
            "explode-for-form": {
              "if": {"properties": {"style": {"const": "form"}}},
              "then": {"properties": {"explode": {"default": true}}},
              "else": {"properties": {"explode": {"default": false}}}
            }
          }
        }
        """#
    ),
    OfficialSchema(
      uri: "https://spec.openapis.org/oas/3.1/dialect/WORK-IN-PROGRESS",
      text: #"""
        {
          "$id": "https://spec.openapis.org/oas/3.1/dialect/WORK-IN-PROGRESS",
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "OpenAPI 3.1 Schema Object Dialect",
          "description": "A JSON Schema dialect describing schemas found in OpenAPI v3.1 Descriptions",
          "$dynamicAnchor": "meta",
          "$vocabulary": {
            "https://json-schema.org/draft/2020-12/vocab/applicator": true,
            "https://json-schema.org/draft/2020-12/vocab/content": true,
            "https://json-schema.org/draft/2020-12/vocab/core": true,
            "https://json-schema.org/draft/2020-12/vocab/format-annotation": true,
            "https://json-schema.org/draft/2020-12/vocab/meta-data": true,
            "https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
            "https://json-schema.org/draft/2020-12/vocab/validation": true,
            "https://spec.openapis.org/oas/3.1/vocab/base": false
          },
          "allOf": [
            {"$ref": "https://json-schema.org/draft/2020-12/schema"},
            {"$ref": "https://spec.openapis.org/oas/3.1/meta/WORK-IN-PROGRESS"}
          ]
        }
        """#
    ),
    OfficialSchema(
      uri: "https://spec.openapis.org/oas/3.1/meta/WORK-IN-PROGRESS",
      text: #"""
        {
          "$id": "https://spec.openapis.org/oas/3.1/meta/WORK-IN-PROGRESS",
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "OAS Base Vocabulary",
          "description": "A JSON Schema Vocabulary used in the OpenAPI Schema Dialect",
          "$dynamicAnchor": "meta",
          "$vocabulary": {"https://spec.openapis.org/oas/3.1/vocab/base": true},
          "type": ["object", "boolean"],
          "properties": {
            "discriminator": {"$ref": "#/$defs/discriminator"},
            "example": true,
            "externalDocs": {"$ref": "#/$defs/external-docs"},
            "xml": {"$ref": "#/$defs/xml"}
          },
          "$defs": {
            "discriminator": {
              "$ref": "#/$defs/extensible",
              "properties": {
                "mapping": {"additionalProperties": {"type": "string"}, "type": "object"},
                "propertyName": {"type": "string"}
              },
              "required": ["propertyName"],
              "type": "object",
              "unevaluatedProperties": false
            },
            "extensible": {"patternProperties": {"^x-": true}},
            "external-docs": {
              "$ref": "#/$defs/extensible",
              "properties": {
                "description": {"type": "string"},
                "url": {"format": "uri-reference", "type": "string"}
              },
              "required": ["url"],
              "type": "object",
              "unevaluatedProperties": false
            },
            "xml": {
              "$ref": "#/$defs/extensible",
              "properties": {
                "attribute": {"type": "boolean"},
                "name": {"type": "string"},
                "namespace": {"format": "uri", "type": "string"},
                "prefix": {"type": "string"},
                "wrapped": {"type": "boolean"}
              },
              "type": "object",
              "unevaluatedProperties": false
            }
          }
        }
        """#
    ),
  ]
}
