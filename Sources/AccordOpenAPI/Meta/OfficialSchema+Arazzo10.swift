extension OfficialSchema {
  /// The schema of Arazzo 1.0, as the
  /// OpenAPI Initiative publishes it, without words for people (Apache 2.0, see LICENSE here).
  static let arazzo10: [OfficialSchema] = [
    OfficialSchema(
      uri: "https://spec.openapis.org/arazzo/1.0/schema/2024-08-01",
      text: #"""
        {
          "$id": "https://spec.openapis.org/arazzo/1.0/schema/2024-08-01",
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "description": "The description of Arazzo v1.0.x documents",
          "type": "object",
          "properties": {
            "arazzo": {"type": "string", "pattern": "^1\\.0\\.\\d+(-.+)?$"},
            "info": {"$ref": "#/$defs/info"},
            "sourceDescriptions": {
              "type": "array",
              "uniqueItems": true,
              "minItems": 1,
              "items": {"$ref": "#/$defs/source-description-object"}
            },
            "workflows": {
              "type": "array",
              "uniqueItems": true,
              "minItems": 1,
              "items": {"$ref": "#/$defs/workflow-object"}
            },
            "components": {"$ref": "#/$defs/components-object"}
          },
          "required": ["arazzo", "info", "sourceDescriptions", "workflows"],
          "$ref": "#/$defs/specification-extensions",
          "unevaluatedProperties": false,
          "$defs": {
            "info": {
              "type": "object",
              "properties": {
                "title": {"type": "string"},
                "summary": {"type": "string"},
                "description": {"type": "string"},
                "version": {"type": "string"}
              },
              "required": ["title", "version"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "source-description-object": {
              "type": "object",
              "properties": {
                "name": {"type": "string", "pattern": "^[A-Za-z0-9_\\-]+$"},
                "url": {"type": "string", "format": "uri-reference"},
                "type": {"enum": ["arazzo", "openapi"]}
              },
              "required": ["name", "url"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "workflow-object": {
              "type": "object",
              "properties": {
                "workflowId": {"$anchor": "workflowId", "type": "string"},
                "summary": {"type": "string"},
                "description": {"type": "string"},
                "inputs": {"$ref": "#/$defs/schema"},
                "dependsOn": {"type": "array", "uniqueItems": true, "items": {"type": "string"}},
                "steps": {
                  "type": "array",
                  "uniqueItems": true,
                  "minItems": 1,
                  "items": {"$ref": "#/$defs/step-object"}
                },
                "successActions": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "oneOf": [
                      {"$ref": "#/$defs/success-action-object"},
                      {"$ref": "#/$defs/reusable-object"}
                    ]
                  }
                },
                "failureActions": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "oneOf": [
                      {"$ref": "#/$defs/failure-action-object"},
                      {"$ref": "#/$defs/reusable-object"}
                    ]
                  }
                },
                "outputs": {
                  "type": "object",
                  "patternProperties": {"^[a-zA-Z0-9\\.\\-_]+$": {"type": "string"}}
                },
                "parameters": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "oneOf": [
                      {"$ref": "#/$defs/parameter-object"},
                      {"$ref": "#/$defs/reusable-object"}
                    ]
                  }
                }
              },
              "required": ["workflowId", "steps"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "step-object": {
              "type": "object",
              "properties": {
                "stepId": {"$anchor": "stepId", "type": "string"},
                "description": {"type": "string"},
                "operationId": {"type": "string"},
                "operationPath": {"type": "string"},
                "workflowId": {"$ref": "#workflowId"},
                "parameters": {"type": "array", "uniqueItems": true, "items": true},
                "requestBody": {"$ref": "#/$defs/request-body-object"},
                "successCriteria": {
                  "type": "array",
                  "uniqueItems": true,
                  "minItems": 1,
                  "items": {"$ref": "#/$defs/criterion-object"}
                },
                "onSuccess": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "oneOf": [
                      {"$ref": "#/$defs/success-action-object"},
                      {"$ref": "#/$defs/reusable-object"}
                    ]
                  }
                },
                "onFailure": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {
                    "oneOf": [
                      {"$ref": "#/$defs/failure-action-object"},
                      {"$ref": "#/$defs/reusable-object"}
                    ]
                  }
                },
                "outputs": {
                  "type": "object",
                  "patternProperties": {"^[a-zA-Z0-9\\.\\-_]+$": {"type": "string"}}
                }
              },
              "required": ["stepId"],
              "oneOf": [
                {"required": ["operationId"]},
                {"required": ["operationPath"]},
                {"required": ["workflowId"]}
              ],
              "allOf": [
                {
                  "if": {
                    "oneOf": [{"required": ["operationPath"]}, {"required": ["operationId"]}]
                  },
                  "then": {
                    "properties": {
                      "parameters": {
                        "items": {
                          "oneOf": [
                            {"$ref": "#/$defs/reusable-object"},
                            {"$ref": "#/$defs/parameter-object", "required": ["in"]}
                          ]
                        }
                      }
                    }
                  }
                },
                {
                  "if": {"required": ["workflowId"]},
                  "then": {
                    "properties": {
                      "parameters": {
                        "items": {
                          "oneOf": [
                            {"$ref": "#/$defs/parameter-object"},
                            {"$ref": "#/$defs/reusable-object"}
                          ]
                        }
                      }
                    }
                  }
                }
              ],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "request-body-object": {
              "type": "object",
              "properties": {
                "contentType": {"type": "string"},
                "payload": true,
                "replacements": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {"$ref": "#/$defs/payload-replacement-object"}
                }
              },
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "criterion-object": {
              "type": "object",
              "properties": {"context": {"type": "string"}, "condition": {"type": "string"}},
              "anyOf": [
                {
                  "type": "object",
                  "properties": {
                    "type": {
                      "enum": ["simple", "regex", "jsonpath", "xpath"],
                      "default": "simple"
                    }
                  }
                },
                {"$ref": "#/$defs/criterion-expression-type-object"}
              ],
              "required": ["condition"],
              "dependentRequired": {"type": ["context"]},
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "criterion-expression-type-object": {
              "type": "object",
              "properties": {"type": {"enum": ["jsonpath", "xpath"]}, "version": {"type": "string"}},
              "required": ["type", "version"],
              "allOf": [
                {
                  "if": {"required": ["type"], "properties": {"type": {"const": "jsonpath"}}},
                  "then": {
                    "properties": {"version": {"const": "draft-goessner-dispatch-jsonpath-00"}}
                  }
                },
                {
                  "if": {"required": ["type"], "properties": {"type": {"const": "xpath"}}},
                  "then": {
                    "properties": {"version": {"enum": ["xpath-10", "xpath-20", "xpath-30"]}}
                  }
                }
              ],
              "$ref": "#/$defs/specification-extensions"
            },
            "success-action-object": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "type": {"enum": ["end", "goto"]},
                "workflowId": {"$ref": "#workflowId"},
                "stepId": {"$ref": "#stepId"},
                "criteria": {
                  "type": "array",
                  "uniqueItems": true,
                  "minItems": 1,
                  "items": {"$ref": "#/$defs/criterion-object"}
                }
              },
              "allOf": [
                {
                  "if": {"properties": {"type": {"const": "goto"}}},
                  "then": {"oneOf": [{"required": ["workflowId"]}, {"required": ["stepId"]}]}
                }
              ],
              "required": ["name", "type"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "failure-action-object": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "type": {"enum": ["end", "goto", "retry"]},
                "workflowId": {"$ref": "#workflowId"},
                "stepId": {"$ref": "#stepId"},
                "retryAfter": {"type": "number", "minimum": 0},
                "retryLimit": {"type": "integer", "minimum": 0},
                "criteria": {
                  "type": "array",
                  "uniqueItems": true,
                  "items": {"$ref": "#/$defs/criterion-object"}
                }
              },
              "allOf": [
                {
                  "if": {"properties": {"type": {"enum": ["goto", "retry"]}}},
                  "then": {"oneOf": [{"required": ["workflowId"]}, {"required": ["stepId"]}]}
                },
                {
                  "if": {"properties": {"type": {"const": "retry"}}},
                  "then": {"required": ["retryAfter"]}
                }
              ],
              "required": ["name", "type"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "reusable-object": {
              "type": "object",
              "properties": {
                "reference": {"type": "string"},
                "value": {"type": ["string", "boolean", "object", "array", "number", "null"]}
              },
              "required": ["reference"],
              "unevaluatedProperties": false
            },
            "parameter-object": {
              "type": "object",
              "properties": {
                "name": {"type": "string"},
                "in": {"enum": ["path", "query", "header", "cookie"]},
                "value": {"type": ["string", "boolean", "object", "array", "number", "null"]}
              },
              "required": ["name", "value"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "payload-replacement-object": {
              "type": "object",
              "properties": {"target": {"type": "string"}, "value": {"type": "string"}},
              "required": ["target", "value"],
              "unevaluatedProperties": false,
              "$ref": "#/$defs/specification-extensions"
            },
            "components-object": {
              "type": "object",
              "properties": {
                "inputs": {"type": "object", "additionalProperties": {"$ref": "#/$defs/schema"}},
                "parameters": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/parameter-object"}
                },
                "successActions": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/success-action-object"}
                },
                "failureActions": {
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/failure-action-object"}
                }
              },
              "patternProperties": {
                "^(inputs|parameters|successActions|failureActions)$": {"propertyNames": {"pattern": "^[a-zA-Z0-9\\.\\-_]+$"}}
              },
              "unevaluatedProperties": false,
              "$ref": "#/$defs/specification-extensions"
            },
            "specification-extensions": {"patternProperties": {"^x-": true}},
            "schema": {"$ref": "https://json-schema.org/draft/2020-12/schema"}
          }
        }
        """#
    )
  ]
}
