extension OfficialSchema {
  /// The schema of Arazzo 1.1, as the
  /// OpenAPI Initiative publishes it, without words for people (Apache 2.0, see LICENSE here).
  static let arazzo11: [OfficialSchema] = [
    OfficialSchema(
      uri: "https://spec.openapis.org/arazzo/1.1/schema/WORK-IN-PROGRESS",
      text: #"""
        {
          "$id": "https://spec.openapis.org/arazzo/1.1/schema/WORK-IN-PROGRESS",
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "description": "The description of Arazzo v1.1.x documents",
          "type": "object",
          "properties": {
            "arazzo": {"type": "string", "pattern": "^1\\.1\\.\\d+(-.+)?$"},
            "$self": {"type": "string", "format": "uri-reference", "pattern": "^[^#]*$"},
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
                "type": {"enum": ["arazzo", "openapi", "asyncapi"]}
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
                  "patternProperties": {
                    "^[a-zA-Z0-9\\.\\-_]+$": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/selector-object"}]}
                  }
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
              "oneOf": [
                {"$ref": "#/$defs/openapi-step-object"},
                {"$ref": "#/$defs/asyncapi-step-object"},
                {"$ref": "#/$defs/workflow-step-object"}
              ]
            },
            "step-object-base": {
              "type": "object",
              "properties": {
                "stepId": {"$anchor": "stepId", "type": "string"},
                "description": {"type": "string"},
                "timeout": {"type": "integer"},
                "dependsOn": {
                  "type": "array",
                  "uniqueItems": true,
                  "minItems": 1,
                  "items": {
                    "oneOf": [
                      {"type": "string", "pattern": "^(?!\\$).+$"},
                      {
                        "type": "string",
                        "pattern": "^\\$workflows\\.[^.]+\\.steps\\.[^.]+$"
                      },
                      {
                        "type": "string",
                        "pattern": "^\\$sourceDescriptions\\.[^.]+\\.[^.]+\\.steps\\.[^.]+$"
                      }
                    ]
                  }
                },
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
                  "patternProperties": {
                    "^[a-zA-Z0-9\\.\\-_]+$": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/selector-object"}]}
                  }
                }
              },
              "required": ["stepId"]
            },
            "operation-step-parameters": {
              "type": "array",
              "uniqueItems": true,
              "items": {
                "oneOf": [
                  {"$ref": "#/$defs/reusable-object"},
                  {"$ref": "#/$defs/parameter-object", "required": ["in"]}
                ]
              }
            },
            "openapi-step-object": {
              "allOf": [
                {"$ref": "#/$defs/step-object-base"},
                {
                  "type": "object",
                  "properties": {
                    "operationId": {"type": "string"},
                    "operationPath": {"type": "string"},
                    "parameters": {"$ref": "#/$defs/operation-step-parameters"}
                  }
                },
                {
                  "oneOf": [{"required": ["operationId"]}, {"required": ["operationPath"]}]
                }
              ],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "asyncapi-step-object": {
              "allOf": [
                {"$ref": "#/$defs/step-object-base"},
                {
                  "type": "object",
                  "properties": {
                    "operationId": {"type": "string"},
                    "channelPath": {"type": "string"},
                    "correlationId": {"type": ["string", "number", "boolean", "object", "array"]},
                    "action": {"enum": ["send", "receive"]},
                    "parameters": {"$ref": "#/$defs/operation-step-parameters"}
                  },
                  "required": ["action"]
                },
                {
                  "if": {"required": ["correlationId"]},
                  "then": {
                    "properties": {"action": {"const": "receive"}},
                    "required": ["action"]
                  }
                },
                {
                  "oneOf": [{"required": ["operationId"]}, {"required": ["channelPath"]}]
                }
              ],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "workflow-step-object": {
              "allOf": [
                {"$ref": "#/$defs/step-object-base"},
                {
                  "type": "object",
                  "properties": {
                    "workflowId": {"$ref": "#workflowId"},
                    "parameters": {
                      "items": {
                        "oneOf": [
                          {"$ref": "#/$defs/parameter-object"},
                          {"$ref": "#/$defs/reusable-object"}
                        ]
                      }
                    }
                  },
                  "required": ["workflowId"]
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
              "properties": {
                "context": {"type": "string"},
                "condition": {"type": "string"},
                "type": {
                  "oneOf": [
                    {
                      "type": "string",
                      "enum": ["simple", "regex", "jsonpath", "xpath"],
                      "default": "simple"
                    },
                    {"$ref": "#/$defs/expression-type-object"}
                  ]
                }
              },
              "required": ["condition"],
              "dependentRequired": {"type": ["context"]},
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "expression-type-object": {
              "type": "object",
              "properties": {
                "type": {"enum": ["jsonpath", "xpath", "jsonpointer"]},
                "version": {"type": "string"}
              },
              "required": ["type", "version"],
              "allOf": [
                {
                  "if": {"required": ["type"], "properties": {"type": {"const": "jsonpath"}}},
                  "then": {
                    "properties": {
                      "version": {"enum": ["rfc9535", "draft-goessner-dispatch-jsonpath-00"]}
                    }
                  }
                },
                {
                  "if": {"required": ["type"], "properties": {"type": {"const": "xpath"}}},
                  "then": {
                    "properties": {
                      "version": {"enum": ["xpath-10", "xpath-20", "xpath-30", "xpath-31"]}
                    }
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "jsonpointer"}}},
                  "then": {"properties": {"version": {"const": "rfc6901"}}}
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
                "parameters": {"type": "array", "uniqueItems": true, "items": true},
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
                },
                {
                  "if": {"required": ["parameters"]},
                  "then": {"required": ["workflowId"]}
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
                "parameters": {"type": "array", "uniqueItems": true, "items": true},
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
                  "if": {"properties": {"type": {"enum": ["goto"]}}},
                  "then": {"oneOf": [{"required": ["workflowId"]}, {"required": ["stepId"]}]}
                },
                {
                  "if": {"required": ["parameters"]},
                  "then": {"required": ["workflowId"]}
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
                "in": {
                  "enum": ["path", "query", "querystring", "header", "cookie", "channel"]
                },
                "value": {
                  "oneOf": [
                    {"type": ["string", "boolean", "array", "number", "null"]},
                    {"$ref": "#/$defs/selector-object"}
                  ]
                }
              },
              "required": ["name", "value"],
              "$ref": "#/$defs/specification-extensions",
              "unevaluatedProperties": false
            },
            "payload-replacement-object": {
              "type": "object",
              "properties": {
                "target": {"type": "string"},
                "targetSelectorType": {"$ref": "#/$defs/selector-type"},
                "value": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/selector-object"}]}
              },
              "required": ["target", "value"],
              "unevaluatedProperties": false,
              "$ref": "#/$defs/specification-extensions"
            },
            "selector-type": {
              "oneOf": [
                {"type": "string", "enum": ["jsonpointer", "jsonpath", "xpath"]},
                {"$ref": "#/$defs/expression-type-object"}
              ]
            },
            "selector-object": {
              "type": "object",
              "properties": {
                "context": {"type": "string"},
                "selector": {"type": "string"},
                "type": {"$ref": "#/$defs/selector-type"}
              },
              "required": ["context", "selector", "type"],
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
