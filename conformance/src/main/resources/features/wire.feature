Feature: Wire
  What holds for every request and every answer, whatever the operation.

  @rule:wire.path-exact @must @protocol @since:1.0
  Rule: An operation is served at its exact path alone
    Source: restJson1, HTTP bindings.
    Likely cause of 400 or 404: the router ignores letter case, or matches a part of the path.
    Likely cause of 2xx: one handler answers every path.

    Scenario Outline: <operation> is not served at <path>
      Given <operation> tells an invalid request from a valid one
      When it is called at <path>
      Then it is not served

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | path                            |
        | DeleteConnectorProfile | /DELETE-CONNECTOR-PROFILE       |
        | DeleteConnectorProfile | /v1/delete-connector-profile    |
        | DeleteConnectorProfile | /delete-connector-profile/extra |
        | DeleteConnectorProfile | /delete-connector-profiles      |
        | DeleteConnectorProfile | /delete-connector-profile.json  |
        | DeleteConnectorProfile | /delete_connector_profile       |
        | DeleteConnectorProfile | /                               |

      @on:StopFlow
      Examples: StopFlow
        | operation | path             |
        | StopFlow  | /STOP-FLOW       |
        | StopFlow  | /v1/stop-flow    |
        | StopFlow  | /stop-flow/extra |
        | StopFlow  | /stop-flows      |
        | StopFlow  | /stop-flow.json  |
        | StopFlow  | /stop_flow       |
        | StopFlow  | /                |

  @rule:wire.method-exact @must @protocol @since:1.0
  Rule: An operation is served by its own method alone
    Source: restJson1, HTTP bindings.
    Likely cause of 400 or 404: the handler is registered for every method.
    Likely cause of 2xx: one handler answers every method.

    Scenario Outline: <operation> is not served by <method>
      Given <operation> tells an invalid request from a valid one
      When it is called by <method>
      Then it is not served

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | method |
        | DeleteConnectorProfile | GET    |
        | DeleteConnectorProfile | PUT    |
        | DeleteConnectorProfile | PATCH  |
        | DeleteConnectorProfile | DELETE |
        | DeleteConnectorProfile | HEAD   |

      @on:StopFlow
      Examples: StopFlow
        | operation | method |
        | StopFlow  | GET    |
        | StopFlow  | PUT    |
        | StopFlow  | PATCH  |
        | StopFlow  | DELETE |
        | StopFlow  | HEAD   |

  @rule:wire.other-route-no-effect @must @protocol @since:1.0
  Rule: A request to another path or by another method has no effect
    Source: restJson1, HTTP bindings.
    Likely cause of 2xx or 4xx: the handler runs before the route is refused, or the route is not refused at all.

    @needs:profile
    Scenario Outline: <operation>'s body by <method> at <path> deletes nothing
      Given the sales profile exists
      When the body that deletes the sales profile is sent by <method> to <path>
      Then the answer is 4xx
      And the sales profile is still there

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | method | path                         |
        | DeleteConnectorProfile | POST   | /DELETE-CONNECTOR-PROFILE    |
        | DeleteConnectorProfile | POST   | /v1/delete-connector-profile |
        | DeleteConnectorProfile | GET    | /delete-connector-profile    |
        | DeleteConnectorProfile | PUT    | /delete-connector-profile    |

    @needs:scheduled-flow
    Scenario Outline: <operation>'s body by <method> at <path> stops nothing
      Given the nightly flow runs on a schedule
      When the body that stops the nightly flow is sent by <method> to <path>
      Then the answer is 4xx
      And the nightly flow still runs

      @on:StopFlow
      Examples: StopFlow
        | operation | method | path          |
        | StopFlow  | POST   | /STOP-FLOW    |
        | StopFlow  | POST   | /v1/stop-flow |
        | StopFlow  | GET    | /stop-flow    |
        | StopFlow  | PUT    | /stop-flow    |

  @rule:wire.unknown-path-error @should @protocol @since:1.0
  Rule: An unknown path answers 404 UnknownOperationException
    Source: restJson1, as AWS services answer.
    Likely cause of 404 without an error type or 405: the web framework's own answer shows through.
    Likely cause of 2xx: one handler answers every path.

    Scenario Outline: Nothing is served at <path>
      When a request is sent by POST to <path>
      Then the answer is 404 UnknownOperationException

      Examples: paths without an operation
        | path          |
        | /no-operation |
        | /             |

  @rule:wire.method-error @should @protocol @since:1.0
  Rule: Another method answers 405 or 404, as UnknownOperationException
    Source: restJson1, as AWS services answer.
    Likely cause of 404 without an error type or 405 without an error type or 501: the web framework's own answer shows through.
    Likely cause of 2xx: one handler answers every method.

    Scenario Outline: <operation> by <method>
      Given <operation> tells an invalid request from a valid one
      When it is called by <method>
      Then the answer is 405 or 404 UnknownOperationException

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | method |
        | DeleteConnectorProfile | GET    |
        | DeleteConnectorProfile | PUT    |

      @on:StopFlow
      Examples: StopFlow
        | operation | method |
        | StopFlow  | GET    |
        | StopFlow  | PUT    |

  @rule:wire.trailing-slash @should @client @since:1.0
  Rule: A slash at the end of the path makes no difference
    Source: AWS services accept it.
    Likely cause of 404: the path is compared letter by letter, with its end.

    Scenario Outline: <path> is served as <operation>
      Given <operation> tells an invalid request from a valid one
      When it is called at <path>
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | path                       |
        | DeleteConnectorProfile | /delete-connector-profile/ |

      @on:StopFlow
      Examples: StopFlow
        | operation | path        |
        | StopFlow  | /stop-flow/ |

  @rule:wire.query-ignored @should @client @since:1.0
  Rule: An unknown query string makes no difference
    Source: AWS services ignore it.
    Likely cause of 404: the path is compared together with the query string, or the name is read from it.

    Scenario Outline: <path> is served as <operation>
      Given <operation> tells an invalid request from a valid one
      When it is called at <path>
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | path                                                     |
        | DeleteConnectorProfile | /delete-connector-profile?x=1&y                          |
        | DeleteConnectorProfile | /delete-connector-profile?connectorProfileName=none-such |

      @on:StopFlow
      Examples: StopFlow
        | operation | path                          |
        | StopFlow  | /stop-flow?x=1&y              |
        | StopFlow  | /stop-flow?flowName=none-such |

  @rule:wire.refused-no-effect @must @protocol @since:1.0
  Rule: A refused request has no effect
    Source: the protocol reads and validates a request before the operation runs.
    Likely cause: the operation runs on what could be read of the request.

    @needs:profile
    Scenario Outline: A refused <operation> deletes nothing: <header>, <body>
      Given the sales profile exists
      When for the sales profile the body <body> is sent to DeleteConnectorProfile with the headers <header>
      Then a refusal left the sales profile as it was

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | header                   | body                                                   |
        | DeleteConnectorProfile | Content-Type: text/plain | {"connectorProfileName": "${name}"}                    |
        | DeleteConnectorProfile | Accept: text/html        | {"connectorProfileName": "${name}"}                    |
        | DeleteConnectorProfile | Accept: application/json | {"connectorProfileName": "${name}"} {}                 |
        | DeleteConnectorProfile | Accept: application/json | {"connectorProfileName": "${name}"                     |
        | DeleteConnectorProfile | Accept: application/json | [{"connectorProfileName": "${name}"}]                  |
        | DeleteConnectorProfile | Accept: application/json | {"connectorProfileName": "${name}", "forceDelete": []} |

    @needs:scheduled-flow
    Scenario Outline: A refused <operation> stops nothing: <header>, <body>
      Given the nightly flow runs on a schedule
      When for the nightly flow the body <body> is sent to StopFlow with the headers <header>
      Then a refusal left the nightly flow as it was

      @on:StopFlow
      Examples: StopFlow
        | operation | header                   | body                       |
        | StopFlow  | Content-Type: text/plain | {"flowName": "${name}"}    |
        | StopFlow  | Accept: text/html        | {"flowName": "${name}"}    |
        | StopFlow  | Accept: application/json | {"flowName": "${name}"} {} |
        | StopFlow  | Accept: application/json | {"flowName": "${name}"     |
        | StopFlow  | Accept: application/json | [{"flowName": "${name}"}]  |

  @rule:wire.order @should @protocol @since:1.0
  Rule: A request is routed first, then held to its media types, then parsed, then validated
    Source: the protocol's order of resolution.
    Likely cause of 400 SerializationException: the body is parsed before the headers are looked at.
    Likely cause of 400 ValidationException: constraints are looked at before what goes before them.
    Likely cause of 404: a member is read only after what the request names was looked for.

    Scenario: The path is looked at before the media type
      When a request of text/plain is sent by POST to /no-operation
      Then the answer is not 415

    Scenario Outline: <operation> looks at the type of a body before what is accepted
      Given <operation> refuses a valid body with Content-Type: text/plain by 415
      When <operation> is sent a valid body with the headers Content-Type: text/plain, Accept: text/html
      Then the answer is 415

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

    Scenario Outline: <operation> looks at the type of a body before the body
      Given <operation> refuses a valid body with Content-Type: text/plain by 415
      When <operation> is sent a body that ends too early with the headers Content-Type: text/plain
      Then the answer is 415

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

    Scenario Outline: <operation> looks at what is accepted before the body
      Given <operation> refuses a valid body with Accept: text/html by 406
      When <operation> is sent a body that ends too early with the headers Accept: text/html
      Then the answer is 406

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

    @on:DeleteConnectorProfile
    Scenario: Types are looked at before the profile is looked for
      Given DeleteConnectorProfile serves a valid request
      When the missing profile is deleted with forceDelete 1
      Then the answer is 400

    @on:DeleteConnectorProfile
    Scenario: Types are looked at before constraints
      Given DeleteConnectorProfile serves a valid request
      And DeleteConnectorProfile refuses the body {"connectorProfileName": "ab", "forceDelete": 1} with SerializationException
      When DeleteConnectorProfile is sent the body {"connectorProfileName": "a b", "forceDelete": 1}
      Then the request is refused with SerializationException

  @rule:wire.body-json @must @protocol @since:1.0
  Rule: A body that is not JSON is refused with 400
    Source: restJson1, payload serialization; JSON is RFC 8259.
    Likely cause of 200 or 404: the JSON library is lenient, or stops reading at the end of the first value.

    Scenario Outline: <operation> refuses: <case>
      Given <operation> serves a valid request
      When <operation> is sent the body <body>
      Then the answer is 400

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | case                      | body                                                    |
        | DeleteConnectorProfile | A comment                 | {"connectorProfileName": "${name}" /* it */}            |
        | DeleteConnectorProfile | A line comment            | {"connectorProfileName": "${name}"} // it               |
        | DeleteConnectorProfile | A trailing comma          | {"connectorProfileName": "${name}",}                    |
        | DeleteConnectorProfile | Single quotes             | {'connectorProfileName': '${name}'}                     |
        | DeleteConnectorProfile | No quotes                 | {connectorProfileName: "${name}"}                       |
        | DeleteConnectorProfile | NaN                       | {"connectorProfileName": "${name}", "x": NaN}           |
        | DeleteConnectorProfile | Text before               | x {"connectorProfileName": "${name}"}                   |
        | DeleteConnectorProfile | Text after                | {"connectorProfileName": "${name}"} x                   |
        | DeleteConnectorProfile | Two documents             | {"connectorProfileName": "${name}"}{}                   |
        | DeleteConnectorProfile | A further bracket         | {"connectorProfileName": "${name}"}]                    |
        | DeleteConnectorProfile | A further brace           | {"connectorProfileName": "${name}"}}                    |
        | DeleteConnectorProfile | A bad escape              | {"connectorProfileName": "${name}", "x": "\q"}          |
        | DeleteConnectorProfile | A leading zero            | {"connectorProfileName": "${name}", "x": 01}            |
        | DeleteConnectorProfile | Infinity                  | {"connectorProfileName": "${name}", "x": Infinity}      |
        | DeleteConnectorProfile | A comma in an array       | {"connectorProfileName": "${name}", "x": [1,]}          |
        | DeleteConnectorProfile | A plus sign               | {"connectorProfileName": "${name}", "x": +1}            |
        | DeleteConnectorProfile | No digit before the point | {"connectorProfileName": "${name}", "x": .5}            |
        | DeleteConnectorProfile | No digit behind the point | {"connectorProfileName": "${name}", "x": 1.}            |
        | DeleteConnectorProfile | A literal in capitals     | {"connectorProfileName": "${name}", "x": TRUE}          |
        | DeleteConnectorProfile | No comma                  | {"connectorProfileName": "${name}" "x": 1}              |
        | DeleteConnectorProfile | A cut string              | {"connectorProfileName": "${name}                       |
        | DeleteConnectorProfile | A cut object              | {"connectorProfileName": "${name}"                      |
        | DeleteConnectorProfile | A line feed in a string   | {"connectorProfileName": "${name}", "x": "${linefeed}"} |
        | DeleteConnectorProfile | A form                    | connectorProfileName=${name}                            |
        | DeleteConnectorProfile | YAML                      | connectorProfileName: ${name}                           |
        | DeleteConnectorProfile | A comment of YAML         | {"connectorProfileName": "${name}"} # it                |
        | DeleteConnectorProfile | A semicolon               | {"connectorProfileName": "${name}"};                    |
        | DeleteConnectorProfile | White space alone         | ${space}                                                |

      @on:StopFlow
      Examples: StopFlow
        | operation | case                      | body                                        |
        | StopFlow  | A comment                 | {"flowName": "${name}" /* it */}            |
        | StopFlow  | A line comment            | {"flowName": "${name}"} // it               |
        | StopFlow  | A trailing comma          | {"flowName": "${name}",}                    |
        | StopFlow  | Single quotes             | {'flowName': '${name}'}                     |
        | StopFlow  | No quotes                 | {flowName: "${name}"}                       |
        | StopFlow  | NaN                       | {"flowName": "${name}", "x": NaN}           |
        | StopFlow  | Text before               | x {"flowName": "${name}"}                   |
        | StopFlow  | Text after                | {"flowName": "${name}"} x                   |
        | StopFlow  | Two documents             | {"flowName": "${name}"}{}                   |
        | StopFlow  | A further bracket         | {"flowName": "${name}"}]                    |
        | StopFlow  | A further brace           | {"flowName": "${name}"}}                    |
        | StopFlow  | A bad escape              | {"flowName": "${name}", "x": "\q"}          |
        | StopFlow  | A leading zero            | {"flowName": "${name}", "x": 01}            |
        | StopFlow  | Infinity                  | {"flowName": "${name}", "x": Infinity}      |
        | StopFlow  | A comma in an array       | {"flowName": "${name}", "x": [1,]}          |
        | StopFlow  | A plus sign               | {"flowName": "${name}", "x": +1}            |
        | StopFlow  | No digit before the point | {"flowName": "${name}", "x": .5}            |
        | StopFlow  | No digit behind the point | {"flowName": "${name}", "x": 1.}            |
        | StopFlow  | A literal in capitals     | {"flowName": "${name}", "x": TRUE}          |
        | StopFlow  | No comma                  | {"flowName": "${name}" "x": 1}              |
        | StopFlow  | A cut string              | {"flowName": "${name}                       |
        | StopFlow  | A cut object              | {"flowName": "${name}"                      |
        | StopFlow  | A line feed in a string   | {"flowName": "${name}", "x": "${linefeed}"} |
        | StopFlow  | A form                    | flowName=${name}                            |
        | StopFlow  | YAML                      | flowName: ${name}                           |
        | StopFlow  | A comment of YAML         | {"flowName": "${name}"} # it                |
        | StopFlow  | A semicolon               | {"flowName": "${name}"};                    |
        | StopFlow  | White space alone         | ${space}                                    |

  @rule:wire.json-layout @must @protocol @since:1.0
  Rule: A body is read as JSON, whatever its layout, its escapes and the order of its members
    Source: restJson1, payload serialization; JSON is RFC 8259.
    Likely cause of 400: the body is searched with a regular expression instead of parsed.

    Scenario Outline: <operation> reads: <case>
      Given <operation> tells an invalid request from a valid one
      When <operation> is sent the body <body>
      Then the answer is 200 or 404

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | case                     | body                                                                           |
        | DeleteConnectorProfile | White space around       | ${space}{"connectorProfileName": "${name}"}${linefeed}                         |
        | DeleteConnectorProfile | Lines between            | {${linefeed}"connectorProfileName"${linefeed}:${linefeed}"${name}"${linefeed}} |
        | DeleteConnectorProfile | No white space           | {"connectorProfileName":"${name}"}                                             |
        | DeleteConnectorProfile | An escape in the name    | {"connectorProfileName": "\u0061${name}"}                                      |
        | DeleteConnectorProfile | An escaped slash         | {"connectorProfileName": "${name}", "x": "\/"}                                 |
        | DeleteConnectorProfile | An escape in the member  | {"\u0063onnectorProfileName": "${name}"}                                       |
        | DeleteConnectorProfile | Members in another order | {"forceDelete": false, "connectorProfileName": "${name}"}                      |

      @on:StopFlow
      Examples: StopFlow
        | operation | case                    | body                                                               |
        | StopFlow  | White space around      | ${space}{"flowName": "${name}"}${linefeed}                         |
        | StopFlow  | Lines between           | {${linefeed}"flowName"${linefeed}:${linefeed}"${name}"${linefeed}} |
        | StopFlow  | No white space          | {"flowName":"${name}"}                                             |
        | StopFlow  | An escape in the name   | {"flowName": "\u0061${name}"}                                      |
        | StopFlow  | An escaped slash        | {"flowName": "${name}", "x": "\/"}                                 |
        | StopFlow  | An escape in the member | {"\u0066lowName": "${name}"}                                       |

  @rule:wire.body-object @must @protocol @since:1.0
  Rule: A JSON body that is not an object is refused with 400
    Source: restJson1: the input of an operation is a structure.
    Likely cause of 200 or 404: a root of another type is read as an empty object, or as what it holds; a text is parsed once more.

    Scenario Outline: <operation> refuses <body>
      Given <operation> serves a valid request
      When <operation> is sent the body <body>
      Then the answer is 400

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | body                                          |
        | DeleteConnectorProfile | []                                            |
        | DeleteConnectorProfile | [{"connectorProfileName": "${name}"}]         |
        | DeleteConnectorProfile | "{\\"connectorProfileName\\": \\"${name}\\"}" |
        | DeleteConnectorProfile | 1                                             |
        | DeleteConnectorProfile | "${name}"                                     |
        | DeleteConnectorProfile | true                                          |
        | DeleteConnectorProfile | null                                          |

      @on:StopFlow
      Examples: StopFlow
        | operation | body                              |
        | StopFlow  | []                                |
        | StopFlow  | [{"flowName": "${name}"}]         |
        | StopFlow  | "{\\"flowName\\": \\"${name}\\"}" |
        | StopFlow  | 1                                 |
        | StopFlow  | "${name}"                         |
        | StopFlow  | true                              |
        | StopFlow  | null                              |

  @rule:wire.serialization-type @should @protocol @since:1.0
  @covers:DeleteConnectorProfile.400.SerializationException @covers:StopFlow.400.SerializationException
  Rule: The refusal of what cannot be read is a SerializationException
    Source: restJson1, as AWS services answer; ValidationException is for values that could be read.
    Likely cause of 400 ValidationException: one error name is used for every 400.

    Scenario Outline: <operation> cannot read <body>
      Given <operation> serves a valid request
      When <operation> is sent the body <body>
      Then a refusal by 400 is a SerializationException

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | body                                                  |
        | DeleteConnectorProfile | {"connectorProfileName":                              |
        | DeleteConnectorProfile | []                                                    |
        | DeleteConnectorProfile | null                                                  |
        | DeleteConnectorProfile | {"connectorProfileName": 1}                           |
        | DeleteConnectorProfile | {"connectorProfileName": "${name}", "forceDelete": 1} |

      @on:StopFlow
      Examples: StopFlow
        | operation | body            |
        | StopFlow  | {"flowName":    |
        | StopFlow  | []              |
        | StopFlow  | null            |
        | StopFlow  | {"flowName": 1} |

  @rule:wire.empty-body @must @decision @since:1.0
  Rule: An empty body is refused with 400
    Source: it is read like {}, which lacks a required member; 415 will do where no Content-Type was sent.
    Likely cause of 200 or 404 or 409: the body is read without a look at its length.

    Scenario Outline: <operation> without a body
      Given <operation> serves a valid request
      When <operation> is sent no body
      Then the answer is 400

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

    Scenario Outline: <operation> without a body and its type
      Given <operation> serves a valid request
      When <operation> is sent no body and no Content-Type
      Then the answer is 400 or 415

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

  @rule:wire.member-case @must @protocol @since:1.0
  Rule: The names of members are case-sensitive
    Source: restJson1: members are serialized by their names.
    Likely cause of 200 or 404: the JSON library matches names regardless of case.

    Scenario Outline: <operation> does not know <member>
      Given <operation> tells an invalid request from a valid one
      When it is called with the name in the member <member>
      Then it answers as to a request without its name

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | member               |
        | DeleteConnectorProfile | ConnectorProfileName |
        | DeleteConnectorProfile | connectorprofilename |
        | DeleteConnectorProfile | CONNECTORPROFILENAME |

      @on:StopFlow
      Examples: StopFlow
        | operation | member   |
        | StopFlow  | FlowName |
        | StopFlow  | flowname |
        | StopFlow  | FLOWNAME |

  @rule:wire.unknown-members @should @protocol @since:1.0
  Rule: Unknown members of a request are ignored
    Source: restJson1: newer clients send members that older services do not know.
    Likely cause of 400: the JSON library fails on unknown members.

    Scenario Outline: <operation> ignores <members>
      Given <operation> tells an invalid request from a valid one
      When it is called with the further members <members>
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | members                |
        | DeleteConnectorProfile | "x": 1                 |
        | DeleteConnectorProfile | "x": {"y": [null, {}]} |
        | DeleteConnectorProfile | "x": "y"               |
        | DeleteConnectorProfile | "x": null              |

      @on:StopFlow
      Examples: StopFlow
        | operation | members                |
        | StopFlow  | "x": 1                 |
        | StopFlow  | "x": {"y": [null, {}]} |
        | StopFlow  | "x": "y"               |
        | StopFlow  | "x": null              |

  @rule:wire.unnamed-answer-members @may @decision @since:1.0
  Rule: Members that the contract does not name are allowed in answers
    Source: clients ignore what they do not know.

    @needs:scheduled-flow @on:StopFlow
    Scenario: Further members of an answer are recorded
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the members that the contract does not name are recorded

  @rule:wire.content-type @must @protocol @since:1.0
  Rule: A request of application/json is served, whatever its parameters and letter case
    Source: restJson1, content type; media types and the names of headers are case-insensitive by RFC 9110.
    Likely cause of 415: the header is compared as a string, its name included, or its charset is looked at.

    Scenario Outline: <operation> takes <type>
      Given <operation> tells an invalid request from a valid one
      When it is called with Content-Type: <type>
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | type                                 |
        | DeleteConnectorProfile | application/json                     |
        | DeleteConnectorProfile | application/json; charset=utf-8      |
        | DeleteConnectorProfile | application/json;charset=UTF-8; x=y  |
        | DeleteConnectorProfile | Application/JSON                     |
        | DeleteConnectorProfile | application/json; charset="utf-8"    |
        | DeleteConnectorProfile | application/json; charset=iso-8859-1 |
        | DeleteConnectorProfile | application/json;                    |
        | DeleteConnectorProfile | application/json ; charset=utf-8     |

      @on:StopFlow
      Examples: StopFlow
        | operation | type                                 |
        | StopFlow  | application/json                     |
        | StopFlow  | application/json; charset=utf-8      |
        | StopFlow  | application/json;charset=UTF-8; x=y  |
        | StopFlow  | Application/JSON                     |
        | StopFlow  | application/json; charset="utf-8"    |
        | StopFlow  | application/json; charset=iso-8859-1 |
        | StopFlow  | application/json;                    |
        | StopFlow  | application/json ; charset=utf-8     |

    Scenario Outline: <operation> reads header names in lower case
      Given <operation> tells an invalid request from a valid one
      When it is called with its header names in lower case
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

  @rule:wire.other-content-type @should @protocol @since:1.0
  Rule: A body of another media type, or of none, is refused with 415 UnsupportedMediaTypeException
    Source: restJson1, content type.
    Likely cause of 200 or 404: the header is not looked at, or only a part of it.

    Scenario Outline: <operation> refuses <type>
      Given <operation> tells an invalid request from a valid one
      When it is called with Content-Type: <type>
      Then the answer is 415 UnsupportedMediaTypeException

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | type                              |
        | DeleteConnectorProfile | text/plain                        |
        | DeleteConnectorProfile | application/xml                   |
        | DeleteConnectorProfile | application/x-www-form-urlencoded |
        | DeleteConnectorProfile | application/jsonx                 |
        | DeleteConnectorProfile | application/x-amz-json-1.1        |
        | DeleteConnectorProfile | application/vnd.api+json          |

      @on:StopFlow
      Examples: StopFlow
        | operation | type                              |
        | StopFlow  | text/plain                        |
        | StopFlow  | application/xml                   |
        | StopFlow  | application/x-www-form-urlencoded |
        | StopFlow  | application/jsonx                 |
        | StopFlow  | application/x-amz-json-1.1        |
        | StopFlow  | application/vnd.api+json          |

    Scenario Outline: <operation> refuses a body without a type
      Given <operation> tells an invalid request from a valid one
      When it is called without a Content-Type
      Then the answer is 415 UnsupportedMediaTypeException

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

  @rule:wire.accept @must @protocol @since:1.0
  Rule: A client that accepts JSON is served
    Source: restJson1; content negotiation by RFC 9110.
    Likely cause of 406: the header is compared as a string.

    Scenario Outline: <operation> serves Accept: <accept>
      Given <operation> tells an invalid request from a valid one
      When it is called with Accept: <accept>
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | accept                            |
        | DeleteConnectorProfile | */*                               |
        | DeleteConnectorProfile | application/*                     |
        | DeleteConnectorProfile | application/json                  |
        | DeleteConnectorProfile | text/html, application/json;q=0.5 |
        | DeleteConnectorProfile | text/html,application/json        |
        | DeleteConnectorProfile | Application/JSON                  |

      @on:StopFlow
      Examples: StopFlow
        | operation | accept                            |
        | StopFlow  | */*                               |
        | StopFlow  | application/*                     |
        | StopFlow  | application/json                  |
        | StopFlow  | text/html, application/json;q=0.5 |
        | StopFlow  | text/html,application/json        |
        | StopFlow  | Application/JSON                  |

    Scenario Outline: <operation> serves a client that sends no Accept
      Given <operation> tells an invalid request from a valid one
      When it is called without an Accept
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

  @rule:wire.accept-refused @should @protocol @since:1.0
  Rule: A client that accepts no JSON is refused with 406 NotAcceptableException
    Source: restJson1; content negotiation by RFC 9110.
    Likely cause of 200 or 404: the header is not looked at.

    Scenario Outline: <operation> refuses Accept: <accept>
      Given <operation> tells an invalid request from a valid one
      When it is called with Accept: <accept>
      Then the answer is 406 NotAcceptableException

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | accept                  |
        | DeleteConnectorProfile | text/html               |
        | DeleteConnectorProfile | application/xml, text/* |

      @on:StopFlow
      Examples: StopFlow
        | operation | accept                  |
        | StopFlow  | text/html               |
        | StopFlow  | application/xml, text/* |

  @rule:wire.accept-weight @may @decision @since:1.0
  Rule: What a weight of zero for JSON does is recorded
    Source: RFC 9110 calls it not acceptable; services differ.

    Scenario Outline: <operation> with a weight of zero
      Given <operation> serves a valid request
      When it is called with Accept: application/json;q=0
      Then the answer is recorded

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

  @rule:wire.odd-json @must @decision @since:1.0
  Rule: Odd JSON is accepted or refused, and never an internal error or a hang
    Source: RFC 8259 leaves these to the reader; a service survives them.
    Likely cause of 5xx or the connection was closed: the parser's exception is not caught, or the nesting overflows the stack.

    Scenario Outline: <operation> survives <oddity>
      Given <operation> tells an invalid request from a valid one
      When <operation> is sent a body with <oddity>
      Then the answer is not 5xx

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | oddity                       |
        | DeleteConnectorProfile | duplicate keys               |
        | DeleteConnectorProfile | a byte order mark            |
        | DeleteConnectorProfile | deep nesting                 |
        | DeleteConnectorProfile | a lone surrogate             |
        | DeleteConnectorProfile | malformed UTF-8              |
        | DeleteConnectorProfile | a huge number                |
        | DeleteConnectorProfile | a number of many digits      |
        | DeleteConnectorProfile | a lone surrogate in the name |

      @on:StopFlow
      Examples: StopFlow
        | operation | oddity                       |
        | StopFlow  | duplicate keys               |
        | StopFlow  | a byte order mark            |
        | StopFlow  | deep nesting                 |
        | StopFlow  | a lone surrogate             |
        | StopFlow  | malformed UTF-8              |
        | StopFlow  | a huge number                |
        | StopFlow  | a number of many digits      |
        | StopFlow  | a lone surrogate in the name |

  @rule:wire.odd-json-outcome @may @decision @since:1.0
  Rule: Whether odd JSON is accepted is recorded
    Source: RFC 8259 leaves it to the reader.

    Scenario Outline: <operation> and <oddity>
      Given <operation> serves a valid request
      When <operation> is sent a body with <oddity>
      Then the answer is recorded

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              | oddity            |
        | DeleteConnectorProfile | duplicate keys    |
        | DeleteConnectorProfile | a byte order mark |
        | DeleteConnectorProfile | deep nesting      |
        | DeleteConnectorProfile | a lone surrogate  |

      @on:StopFlow
      Examples: StopFlow
        | operation | oddity            |
        | StopFlow  | duplicate keys    |
        | StopFlow  | a byte order mark |
        | StopFlow  | deep nesting      |
        | StopFlow  | a lone surrogate  |

  @rule:wire.region-scope @should @client @since:1.0
  Rule: Names are unique per region, which the credential scope of the signature names
    Source: ARNs, endpoints and SDKs are per region.
    Likely cause of 200: the signature's scope is not read, and all regions share their resources.

    @needs:profile @on:DeleteConnectorProfile
    Scenario: A profile is not found in another region
      Given the sales profile exists
      And DeleteConnectorProfile is served in another region
      When the sales profile is deleted in another region
      Then the request is refused with ResourceNotFoundException
      And the sales profile is still there

    @needs:scheduled-flow @on:StopFlow
    Scenario: A flow is not found in another region
      Given the nightly flow runs on a schedule
      And StopFlow is served in another region
      When the nightly flow is stopped in another region
      Then the request is refused with ResourceNotFoundException
      And the nightly flow still runs

  @rule:wire.region-untouched @should @client @since:1.0
  Rule: An operation in one region leaves what bears the name in another as it was
    Source: ARNs, endpoints and SDKs are per region; an operation is about one resource.
    Likely cause: what is deleted or stopped is looked up by its name alone, and not by its region too.

    @needs:profile @on:DeleteConnectorProfile
    Scenario: A profile of the same name in another region
      Given the sales profile exists
      And the sales profile exists in another region too
      And DeleteConnectorProfile is served in another region
      When the sales profile is deleted successfully
      Then the sales profile can still be deleted in another region
      And the sales profile is gone in another region

    @needs:profile @on:DeleteConnectorProfile
    Scenario: A profile of the same name in another region, and a deletion by force
      Given the sales profile exists
      And the sales profile exists in another region too
      And DeleteConnectorProfile is served in another region
      When the sales profile is deleted successfully by force
      Then the sales profile can still be deleted in another region

    @needs:scheduled-flow @on:StopFlow
    Scenario: A flow of the same name in another region
      Given the nightly flow runs on a schedule
      And the nightly flow runs on a schedule in another region too
      And StopFlow is served in another region
      When the nightly flow is stopped successfully
      Then the nightly flow still runs in another region
      And the nightly flow is suspended in another region

  @rule:wire.account-scope @should @decision @since:1.0
  Rule: Names are unique per account, which the credentials of the signature belong to
    Source: DeleteConnectorProfile, connectorProfileName ("in your account"); whose account it is, only the signature tells.
    Likely cause of 200: all accounts share their resources; or the second credentials are of the first account.

    @needs:profile @needs:second-account @on:DeleteConnectorProfile
    Scenario: A profile is not found by a second account
      Given the sales profile exists
      And DeleteConnectorProfile is served with the credentials of a second account
      When the sales profile is deleted with the credentials of a second account
      Then the request is refused with ResourceNotFoundException
      And the sales profile is still there

    @needs:scheduled-flow @needs:second-account @on:StopFlow
    Scenario: A flow is not found by a second account
      Given the nightly flow runs on a schedule
      And StopFlow is served with the credentials of a second account
      When the nightly flow is stopped with the credentials of a second account
      Then the request is refused with ResourceNotFoundException
      And the nightly flow still runs

  @rule:wire.keep-alive @must @protocol @since:1.0
  Rule: A refusal does not spoil the connection for the next request
    Source: HTTP/1.1 (RFC 9112): messages on one connection are framed apart, or the connection is closed.
    Likely cause: the body of a refused request is left unread and taken for the next request, or an answer to HEAD has a body.
    Likely cause of no whole answer within or the connection: the body of a refused request is left unread and taken for the next request, or an answer to HEAD has a body.

    Scenario Outline: <operation> on one connection
      Given <operation> tells an invalid request from a valid one
      When refused requests to <operation> and valid ones take turns on one connection
      Then every valid one is served

      @on:DeleteConnectorProfile
      Examples: DeleteConnectorProfile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: StopFlow
        | operation |
        | StopFlow  |

  @rule:wire.body-in-parts @must @protocol @since:1.0
  Rule: A body that arrives in parts is read to its end
    Source: HTTP/1.1 (RFC 9112): a body is as long as its Content-Length says, however many packets bring it.
    Likely cause: one read of the socket is taken for the whole request; read on until the body is as long as its Content-Length says.

    Scenario Outline: <operation> waits for the second half, which leaves 50 ms after the first
      Given <operation> tells an invalid request from a valid one
      When it is called with its body in two parts
      Then it answers as ever

      @on:DeleteConnectorProfile
      Examples: deletion of a profile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: stop of a flow
        | operation |
        | StopFlow  |

  @rule:wire.body-in-chunks @should @protocol @since:1.0
  Rule: A chunked body is read like any other, or refused with 411
    Source: HTTP/1.1 (RFC 9112): a recipient decodes the chunked transfer coding; a server may ask for a length instead, with 411.
    Likely cause: the body's length is taken from Content-Length alone, so that a body without one is passed over.

    Scenario Outline: <operation> reads chunks
      Given <operation> tells an invalid request from a valid one
      And its answers are of HTTP/1.1
      When it is called with its body in two chunks
      Then it answers as ever, or asks for the length

      @on:DeleteConnectorProfile
      Examples: deletion of a profile
        | operation              |
        | DeleteConnectorProfile |

      @on:StopFlow
      Examples: stop of a flow
        | operation |
        | StopFlow  |

  @rule:wire.whole-answer @must @protocol @since:1.0 @every-answer
  Rule: Every request is answered with one whole HTTP message within the time limit
    Source: HTTP/1.1 (RFC 9112), message framing.
    Likely cause of the connection was closed in the middle: Content-Length is greater than the body, or the process ended while it wrote.
    Likely cause of the connection was closed without or the connection broke: an error closes the connection instead of being answered, or the process ended.
    Likely cause of no whole answer within: the request is never finished, or Content-Length is greater than the body.
    Likely cause: a header that frames the body is set by the handler, and by the web framework once more.

    Scenario: Every request of the run
      Given the answers of this run, one of every kind included
      Then each is one whole HTTP message
      And each says once how long its body is

  @rule:wire.error-body @must @documented @since:1.0 @every-answer
  @covers:error.message.required @covers:error.message.type @covers:error.message.minLength
  Rule: An error of an operation is a JSON object with a message
    Source: both pages, errors; the shape of an error has one member, message.
    Likely cause: the body is empty, text or HTML, is cut, not escaped or compressed, or the member has another name.

    Scenario: Every error of the run
      Given the answers of this run, one of every kind included
      Then each error of an operation is a JSON object with a message

  @rule:wire.routing-error-body @should @protocol @since:1.0 @every-answer
  Rule: What routing and media types refuse is a JSON object with a message too
    Source: restJson1, as AWS services answer.
    Likely cause: the web framework's own answer shows through.

    Scenario: Every refusal before an operation
      Given the answers of this run, one of every kind included
      Then each refusal before an operation is a JSON object with a message

  @rule:wire.error-message-case @should @client @since:1.0 @every-answer
  Rule: An error's message is the member message, in lower case
    Source: both pages, third sample; some clients read no other spelling.
    Likely cause: the member is called Message.

    Scenario: Every error of the run
      Given the answers of this run, one of every kind included
      Then each error's message is in lower case

  @rule:wire.json-declared @must @protocol @since:1.0 @every-answer
  Rule: Every body of an operation is declared as JSON
    Source: restJson1, content type.
    Likely cause: the web framework's default type is left in place.

    Scenario: Every body of the run
      Given the answers of this run, one of every kind included
      Then each body of an operation is declared as JSON

  @rule:wire.json-exact @should @protocol @since:1.0 @every-answer
  Rule: Every body is declared as application/json
    Source: restJson1, content type.
    Likely cause: the web framework's default type is left in place, or a vendor's type is declared.

    Scenario: Every body of the run
      Given the answers of this run, one of every kind included
      Then each body is declared as JSON and as nothing else

  @rule:wire.error-type @must @documented @since:1.0 @every-answer
  Rule: An error bears the documented name of its status where clients look for it
    Source: both pages, errors; clients read X-Amzn-Errortype, else __type or code.
    Likely cause: the name is missing, misspelt, or stands where no client looks.

    Scenario: Every error of the run
      Given the answers of this run, one of every kind included
      Then each error of an operation bears a documented name

  @rule:wire.routing-error-type @should @protocol @since:1.0 @every-answer
  Rule: What routing and media types refuse bears an error name too
    Source: restJson1, as AWS services answer.
    Likely cause: the web framework's own answer shows through.

    Scenario: Every refusal before an operation
      Given the answers of this run, one of every kind included
      Then each refusal before an operation bears an error name

  @rule:wire.error-type-header @should @client @since:1.0 @every-answer
  @covers:header.X-Amzn-Errortype
  Rule: The error's name stands in X-Amzn-Errortype, bare
    Source: the Java SDK loses the typed exception behind a namespace, and with a name in code alone.
    Likely cause: the name stands in the body alone, or bears a namespace or a URI.

    Scenario: Every error of the run
      Given the answers of this run, one of every kind included
      Then each error's name stands bare in the header

  @rule:wire.no-null-members @should @protocol @since:1.0 @every-answer
  Rule: Members without a value are left out of answers
    Source: restJson1: null members are not serialized.
    Likely cause: the JSON library writes null members.

    Scenario: Every body of the run
      Given the answers of this run, one of every kind included
      Then no body has a null member, but for that of the documented sample of a deletion
        """
        { "deleted": true, "flowNames": null }
        """

  @rule:wire.request-id @should @client @since:1.0 @every-answer
  @covers:header.x-amzn-RequestId
  Rule: Every answer bears a UUID in x-amzn-RequestId
    Source: SDKs log it, and support asks for it.

    Scenario: Every answer of the run
      Given the answers of this run, one of every kind included
      Then each answer bears a request id

  @rule:wire.no-internals @should @client @since:1.0 @every-answer
  Rule: No answer leaks internals: no stack trace, no class name, no HTML
    Source: an answer is for clients; what goes on inside helps attackers alone.
    Likely cause: an error page of the web framework or an exception's text shows through.

    Scenario: Every answer of the run
      Given the answers of this run, one of every kind included
      Then no answer leaks internals
