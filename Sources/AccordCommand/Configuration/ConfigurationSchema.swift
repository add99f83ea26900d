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
              "description": "What wrong requests of documents get, by CONTRACT/PLACE with * for any text: a status, several, names of errors, or none.",
              "type": "object",
              "additionalProperties": {"$ref": "#/$defs/answer"}
            },
            "errors": {"$ref": "#/$defs/errors"},
            "roles": {"$ref": "#/$defs/roles"},
            "lifeCycles": {"$ref": "#/$defs/lifeCycles"},
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
            "http2": {"type": "boolean", "description": "HTTP/2 is spoken with every server."},
            "report": {"$ref": "#/$defs/texts", "description": "Reports, as FORMAT or FORMAT=PATH."},
            "output": {"type": "string", "description": "The folder for reports without a path, seen from this file."},
            "baseline": {"type": "string", "description": "The file of known violations, seen from this file."},
            "against": {"type": "string", "description": "The run with which this one is compared."},
            "strict": {"type": "boolean", "description": "Broken assumptions fail the run."},
            "retries": {"type": "integer", "minimum": 0, "maximum": 100, "description": "How often a case that is wrong is tried again."},
            "traceparent": {"type": "boolean", "description": "Requests carry traceparent."},
            "keepBodies": {"type": "boolean"},
            "minCoverage": {"type": "number", "minimum": 0, "maximum": 100}
          }
        },
        "pointer": {"type": "string", "pattern": "^(/([^~/]|~[01])*)*$"},
        "status": {
          "description": "A status of an error, or several.",
          "type": ["integer", "array"],
          "minimum": 400, "maximum": 599,
          "minItems": 1, "items": {"type": "integer", "minimum": 400, "maximum": 599}
        },
        "answer": {
          "description": "A status of an error or the name of one, or several.",
          "type": ["integer", "string", "array"],
          "minimum": 400, "maximum": 599, "minLength": 1,
          "minItems": 1, "items": {"type": ["integer", "string"], "minimum": 400, "maximum": 599, "minLength": 1}
        },
        "call": {"type": "string", "description": "An operation: its operationId, or its method and path."},
        "as": {"type": "string", "description": "The role that calls; else the one of the operation."},
        "arguments": {
          "description": "The parts of the identity, by the parameters that are filled with them; else the variables of the path that have their names, or the last one.",
          "type": "object",
          "additionalProperties": {"type": "string"}
        },
        "state": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"},
        "refused": {
          "description": "What states refuse: a status, the name of an error, several of one kind, or the place of a refusal of the operation such as parameter/id/unknown.",
          "type": "object",
          "additionalProperties": {"$ref": "#/$defs/answer"}
        },
        "errors": {
          "description": "The errors of a document: their names, and where answers show them.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "name": {
              "description": "JSON Pointers to the members of a body that hold the name, such as /error/code; /errors/*/code is that of any item.",
              "type": ["string", "array"], "pattern": "^(/([^~/]|~[01])*)+$",
              "items": {"type": "string", "pattern": "^(/([^~/]|~[01])*)+$"}
            },
            "code": {
              "description": "The member of a body that holds the code as a number, and the code of no error (0).",
              "type": "object",
              "additionalProperties": false,
              "required": ["at"],
              "properties": {"at": {"$ref": "#/$defs/pointer"}, "success": {"type": "integer"}}
            },
            "type": {"type": "string", "description": "What the URI in /type begins with, of which the name is the rest (RFC 9457)."},
            "header": {"type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "description": "The header field that holds the name."},
            "message": {"$ref": "#/$defs/pointer", "description": "The member of a body that holds a message for people, which is not empty."},
            "names": {
              "description": "The errors by their names: the statuses that each has, or these with a code and other spellings.",
              "type": "object",
              "additionalProperties": {
                "type": ["integer", "array", "object"],
                "minimum": 400, "maximum": 599,
                "minItems": 1, "items": {"type": "integer", "minimum": 400, "maximum": 599},
                "required": ["status"],
                "additionalProperties": false,
                "properties": {
                  "status": {"$ref": "#/$defs/status"},
                  "code": {"type": "integer"},
                  "aliases": {"$ref": "#/$defs/texts"}
                }
              }
            }
          }
        },
        "roles": {
          "description": "Callers that a document does not tell apart; the variables of a role's credential are named after it.",
          "type": "object",
          "propertyNames": {"pattern": "^[A-Za-z][A-Za-z0-9_-]*$"},
          "additionalProperties": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "scheme": {"type": "string", "description": "The security scheme of the document; without it the only one."},
              "calls": {"$ref": "#/$defs/texts", "description": "The operations that are called as this role, with * for any text; the last role that fits counts."},
              "mayNot": {
                "description": "What calls get that the role may not make, by operations with * for any text.",
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/answer"}
              }
            }
          }
        },
        "lifeCycles": {
          "description": "The states of resources, each by an identifier.",
          "type": "object",
          "propertyNames": {"pattern": "^[a-z][a-z0-9-]*$"},
          "additionalProperties": {
            "type": "object",
            "additionalProperties": false,
            "required": ["states", "transitions", "views"],
            "properties": {
              "of": {"type": "string", "minLength": 1, "description": "What has the states, as a noun; without it the identifier."},
              "states": {
                "description": "The states, the first of which is the one in which it begins; after gone there is nothing any more.",
                "type": "array", "minItems": 1, "items": {"$ref": "#/$defs/state"}
              },
              "made": {
                "description": "The operation that makes one, and where its answer has what tells it from others.",
                "type": "object",
                "additionalProperties": false,
                "required": ["call", "identity"],
                "properties": {
                  "call": {"$ref": "#/$defs/call"},
                  "identity": {
                    "description": "The place in the body of the answer; or places by the names of parts.",
                    "type": ["string", "object"], "pattern": "^(/([^~/]|~[01])*)*$",
                    "minProperties": 1, "additionalProperties": {"$ref": "#/$defs/pointer"}
                  },
                  "as": {"$ref": "#/$defs/as"},
                  "body": {"description": "What is sent, in place of what the document shows."}
                }
              },
              "given": {"type": "string", "description": "The live data that are some, in place of made."},
              "transitions": {
                "description": "The calls that lead from states to a state, by their names.",
                "type": "object",
                "additionalProperties": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["call", "from", "to"],
                  "properties": {
                    "call": {"$ref": "#/$defs/call"},
                    "from": {
                      "type": ["string", "array"], "minItems": 1, "items": {"type": "string"},
                      "description": "The states in which it may be called."
                    },
                    "to": {"type": "string", "description": "The state after it."},
                    "refused": {"$ref": "#/$defs/refused"},
                    "as": {"$ref": "#/$defs/as"},
                    "body": {"description": "What is sent, in place of what the document shows."},
                    "arguments": {"$ref": "#/$defs/arguments"}
                  }
                }
              },
              "views": {
                "description": "The reads in which the states show, by their names; those with items are lists.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["call"],
                  "dependentRequired": {"items": ["identity"], "identity": ["items"], "omits": ["items"]},
                  "properties": {
                    "call": {"$ref": "#/$defs/call"},
                    "state": {"$ref": "#/$defs/pointer", "description": "The member of the resource that names its state."},
                    "values": {"type": "object", "description": "What stands there, by states that have other names."},
                    "refused": {"$ref": "#/$defs/refused"},
                    "items": {"$ref": "#/$defs/pointer", "description": "The place of the items of a list."},
                    "identity": {"$ref": "#/$defs/pointer", "description": "The member of an item that tells it from others."},
                    "omits": {"$ref": "#/$defs/texts", "description": "The states in which a list does not contain it; without it gone."},
                    "leavesOpen": {"$ref": "#/$defs/texts", "description": "The states of which the view says nothing."},
                    "ignoring": {
                      "description": "Members that may change though nothing was done.",
                      "type": ["string", "array"], "items": {"$ref": "#/$defs/pointer"}
                    },
                    "as": {"$ref": "#/$defs/as"},
                    "arguments": {"$ref": "#/$defs/arguments"}
                  }
                }
              },
              "cleanUp": {
                "description": "The operations that remove what a case made, or []; without it the transitions to gone.",
                "type": ["string", "array"], "items": {"type": "string"}
              }
            }
          }
        }
      }
    }
    """#

  /// The validator of a setting alone.
  static func validator(of setting: StructuredSetting) throws -> SchemaValidator {
    let document = try JSONDocument(parsing: Array(text.utf8))
    let schema = JSON.object([
      JSONMember("$ref", .string("#/$defs/\(setting.rawValue)")),
      JSONMember("$defs", document.root["$defs"]?.value ?? .object([])),
    ])
    return try SchemaValidator(Schema(loading: schema, draft: .draft202012))
  }

  /// The validator of the schema.
  static func validator() throws -> SchemaValidator {
    let document = try JSONDocument(parsing: Array(text.utf8))
    return try SchemaValidator(Schema(loading: document.root.value, draft: .draft202012))
  }
}
