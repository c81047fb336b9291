Feature: StopFlow
  Deactivates a flow that runs on a schedule or on events.

  @rule:stop-flow.scheduled-stopped @must @documented @since:1.0
  @covers:StopFlow @covers:StopFlow.200
  Rule: A flow that runs on a schedule is deactivated
    Source: StopFlow, description.
    Likely cause of 200: the endpoint answers without changing the flow, or gives it another status.

    @needs:scheduled-flow
    Scenario: A scheduled flow is stopped
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the stop succeeds
      And the nightly flow is suspended

  @rule:stop-flow.event-stopped @must @documented @since:1.0
  @covers:StopFlow.200
  Rule: A flow that runs on events is deactivated
    Source: StopFlow, description.
    Likely cause of 400 or 409: only scheduled flows are taken for ones that can be stopped.
    Likely cause of 200: the endpoint answers without changing the flow, or gives it another status.

    @needs:event-flow
    Scenario: An event-triggered flow is stopped
      Given the updates flow runs on events
      When the updates flow is stopped
      Then the stop succeeds
      And the updates flow is suspended

  @rule:stop-flow.status-suspended @must @sample @since:1.0
  @covers:StopFlow.flowStatus.Suspended @covers:StopFlow.flowStatus.Active
  Rule: The status of a flow that was active is Suspended after it is stopped
    Source: StopFlow, sample response.
    Likely cause: another status is answered, such as Draft, or the one from before the stop.

    @needs:scheduled-flow
    Scenario: A scheduled flow is Suspended
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the answer's flowStatus is Suspended

    @needs:event-flow
    Scenario: An event-triggered flow is Suspended
      Given the updates flow runs on events
      When the updates flow is stopped
      Then the answer's flowStatus is Suspended

  @rule:stop-flow.on-demand-refused @must @documented @since:1.0
  @covers:StopFlow.400 @covers:StopFlow.400.UnsupportedOperationException
  Rule: A flow that runs on demand is refused with UnsupportedOperationException and stays as it is
    Source: StopFlow, description and errors.
    Likely cause of 200: the flow's trigger is not looked at, and every flow is stopped; or a refusal changes the flow, and the next stop succeeds.

    @needs:on-demand-flow @needs:scheduled-flow
    Scenario: An on-demand flow cannot be stopped
      Given the manual flow runs on demand
      And the nightly flow runs on a schedule
      And the nightly flow can be stopped
      When the manual flow is stopped
      Then the stop of the manual flow is refused with UnsupportedOperationException, in whatever spelling of its first letter
      And the manual flow is unchanged
      When the manual flow is stopped
      Then the stop of the manual flow is refused with UnsupportedOperationException, in whatever spelling of its first letter

  @rule:stop-flow.on-demand-inactive @must @documented @since:1.0
  @covers:StopFlow.400
  Rule: A flow that runs on demand and is not active is refused, too
    Source: StopFlow, description, which names no status; whether it is refused for its trigger or as a conflict is open.
    Likely cause of 200: the status is looked at before the trigger.
    Likely cause of 404: a flow that does not run is taken for none.

    @needs:on-demand-flow @needs:scheduled-flow @needs:flow-status
    Scenario Outline: An on-demand flow that is <status>
      Given the weekly flow runs on a schedule
      And the manual flow runs on demand and is <status>
      And the manual flow reads so where it can be read back
      And the weekly flow can be stopped
      When the manual flow is stopped
      Then the request is refused with UnsupportedOperationException, in whatever spelling of its first letter, or with ConflictException
      And the manual flow is unchanged

      Examples: statuses in which a flow does not run
        | status     |
        | Draft      |
        | Errored    |
        | Deprecated |

  @rule:stop-flow.on-demand-spelling @should @documented @since:1.0
  @covers:StopFlow.400.UnsupportedOperationException
  Rule: The refusal of an on-demand flow is spelt UnsupportedOperationException, with a capital
    Source: StopFlow, errors; the description spells it with a small letter, and clients compare letters.

    @needs:on-demand-flow
    Scenario: The error's first letter is a capital
      Given the manual flow runs on demand
      When the manual flow is stopped
      Then a refusal as unsupported is spelt UnsupportedOperationException

  @rule:stop-flow.unknown-refused @must @documented @since:1.0
  @covers:StopFlow.404 @covers:StopFlow.404.ResourceNotFoundException
  Rule: A name that no flow bears is refused with ResourceNotFoundException
    Source: StopFlow, errors: the resource in the request is not found.
    Likely cause of 200: a flow is made up for every name, or for one that was asked for before; or names are found that every object of the language has.

    Scenario: A flow that does not exist cannot be stopped
      Given StopFlow does not answer 404 to everything
      When the missing flow is stopped
      Then the request is refused with ResourceNotFoundException
      When the missing flow is stopped
      Then the request is refused with ResourceNotFoundException

    Scenario: A name that every object of JavaScript has is no flow's
      Given StopFlow does not answer 404 to everything
      When StopFlow is sent the body {"flowName": "hasOwnProperty"}
      Then the request is refused with ResourceNotFoundException

  @rule:stop-flow.again @must @decision @since:1.0
  @covers:StopFlow.404
  Rule: A flow that is stopped already still exists
    Source: the documentation is silent on the answer; the flow is there, so it is not ResourceNotFoundException.
    Likely cause of 404: stopping deletes the flow.

    @needs:scheduled-flow
    Scenario: A second stop finds the flow
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped successfully
      Then the nightly flow is still there

  @rule:stop-flow.again-inactive @must @documented @since:1.0
  @covers:StopFlow.flowStatus.Suspended
  Rule: A second stop does not start the flow
    Source: StopFlow, description: it deactivates the flow; what else a second stop answers is open.
    Likely cause of 200: a stop turns the status over.

    @needs:scheduled-flow
    Scenario: A flow is stopped twice
      Given the nightly flow runs on a schedule
      And StopFlow refuses the body {"flowName": "${name}"} with ResourceNotFoundException
      And the nightly flow can be stopped
      When the nightly flow is stopped
      Then the nightly flow is not active

  @rule:stop-flow.started-again @must @documented @since:1.0
  @covers:StopFlow.200
  Rule: A flow that was started again after a stop is stopped like any other
    Source: StopFlow, description: it deactivates the flow that is named.
    Likely cause of 200: stopped names are remembered, and a flow of one is taken for stopped.

    @needs:scheduled-flow
    Scenario: A flow is stopped, started and stopped
      Given the nightly flow runs on a schedule
      And the nightly flow can be stopped
      And the nightly flow is started again
      When the nightly flow is stopped
      Then the stop succeeds
      And the nightly flow is suspended

  @rule:stop-flow.again-status @may @decision @since:1.0
  @covers:StopFlow.200
  Rule: What a second stop answers is recorded
    Source: the documentation is silent.

    @needs:scheduled-flow
    Scenario: A second stop
      Given the nightly flow runs on a schedule
      And the nightly flow can be stopped
      When the nightly flow is stopped
      Then the answer is recorded

  @rule:stop-flow.draft @may @decision @since:1.0
  @covers:StopFlow.flowStatus.Draft
  Rule: What the stop of a flow that was never activated answers is recorded
    Source: the documentation is silent.

    @needs:flow-status
    Scenario: A flow that is Draft
      Given the nightly flow runs on a schedule and is Draft
      When the nightly flow is stopped
      Then the answer is recorded

  @rule:stop-flow.deprecated @may @decision @since:1.0
  @covers:StopFlow.flowStatus.Deprecated
  Rule: What the stop of a deprecated flow answers is recorded
    Source: the documentation is silent.

    @needs:flow-status
    Scenario: A flow that is Deprecated
      Given the nightly flow runs on a schedule and is Deprecated
      When the nightly flow is stopped
      Then the answer is recorded

  @rule:stop-flow.errored @may @decision @since:1.0
  @covers:StopFlow.flowStatus.Errored
  Rule: What the stop of a flow in error answers is recorded
    Source: the documentation is silent.

    @needs:flow-status
    Scenario: A flow that is Errored
      Given the nightly flow runs on a schedule and is Errored
      When the nightly flow is stopped
      Then the answer is recorded

  @rule:stop-flow.deleted @may @decision @since:1.0
  @covers:StopFlow.flowStatus.Deleted
  Rule: What the stop of a deleted flow answers is recorded
    Source: the documentation is silent.

    @needs:flow-status
    Scenario: A flow that is Deleted
      Given the nightly flow runs on a schedule and is Deleted
      When the nightly flow is stopped
      Then the answer is recorded

  @rule:stop-flow.status-told @must @documented @since:1.0
  @covers:StopFlow.flowStatus.Suspended @covers:StopFlow.flowStatus.Draft
  @covers:StopFlow.flowStatus.Errored @covers:StopFlow.flowStatus.Deprecated
  Rule: The stop of a flow that does not run is refused without effect, or answers the status that the flow then has
    Source: StopFlow, flowStatus (the current status of the flow); a refused request has no effect.
    Likely cause of 4xx: the flow is changed, or removed, before its status is looked at.
    Likely cause of 200: a fixed status is answered, or a status is answered and not stored.

    @needs:scheduled-flow @needs:flow-status
    Scenario Outline: A flow that is <status>
      Given the weekly flow runs on a schedule
      And the nightly flow runs on a schedule and is <status>
      And the nightly flow can be read back
      And the weekly flow can be stopped
      When the nightly flow is stopped
      Then the nightly flow has the status that is answered, or is as it was if the stop is refused

      Examples: statuses in which a flow does not run
        | status     |
        | Suspended  |
        | Draft      |
        | Errored    |
        | Deprecated |

  @rule:stop-flow.two-at-once @must @documented @since:1.0
  @covers:StopFlow.200
  Rule: Each of two active flows that are stopped at the same time is suspended
    Source: StopFlow, description: it deactivates the flow that is named; what is answered as a success is done.
    Likely cause: what one request reads, keeps or writes is not its own, as when each writes the whole state back over what the other wrote. Other rules may fail by it; --workers 1 shows those that do not.

    @needs:scheduled-flow
    Scenario: Two clients stop a flow each
      Given the nightly flow runs on a schedule
      And the weekly flow runs on a schedule
      And the nightly flow can be read back
      When the nightly flow and the weekly flow are stopped at the same time
      Then both succeed
      And the nightly flow is suspended
      And the weekly flow is suspended

  @rule:stop-flow.others-untouched @must @documented @since:1.0
  @covers:StopFlow
  Rule: Stopping a flow changes no other resource
    Source: StopFlow, description: it deactivates the flow that is named.
    Likely cause: flows are found by a prefix, or by the profile that they share.

    @needs:flow-using-profile @on:DeleteConnectorProfile
    Scenario: Other flows and profiles stay as they are
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the weekly flow runs on a schedule and reads from the sales profile
      When the nightly flow is stopped successfully
      Then the weekly flow is unchanged
      And the sales profile is still there

    @needs:scheduled-flow
    Scenario Outline: A flow whose name <likeness> its name stays as it is
      Given a flow whose name <likeness> that of the nightly flow runs on a schedule
      And the nightly flow runs on a schedule
      When the nightly flow is stopped successfully
      Then the flow whose name <likeness> that of the nightly flow is unchanged

      Examples: longer names
        | likeness    |
        | begins with |
        | ends with   |

  @rule:stop-flow.profile-of-same-name @must @documented @since:1.0
  @covers:StopFlow
  Rule: A profile that bears the name of the stopped flow is still there
    Source: StopFlow, description: it deactivates a flow, and a profile of that name is none.
    Likely cause: profiles and flows are kept together, and found by their names alone.

    @needs:profile @needs:scheduled-flow @on:DeleteConnectorProfile
    Scenario: One name for a profile and a flow
      Given the nightly flow runs on a schedule
      And the profile that bears the name of the nightly flow exists too
      When the nightly flow is stopped successfully
      Then the profile that bears the name of the nightly flow is still there

  @rule:stop-flow.only-status @should @decision @since:1.0
  @covers:StopFlow
  Rule: A stop changes nothing of its flow but the status
    Source: the documentation is silent; it speaks of deactivating the flow and of nothing else.
    Likely cause: the stored flow is replaced by a new one that has a name and a status alone.

    @needs:flow-using-profile
    Scenario: A stopped flow keeps its trigger, its source and its destinations
      Given the sales profile exists
      And the archive profile exists
      And the nightly flow runs on a schedule, reads from the sales profile and writes to the archive profile
      When the nightly flow is stopped successfully
      Then the nightly flow is unchanged but for its status

    @needs:event-flow @needs:flow-using-profile
    Scenario: A stopped flow that runs on events keeps them, too
      Given the sales profile exists
      And the archive profile exists
      And the updates flow runs on events and writes to the sales profile and the archive profile
      When the updates flow is stopped successfully
      Then the updates flow is unchanged but for its status

  @rule:stop-flow.answer-members @must @documented @since:1.0
  @covers:StopFlow.flowArn.required @covers:StopFlow.flowArn.type
  @covers:StopFlow.flowStatus.required @covers:StopFlow.flowStatus.type
  Rule: A stop answers flowArn and flowStatus as their schema has them
    Source: StopFlow, response elements.
    Likely cause: a member is missing, null, misspelt or of another type, or the status is none of the documented ones.

    @needs:scheduled-flow
    Scenario: The answer fits its schema
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the answer fits the schema of StopFlow

    @needs:scheduled-flow
    Scenario: The answer has the members of the documented sample
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the answer has the members of the documented sample, as strings
        """
        { "flowArn": "arn:aws:appflow:region:<AccountId>:flow/test_flow_ondemand_1", "flowStatus": "Suspended" }
        """

    @needs:scheduled-flow
    Scenario: The answer to a second stop fits its schema too, if it is a success
      Given the nightly flow runs on a schedule
      And the nightly flow can be stopped
      When the nightly flow is stopped
      Then a success fits the schema of StopFlow

  @rule:stop-flow.arn-pattern @must @documented @since:1.0
  @covers:StopFlow.flowArn.pattern @covers:StopFlow.flowArn.maxLength
  Rule: flowArn matches its pattern and its length
    Source: StopFlow, flowArn; its sample has a placeholder where the pattern wants digits.
    Likely cause: the account is a placeholder or missing, or the ARN is another service's.

    @needs:scheduled-flow
    Scenario: The ARN of a flow
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the answer's flowArn fits its constraints

    @needs:scheduled-flow
    Scenario: The ARN of a flow of the longest name
      Given the flow of the longest name runs on a schedule
      When the flow of the longest name is stopped
      Then the answer's flowArn fits its constraints

  @rule:stop-flow.arn-names-flow @must @sample @since:1.0
  @covers:StopFlow.flowArn.pattern
  Rule: flowArn is the flow's own: its resource is flow/<flowName>
    Source: StopFlow, flowArn ("the flow's") and sample response.
    Likely cause: a fixed ARN is answered, one of an internal identifier, or the name in it is cut, encoded or in other letters.

    @needs:scheduled-flow
    Scenario: Two flows have two ARNs
      Given the nightly flow runs on a schedule
      And the weekly flow runs on a schedule
      When the nightly flow is stopped
      Then the answer's flowArn ends with the name of the nightly flow
      When the weekly flow is stopped
      Then the answer's flowArn ends with the name of the weekly flow

    @needs:scheduled-flow
    Scenario: A second stop that is a success answers the ARN of the first
      Given the nightly flow runs on a schedule
      And the nightly flow can be stopped
      When the nightly flow is stopped
      Then a success answers the flowArn of the first stop

    @needs:scheduled-flow
    Scenario: The longest name is kept
      Given the flow of the longest name runs on a schedule
      When the flow of the longest name is stopped
      Then the answer's flowArn ends with the name of the flow of the longest name

    @needs:scheduled-flow
    Scenario: Every allowed character of the name is kept
      Given the flow of all allowed characters runs on a schedule
      When the flow of all allowed characters is stopped
      Then the answer's flowArn ends with the name of the flow of all allowed characters

  @rule:stop-flow.event-arn @must @documented @since:1.0
  @covers:StopFlow.flowArn.pattern
  Rule: The flowArn of a flow that runs on events is its own, too
    Source: StopFlow, flowArn.
    Likely cause: the answer is made in another place for each kind of flow, and one of them leaves the ARN out.

    @needs:event-flow
    Scenario: The ARN of an event-triggered flow
      Given the updates flow runs on events
      When the updates flow is stopped
      Then the answer's flowArn fits its constraints
      And the answer's flowArn ends with the name of the updates flow

  @rule:stop-flow.arn-region @should @client @since:1.0
  @covers:StopFlow.flowArn.pattern
  Rule: flowArn bears the region of the request's credential scope
    Source: ARNs and SDKs are per region; the scope of the signature names it.
    Likely cause: the region is fixed.

    @needs:scheduled-flow
    Scenario: The ARN names the region
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped
      Then the answer's flowArn bears the region of the request

    @needs:scheduled-flow
    Scenario: The ARN names another region
      Given the nightly flow runs on a schedule in another region
      When the nightly flow is stopped in another region
      Then the answer's flowArn bears the region of the request

    @needs:scheduled-flow
    Scenario: The ARNs of two flows of one name name their regions
      Given the nightly flow runs on a schedule
      And the nightly flow runs on a schedule in another region too
      And the nightly flow can be stopped
      When the nightly flow is stopped in another region
      Then the answer's flowArn bears the region of the request

  @rule:stop-flow.sample-request @must @sample @since:1.0
  @covers:StopFlow.200
  Rule: The documented sample request is served
    Source: StopFlow, sample request and sample response.

    @needs:scheduled-flow
    Scenario: The sample stops its flow
      Given the flow "name" runs on a schedule
      And StopFlow refuses the body {"flowName": "${name}"} with ResourceNotFoundException
      When StopFlow is sent
        """
        { "flowName": "name" }
        """
      Then the stop succeeds
      And the flow "name" is suspended

  @rule:stop-flow.sample-name @must @sample @since:1.0
  @covers:StopFlow.200
  Rule: The trigger of a flow is its own, whatever its name says
    Source: StopFlow, sample response, in which a flow called test_flow_ondemand_1 is Suspended.
    Likely cause of 400: the trigger is guessed from the name.

    @needs:scheduled-flow
    Scenario: The flow of the documented sample response runs on a schedule
      Given the flow "test_flow_ondemand_1" runs on a schedule
      And StopFlow refuses the body {"flowName": "${name}"} with ResourceNotFoundException
      When StopFlow is sent the body {"flowName": "test_flow_ondemand_1"}
      Then the stop succeeds
      And the flow "test_flow_ondemand_1" is suspended

  @rule:stop-flow.conflict @must @documented @since:1.0
  @covers:StopFlow.409 @covers:StopFlow.409.ConflictException
  Rule: A conflict is told as ConflictException
    Source: StopFlow, errors.
    Likely cause of 409 ConflictException: the flow is stopped before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:scheduled-flow @needs:planned-error
    Scenario: A stop in conflict changes nothing
      Given the nightly flow runs on a schedule
      And the next call for the nightly flow is to fail with ConflictException
      When the nightly flow is stopped
      Then the request is refused with ConflictException
      And the nightly flow still runs

  @rule:stop-flow.internal-error @must @documented @since:1.0
  @covers:StopFlow.500 @covers:StopFlow.500.InternalServerException
  Rule: An internal error is told as InternalServerException
    Source: StopFlow, errors.
    Likely cause of 500 InternalServerException: the flow is stopped before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:scheduled-flow @needs:planned-error
    Scenario: The service fails and changes nothing
      Given the nightly flow runs on a schedule
      And the next call for the nightly flow is to fail with InternalServerException
      When the nightly flow is stopped
      Then the request is refused with InternalServerException
      And the nightly flow still runs

  @rule:stop-flow.throttled @must @documented @since:1.0
  @covers:StopFlow.429 @covers:StopFlow.429.ThrottlingException
  Rule: A throttled call is told as ThrottlingException
    Source: common errors.
    Likely cause of 429 ThrottlingException: the flow is stopped before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:scheduled-flow @needs:planned-error
    Scenario: A throttled call changes nothing
      Given the nightly flow runs on a schedule
      And the next call for the nightly flow is to fail with ThrottlingException
      When the nightly flow is stopped
      Then the request is refused with ThrottlingException
      And the nightly flow still runs

  @rule:stop-flow.access-denied @must @documented @since:1.0
  @covers:StopFlow.403 @covers:StopFlow.403.AccessDeniedException
  Rule: A call that is not permitted is told as AccessDeniedException
    Source: common errors.
    Likely cause of 403 AccessDeniedException: the flow is stopped before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:scheduled-flow @needs:planned-error
    Scenario: A call without permission changes nothing
      Given the nightly flow runs on a schedule
      And the next call for the nightly flow is to fail with AccessDeniedException
      When the nightly flow is stopped
      Then the request is refused with AccessDeniedException
      And the nightly flow still runs

  @rule:stop-flow.name-required @must @documented @since:1.0
  @covers:StopFlow.flowName.required @covers:StopFlow.400.ValidationException
  Rule: A request without flowName is refused with ValidationException
    Source: StopFlow, flowName (required); an explicit null is an absent member.
    Likely cause of 200 or 404: the member is not checked, or is looked for anywhere in the body.

    Scenario Outline: <case>
      Given StopFlow serves a valid request
      When StopFlow is sent the body <body>
      Then the request is refused with ValidationException

      Examples: bodies without the member
        | case                           | body                                 |
        | The member is absent           | {}                                   |
        | The member is null             | {"flowName": null}                   |
        | Only another member is there   | {"name": "${name}"}                  |
        | The member is in snake case    | {"flow_name": "${name}"}             |
        | The name stands in an object   | {"flow": {"flowName": "${name}"}}    |
        | The name stands in an array    | {"flows": [{"flowName": "${name}"}]} |
        | The name stands in a body      | {"body": {"flowName": "${name}"}}    |
        | The name stands in an input    | {"input": {"flowName": "${name}"}}   |
        | The name is called a profile's | {"connectorProfileName": "${name}"}  |

  @rule:stop-flow.name-type @must @documented @since:1.0
  @covers:StopFlow.flowName.type
  Rule: flowName of another type than string is refused with 400
    Source: StopFlow, flowName (String); the protocol knows no coercion.
    Likely cause of 200 or 404: the JSON library turns numbers and Booleans into strings; make it strict.

    Scenario Outline: <value> is not a string
      Given StopFlow serves a valid request
      When StopFlow is sent the body {"flowName": <value>}
      Then the answer is 400

      Examples: values of other types
        | value       |
        | 12345       |
        | 1.5         |
        | true        |
        | ["${name}"] |
        | {}          |

  @rule:stop-flow.name-length @must @documented @since:1.0
  @covers:StopFlow.flowName.maxLength
  Rule: A name of the greatest length is served, and a longer one refused with ValidationException
    Source: StopFlow, flowName, length constraints.
    Likely cause of 400 SerializationException: the body is cut off at a length of the endpoint's own, such as 8 KiB.
    Likely cause of 200 or 400 or 404: the limit is off by one, missing, counted in bytes, or looked at after the flow.

    Scenario: The greatest length is served
      When StopFlow is sent names of the greatest length
      Then each is served

    Scenario: One more is refused
      Given StopFlow serves a valid request
      When StopFlow is sent names that are longer by one
      Then each is refused with ValidationException

    Scenario: One more with another character behind is refused alike
      Given StopFlow serves a valid request
      When StopFlow is sent a name that is longer by one, with a space behind
      Then each is refused with ValidationException

    Scenario: Far too long is refused alike
      Given StopFlow serves a valid request
      When StopFlow is sent a name that is far longer
      Then each is refused with ValidationException, or for the length of its body

  @rule:stop-flow.name-pattern @must @documented @since:1.0
  @covers:StopFlow.flowName.pattern
  Rule: The characters of the pattern are served, and every other ASCII character is refused with ValidationException
    Source: StopFlow, flowName, pattern; the prose names fewer characters, and the pattern decides.
    Likely cause of 200 or 404: the pattern is wider or not anchored, or names are trimmed before they are checked.
    Likely cause of 400: the pattern is narrower.

    Scenario: Allowed characters at every place
      When StopFlow is sent names with every allowed ASCII character at the first, middle and last place
      Then each is served

    Scenario: Other characters at every place
      Given StopFlow serves a valid request
      When StopFlow is sent names with every other ASCII character at the first, middle and last place
      Then each is refused with ValidationException

    Scenario: Another character at the end of the longest name
      Given StopFlow serves a valid request
      When StopFlow is sent a name of the greatest length that ends with a space
      Then each is refused with ValidationException

  @rule:stop-flow.name-first @must @documented @since:1.0
  @covers:StopFlow.flowName.pattern
  Rule: A name that begins with a sign is refused with ValidationException, although the sign is allowed later
    Source: StopFlow, flowName, pattern.
    Likely cause of 200 or 404: the pattern's first character class is missing.

    Scenario: Signs at the first place
      Given StopFlow serves a valid request
      When StopFlow is sent names that begin with a character that is allowed later alone
      Then each is refused with ValidationException

  @rule:stop-flow.name-shortest @must @documented @since:1.0
  @covers:StopFlow.flowName.pattern
  Rule: The shortest name of the pattern is served, and a shorter one refused with ValidationException
    Source: StopFlow, flowName, pattern.
    Likely cause of 200 or 404: the pattern's last "+" was read as "*".
    Likely cause of 400: the pattern asks for more characters than documented.

    Scenario: The shortest name is served
      When StopFlow is sent a name of the least length
      Then each is served

    Scenario: One less is refused
      Given StopFlow serves a valid request
      When StopFlow is sent a name that is shorter by one
      Then each is refused with ValidationException

  @rule:stop-flow.name-whole @must @documented @since:1.0
  @covers:StopFlow.flowName.pattern
  Rule: The pattern holds for the whole name
    Source: StopFlow, flowName, pattern.
    Likely cause of 200 or 404: the expression is searched for instead of matched, its "$" takes a line feed, or names are trimmed.

    Scenario Outline: <case>
      Given StopFlow serves a valid request
      When StopFlow is sent the body {"flowName": "<name>"}
      Then the request is refused with ValidationException

      Examples: something before, between or after
        | case             | name              |
        | A last line feed | ${name}\\n        |
        | A second line    | ${name}\\n${name} |
        | A first space    | \u0020${name}     |
        | A last space     | ${name}\u0020     |
        | A last NUL       | ${name}\u0000     |

  @rule:stop-flow.name-ascii @must @protocol @since:1.0
  @covers:StopFlow.flowName.pattern
  Rule: Letters and digits beyond ASCII are refused with ValidationException
    Source: StopFlow, flowName, pattern, whose \w stands for ASCII alone.
    Likely cause of 200 or 404: the pattern is not checked, or its regular expression runs in a Unicode mode.

    Scenario: Characters beyond ASCII
      Given StopFlow serves a valid request
      When StopFlow is sent names with letters, digits and signs beyond ASCII
      Then each is refused with ValidationException

  @rule:stop-flow.name-empty @must @documented @since:1.0
  @covers:StopFlow.flowName.pattern
  Rule: An empty name is refused with ValidationException
    Source: StopFlow, flowName, pattern.
    Likely cause of 200 or 404: an empty string is looked up like a name, or the pattern allows nothing.

    Scenario: The empty name
      Given StopFlow serves a valid request
      When StopFlow is sent the body {"flowName": ""}
      Then the request is refused with ValidationException

  @rule:stop-flow.name-exact @should @protocol @since:1.0
  @covers:StopFlow.flowName.type
  Rule: Names are case-sensitive and kept exact
    Source: the protocol keeps strings as they are; names are unique.
    Likely cause of 200: names are folded to lower case, decoded like parts of a URL, made file names, trimmed, cut to a length, or taken for patterns.
    Likely cause of 404: names are cut, or decoded like parts of a URL, before they are looked up.

    @needs:scheduled-flow
    Scenario: A name in other letters is another name
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped by its name in other letter case
      Then the request is refused with ResourceNotFoundException
      And the nightly flow still runs

    @needs:scheduled-flow
    Scenario Outline: <sign> stands for no other character of a name
      Given the nightly flow runs on a schedule
      When the nightly flow is stopped by its name with <sign> for its hyphens
      Then the request is refused with ResourceNotFoundException
      And the nightly flow still runs

      Examples: signs that databases and regular expressions read so
        | sign |
        | _    |
        | .    |

    @needs:scheduled-flow
    Scenario: The longest name is kept
      Given the flow of the longest name runs on a schedule
      When the flow of the longest name is stopped
      Then the stop succeeds

    @needs:scheduled-flow
    Scenario: The longest name counts to its last character
      Given the flow of the longest name runs on a schedule
      When the flow of the longest name is stopped by its name with another end
      Then the request is refused with ResourceNotFoundException
      And the flow of the longest name still runs

    @needs:scheduled-flow
    Scenario: Every allowed character is kept
      Given the flow of all allowed characters runs on a schedule
      When the flow of all allowed characters is stopped
      Then the stop succeeds

    @needs:scheduled-flow
    Scenario: Every sign counts
      Given the flow of all allowed characters runs on a schedule
      When StopFlow is sent the name of the flow of all allowed characters with another sign, or none, for each of its signs in turn
      Then each is refused with ResourceNotFoundException
      And the flow of all allowed characters still runs
