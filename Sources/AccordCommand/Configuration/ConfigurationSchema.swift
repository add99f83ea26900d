import AccordSchema

/// The schema of `accord.json`, as it is published.
enum ConfigurationSchema {
  /// The schema as a text.
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "accord.json",
      "description": "Settings of the command accord: documents, and named targets. No value is a secret.",
      "type": "object",
      "allOf": [{"$ref": "#/$defs/settings"}],
      "properties": {
        "$schema": {"type": "string"},
        "targets": {
          "description": "What is verified by its name, as in accord verify staging; what a target says goes before what the file says for all.",
          "type": "object",
          "propertyNames": {"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"},
          "additionalProperties": {
            "allOf": [{"$ref": "#/$defs/settings"}],
            "unevaluatedProperties": false
          }
        }
      },
      "unevaluatedProperties": false,
      "$defs": {
        "texts": {
          "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
        },
        "settings": {
          "type": "object",
          "properties": {
            "openapi": {"$ref": "#/$defs/texts", "description": "OpenAPI 3 or Swagger 2.0 documents, seen from this file."},
            "arazzo": {"$ref": "#/$defs/texts", "description": "Arazzo documents, seen from this file."},
            "inputs": {"type": "object", "description": "Values of inputs of the workflows of Arazzo documents."},
            "refusals": {
              "description": "What wrong requests of documents get, by CONTRACT/PLACE with * for any text: a status, several, or none.",
              "type": "object",
              "additionalProperties": {
                "oneOf": [
                  {"const": "none"},
                  {"type": "integer", "minimum": 400, "maximum": 599},
                  {"type": "array", "items": {"type": "integer", "minimum": 400, "maximum": 599}, "minItems": 1}
                ]
              }
            },
            "suite": {"$ref": "#/$defs/texts", "description": "Only these suites."},
            "contract": {"$ref": "#/$defs/texts", "description": "Only these contracts."},
            "case": {"$ref": "#/$defs/texts", "description": "Only cases of these patterns."},
            "readOnly": {"type": "boolean", "description": "Only cases that change nothing."},
            "depth": {"enum": ["quick", "standard", "thorough"], "description": "How much is tried."},
            "server": {
              "description": "The address of the server; by suites where there are several.",
              "oneOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}}
              ]
            },
            "credentials": {
              "description": "The environment variables that are read, by those that the suite asks for.",
              "type": "object",
              "additionalProperties": {"type": "string", "pattern": "^[A-Z][A-Z0-9_]*$"}
            },
            "givens": {"type": "string", "description": "A file of live data, seen from this file."},
            "given": {
              "description": "Live data, by suite.name.",
              "type": "object",
              "additionalProperties": {
                "oneOf": [
                  {"type": ["string", "number"]},
                  {"type": "array", "items": {"type": ["string", "number"]}, "minItems": 1}
                ]
              }
            },
            "givenFrom": {
              "description": "Where live data come from, by suite.name: a URL, or a command behind an exclamation mark.",
              "type": "object",
              "additionalProperties": {"type": "string"}
            },
            "useFound": {"$ref": "#/$defs/texts", "description": "Live data that may be used up where they are found."},
            "reusable": {"$ref": "#/$defs/texts", "description": "Live data that no case uses up."},
            "jobs": {"type": "integer", "minimum": 1, "maximum": 1000, "description": "The most exchanges at once."},
            "rate": {"type": "number", "exclusiveMinimum": 0, "description": "The most requests a second."},
            "timeout": {"type": "number", "exclusiveMinimum": 0, "description": "The longest time for one exchange, in seconds."},
            "maxTime": {"type": "number", "exclusiveMinimum": 0, "description": "The longest time for the whole run, in seconds."},
            "caFile": {"type": "string"},
            "clientCertificate": {"type": "string"},
            "clientKey": {"type": "string", "description": "The file of the private key."},
            "insecure": {"type": "boolean"},
            "report": {"$ref": "#/$defs/texts", "description": "Reports, as FORMAT or FORMAT=PATH."},
            "output": {"type": "string", "description": "The folder for reports without a path, seen from this file."},
            "baseline": {"type": "string", "description": "The file of known violations, seen from this file."},
            "against": {"type": "string", "description": "The run with which this one is compared."},
            "strict": {"type": "boolean", "description": "Broken assumptions fail the run."},
            "keepBodies": {"type": "boolean"},
            "minCoverage": {"type": "number", "minimum": 0, "maximum": 100}
          }
        }
      }
    }
    """#

  /// The validator of the schema.
  static func validator() throws -> SchemaValidator {
    let document = try JSONDocument(parsing: Array(text.utf8))
    return try SchemaValidator(Schema(loading: document.root.value, draft: .draft202012))
  }
}
