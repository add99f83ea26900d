import AccordSchema
import Testing

@testable import AccordOpenAPI

/// What is said of small documents, as exact text.
@Suite struct DescriptionProblemTests {
  /// A document and what is said of it; `$` stands for its file.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var lines: [String]
    var others: [String: String] = [:]

    var testDescription: String { name }
  }

  private static let head = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
  private static let head30 = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n"

  static let rows: [Row] = [
    Row(
      name: "a variable without a parameter, and a parameter without a variable",
      text: head + """
        paths:
          /a/{x}:
            parameters: [{name: y, in: path, required: true, schema: {}}]
            get: {responses: {'200': {description: d}}}
        """,
      lines: [
        ##"5:18: error: The path "/a/{x}" has no variable "y" for this parameter; write {y} in the path, or remove the parameter. (at /paths/~1a~1{x}/parameters/0)"##,
        ##"6:5: error: The variable "x" of the path "/a/{x}" has no parameter; declare one with "in": "path". (at /paths/~1a~1{x}/get)"##,
      ]
    ),
    Row(
      name: "the same path twice, and paths that are ambiguous",
      text: head + """
        paths:
          /a/{x}: {}
          /a/{y}: {}
          /{z}/b: {}
          /a/b: {}
          /c/{: {}
          /d/{e}{e}: {}
        """,
      lines: [
        ##"5:3: error: The path "/a/{y}" equals "/a/{x}" on line 4 but for the names of its variables; describe it once. (at /paths/~1a~1{y})"##,
        ##"6:3: warning: The path "/{z}/b" may match what "/a/{x}" on line 4 matches, and neither is the more concrete one; it is not said which is meant. (at /paths/~1{z}~1b)"##,
        ##"6:3: warning: The path "/{z}/b" may match what "/a/{y}" on line 5 matches, and neither is the more concrete one; it is not said which is meant. (at /paths/~1{z}~1b)"##,
        ##"8:3: error: The braces in the path "/c/{" do not match; write each variable as {name}. (at /paths/~1c~1{)"##,
        ##"9:3: error: The variable "e" stands twice in the path "/d/{e}{e}"; name each once. (at /paths/~1d~1{e}{e})"##,
      ]
    ),
    Row(
      name: "operations, links and parameters",
      text: head + """
        tags: [{name: t}, {name: t}]
        paths:
          /a:
            get:
              operationId: one
              tags: [t, u]
              parameters: [{name: q, in: query, schema: {}}, {$ref: '#/components/parameters/q'}]
              responses:
                '200':
                  description: d
                  links:
                    l: {operationId: two}
                    m: {operationRef: '#/paths/~1b'}
            put: {operationId: one}
        components:
          parameters: {q: {name: q, in: query, schema: {}}}
        """,
      lines: [
        ##"3:26: error: The tag "t" is declared twice; keep one of them. (at /tags/1/name)"##,
        ##"8:17: warning: The list "tags" of the document has no tag "u". (at /paths/~1a/get/tags/1)"##,
        ##"9:54: error: A parameter "q" in query stands in this list before; keep one of them. (at /paths/~1a/get/parameters/1)"##,
        ##"14:30: warning: No operation has the operationId "two". (at /paths/~1a/get/responses/200/links/l/operationId)"##,
        ##"15:31: warning: The reference "#/paths/~1b" leads nowhere: there is no value at /paths/~1b. (at /paths/~1a/get/responses/200/links/m/operationRef)"##,
        ##"16:24: error: The operationId "one" is that of another operation too, at $:7:20; each needs one of its own. (at /paths/~1a/put/operationId)"##,
      ]
    ),
    Row(
      name: "security and servers",
      text: head30 + """
        servers:
          - url: https://{host}/{base}
            variables: {host: {default: c, enum: [a, b]}}
        security: [{key: []}, {other: []}, {key: [read]}]
        paths: {}
        components:
          securitySchemes: {key: {type: apiKey, name: k, in: header}}
        """,
      lines: [
        ##"4:10: error: The variable "base" of the URL is not among the "variables" of the server. (at /servers/0/url)"##,
        ##"5:33: warning: The default "c" is none of the values of "enum": "a", "b". (at /servers/0/variables/host/default)"##,
        ##"6:24: error: No security scheme is declared as "other". (at /security/1/other)"##,
        ##"6:42: error: Expected an empty list, because the security scheme "key" is of type "apiKey", which has no scopes. (at /security/2/key)"##,
      ]
    ),
    Row(
      name: "references",
      text: head + """
        paths:
          /a: {$ref: '#/components/pathItems/none'}
          /b: {$ref: 'https://example.com/b.yaml'}
          /c: {$ref: 'c.yaml#/item'}
          /d: {$ref: 'd.yaml'}
          /e: {$ref: '#/components/pathItems/e'}
          /f: {$ref: '#/info/title'}
          /g: {$ref: '#%zz'}
        components:
          pathItems: {e: {$ref: '#/components/pathItems/f'}, f: {$ref: '#/components/pathItems/e'}}
        """,
      lines: [
        ##"4:14: error: The reference "#/components/pathItems/none" leads nowhere: there is no value at /components/pathItems/none. (at /paths/~1a/$ref)"##,
        ##"5:14: error: The reference "https://example.com/b.yaml" leads to https://example.com/b.yaml, which is not fetched; keep the document in a file beside this one, and refer to the file. (at /paths/~1b/$ref)"##,
        ##"7:14: error: The reference "d.yaml" leads to memory:///d.yaml, which is not fetched; keep the document in a file beside this one, and refer to the file. (at /paths/~1d/$ref)"##,
        ##"9:14: error: The reference "#/info/title" leads to a value of the type string, not to an object. (at /paths/~1f/$ref)"##,
        ##"10:14: error: The reference "#%zz" cannot be read: behind # stands a JSON Pointer such as #/components/schemas/Order, or the name of an anchor, with % written as %25. (at /paths/~1g/$ref)"##,
        ##"10:14: warning: Expected a URI or a relative reference, found string "#%zz". (at /paths/~1g/$ref)"##,
        ##"12:25: error: The reference "#/components/pathItems/f" leads back to itself. (at /components/pathItems/e/$ref)"##,
        ##"12:64: error: The reference "#/components/pathItems/e" leads back to itself. (at /components/pathItems/f/$ref)"##,
        ##"c.yaml:1:14: error: Expected declared members only, found the member "deskription". Did you mean "description"? (at /item/get/deskription)"##,
      ],
      others: ["c.yaml": "item: {get: {deskription: a}}"]
    ),
    Row(
      name: "values that are nearly right",
      text: head30 + """
        paths:
          a:
            get: {operatonId: a, responses: {'200': {description: d}}}
          /b:
            get:
              parameters: [{name: q, in: qurey, schema: {type: int}}]
              responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {n: {typ: string}}}}}}}
        components:
          securitySchemes: {k: {type: apikey, name: X, in: header}}
        """,
      lines: [
        ##"4:3: error: Expected a path that begins with a slash, found "a". Write "/a". (at /paths/a)"##,
        ##"8:34: error: Expected one of "query", "header", "path", "cookie", found string "qurey". Did you mean "query"? (at /paths/~1b/get/parameters/0/in)"##,
        ##"8:56: error: Expected one of "array", "boolean", "integer", "number", "object", "string", found string "int". Did you mean "integer"? (at /paths/~1b/get/parameters/0/schema/type)"##,
        ##"9:112: error: Expected declared members only, found the member "typ". Did you mean "type"? (at /paths/~1b/get/responses/200/content/application~1json/schema/properties/n/typ)"##,
        ##"11:31: error: Expected one of "apiKey", "http", "oauth2", "openIdConnect", found string "apikey". Did you mean "apiKey"? (at /components/securitySchemes/k/type)"##,
      ]
    ),
    Row(
      name: "values that are nearly right since 3.1",
      text: head.replacing("'1'", with: "1.0") + """
        paths:
          a: {}
          /b:
            get:
              parameters: [{name: q, in: qurey, schema: {type: int}}]
        components:
          securitySchemes: {k: {type: apikey, name: X, in: header}}
        """,
      lines: [
        ##"2:27: error: Expected string, found integer 1.0. Write it in quotes: "1.0". (at /info/version)"##,
        ##"4:3: error: Expected a path that begins with a slash, found "a". Write "/a". (at /paths/a)"##,
        ##"7:34: error: Expected one of "query", "header", "path", "cookie", found string "qurey". Did you mean "query"? (at /paths/~1b/get/parameters/0/in)"##,
        ##"7:56: error: Expected one of "array", "boolean", "integer", "null", "number", "object", "string", found string "int". Did you mean "integer"? (at /paths/~1b/get/parameters/0/schema/type)"##,
        ##"9:31: error: Expected one of "apiKey", "http", "mutualTLS", "oauth2", "openIdConnect", found string "apikey". Did you mean "apiKey"? (at /components/securitySchemes/k/type)"##,
      ]
    ),
    Row(
      name: "links, scopes and bodies",
      text: head30 + """
        paths:
          /a/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: a
              security: [{o: [read, raed]}]
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses:
                '200':
                  description: d
                  links:
                    l: {operationId: a, parameters: {id: 1, path.id: 1, idd: 1}}
        components:
          securitySchemes:
            o: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.b/t', scopes: {read: r}}}}
        """,
      lines: [
        ##"8:29: warning: No flow of the security scheme "o" declares the scope "raed". Did you mean "read"? (at /paths/~1a~1{id}/get/security/0/o/1)"##,
        ##"9:20: warning: The body of a GET request has no meaning that is generally defined (RFC 9110, section 9.3); servers may ignore or refuse it. (at /paths/~1a~1{id}/get/requestBody)"##,
        ##"14:65: warning: The operation a has no parameter "idd". Did you mean "id"? (at /paths/~1a~1{id}/get/responses/200/links/l/parameters/idd)"##,
      ]
    ),
    Row(
      name: "keywords that do not go together",
      text: head30 + """
        paths: {}
        components:
          schemas:
            A: {type: array}
            B: {type: string, readOnly: true, writeOnly: true}
            C: {type: string, enum: [a, b, a]}
            D: {type: integer, minimum: 5, maximum: 1}
            E: {type: number, minimum: 1, maximum: 1, exclusiveMaximum: true}
            F: {minLength: 5, maxLength: 2}
            G: {allOf: [{type: string}, {type: integer}]}
            H: {allOf: [{$ref: '#/components/schemas/I'}, {type: object, minProperties: 3}]}
            I: {type: object, maxProperties: 2}
            J: {type: integer, enum: [a, b]}
            K: {type: object, required: [a, b], properties: {a: {}}, additionalProperties: false}
            L: {type: object, required: [a, b], maxProperties: 1}
        """,
      lines: [
        ##"6:15: error: Expected a member "items" beside the type array, found none; write items: {} where every item is right. (at /components/schemas/A/type)"##,
        ##"7:50: error: Expected at most one of "readOnly" and "writeOnly", found both; no request and no answer has the member then. (at /components/schemas/B/writeOnly)"##,
        ##"8:36: warning: The value "a" stands twice in "enum"; keep one of them. (at /components/schemas/C/enum/2)"##,
        ##"9:8: warning: No value satisfies the schema: it would be at least 5 and at most 1. (at /components/schemas/D)"##,
        ##"10:8: warning: No value satisfies the schema: it would be at least 1 and less than 1. (at /components/schemas/E)"##,
        ##"11:8: warning: No string satisfies the schema: it would have at least 5 and at most 2 characters. (at /components/schemas/F)"##,
        ##"12:8: warning: No value satisfies the schema: its parts want the types string and integer. (at /components/schemas/G)"##,
        ##"13:8: warning: No value satisfies the schema: it would have at least 3 and at most 2 members. (at /components/schemas/H)"##,
        ##"15:8: warning: No value satisfies the schema: no value of "enum" is of the type integer. (at /components/schemas/J)"##,
        ##"16:8: warning: No value satisfies the schema: the member "b" is required, and is none of those that "additionalProperties" leaves. (at /components/schemas/K)"##,
        ##"17:8: warning: No value satisfies the schema: 2 members are required, and at most 1 may be there. (at /components/schemas/L)"##,
      ]
    ),
    Row(
      name: "schemas for which no value is found",
      text: head + """
        components:
          schemas:
            A: {type: object, required: [a], properties: {a: false}}
            B: {type: string, pattern: '^a{5}$', maxLength: 3}
            C: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}}}
            D: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
        """,
      lines: [
        ##"5:8: warning: No value satisfies the schema: the member "a" is required, and its schema is false. (at /components/schemas/A)"##,
        ##"6:8: warning: No value was found that satisfies the schema; show one as its example, or look whether its keywords contradict each other. (at /components/schemas/B)"##,
      ]
    ),
    Row(
      name: "parameters of Swagger 2.0",
      text: """
        swagger: '2.0'
        info: {title: A, version: '1'}
        paths:
          /a:
            get:
              parameters:
                - {name: q, in: query, type: string, enum: [a, b], default: c}
                - {name: l, in: query, type: array}
                - {name: b, in: body, schema: {type: array}}
              responses: {'200': {description: d}}
        """,
      lines: [
        ##"7:69: error: The default does not follow its schema: expected one of "a", "b", found string "c". (at /paths/~1a/get/parameters/0/default)"##,
        ##"8:38: error: Expected a member "items" beside the type array, found none; write items: {} where every item is right. (at /paths/~1a/get/parameters/1/type)"##,
        ##"9:11: warning: The body of a GET request has no meaning that is generally defined (RFC 9110, section 9.3); servers may ignore or refuse it. (at /paths/~1a/get/parameters/2)"##,
        ##"9:46: error: Expected a member "items" beside the type array, found none; write items: {} where every item is right. (at /paths/~1a/get/parameters/2/schema/type)"##,
      ]
    ),
    Row(
      name: "schemas, examples and defaults",
      text: head + """
        components:
          schemas:
            A: {type: object, properties: {id: {type: integer, default: x}}, required: [id], example: {}}
            B: {$ref: '#/components/schemas/C'}
            D: {pattern: '('}
            E: {discriminator: {propertyName: p, mapping: {a: A, z: Z}}}
            F: {$anchor: f, type: string}
            G: {allOf: [{$ref: '#f'}], examples: [1, a]}
          parameters:
            p: {name: p, in: query, schema: {type: integer}, examples: {one: {value: x}}}
          responses:
            r: {description: d, content: {application/xml: {schema: {type: object}, example: <a/>}}}
        """,
      lines: [
        ##"5:65: warning: The default does not follow its schema: expected integer, found string "x". (at /components/schemas/A/properties/id/default)"##,
        ##"5:95: warning: The example does not follow its schema: expected a member "id", found none. (at /components/schemas/A/example)"##,
        ##"6:15: error: The reference "#/components/schemas/C" leads nowhere: there is no value at /components/schemas/C. (at /components/schemas/B/$ref)"##,
        ##"7:18: error: The schema means nothing: the pattern ( is not in the syntax of ECMA-262: expected ')' to close the group, found the end of the pattern (at /components/schemas/D/pattern)"##,
        ##"7:18: warning: Expected a regular expression (ECMA-262), found string "(". (at /components/schemas/D/pattern)"##,
        ##"8:61: error: The discriminator maps to "Z", which is neither the name of a schema under components nor a reference to one. (at /components/schemas/E/discriminator/mapping/z)"##,
        ##"10:43: warning: The example does not follow its schema: expected string, found integer 1. (at /components/schemas/G/examples/0)"##,
        ##"12:78: warning: The example does not follow its schema: expected integer, found string "x". (at /components/parameters/p/examples/one/value)"##,
      ]
    ),
    Row(
      name: "what the official schema says",
      text: head + """
        path: {}
        paths:
          /a:
            get:
              parameters:
                - {name: q, in: nowhere, schema: {}}
                - {name: r, in: query}
              responses: {'99': {description: d}}
        components:
          parameters:
            p: {name: p, in: query, schema: {}, example: 1, examples: {}}
        """,
      lines: [
        ##"3:1: error: Expected declared members only, found the member "path". Did you mean "paths"? (at /path)"##,
        ##"8:25: error: Expected one of "query", "header", "path", "cookie", found string "nowhere". (at /paths/~1a/get/parameters/0/in)"##,
        ##"9:11: error: Expected a member "schema", found none. (at /paths/~1a/get/parameters/1)"##,
        ##"10:18: error: Expected a member "default", found none. (at /paths/~1a/get/responses)"##,
        ##"10:19: error: Expected declared members only, found the member "99". (at /paths/~1a/get/responses/99)"##,
        ##"13:8: error: Expected either "example" or "examples", found both. (at /components/parameters/p)"##,
      ]
    ),
    Row(
      name: "members that stand twice",
      text: head + "paths: {}\nx-a: 1\nx-a: 2\n",
      lines: [
        ##"5:1: error: The member "x-a" stands twice, first on line 4; keep one of them. (at /x-a)"##
      ]
    ),
    Row(
      name: "Swagger 2.0",
      text: """
        swagger: '2.0'
        info: {title: A, version: '1'}
        paths:
          /a:
            post:
              parameters:
                - {name: a, in: body, schema: {type: object}}
                - {name: b, in: formData, type: string}
              responses:
                '200': {description: d, schema: {$ref: '#/definitions/X'}, examples: {application/json: 1}}
        definitions: {X: {type: string, default: 1}}
        """,
      lines: [
        ##"8:11: error: A request has one body: keep one parameter in "body", or parameters in "formData". (at /paths/~1a/post/parameters/1)"##,
        ##"10:97: warning: The example does not follow its schema: expected string, found integer 1. (at /paths/~1a/post/responses/200/examples/application~1json)"##,
        ##"11:42: error: The default does not follow its schema: expected string, found integer 1. (at /definitions/X/default)"##,
      ]
    ),
    Row(
      name: "of a default the type must be right, and the rest may be filled in",
      text: """
        openapi: 3.0.3
        info: {title: A, version: '1'}
        paths: {}
        components:
          schemas:
            A: {type: object, required: [a], properties: {a: {type: string}}, default: {}}
            B: {type: object, default: x}
        """,
      lines: [
        ##"6:80: warning: The default does not follow its schema: expected a member "a", found none. (at /components/schemas/A/default)"##,
        ##"7:32: error: The default does not follow its schema: expected object, found string "x". (at /components/schemas/B/default)"##,
      ]
    ),
  ]

  @Test(arguments: rows)
  func problems(row: Row) throws {
    let others = row.others.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    let description = try Description(
      parsing: Array(row.text.utf8),
      named: "a.yaml",
      beside: others
    )
    let lines = description.problems.map { problem in
      let line = problem.line
      return line.hasPrefix("a.yaml:") ? String(line.dropFirst("a.yaml:".count)) : line
    }
    #expect(lines == row.lines.map { $0.split(separator: "$:").joined(separator: "a.yaml:") })
  }
}
