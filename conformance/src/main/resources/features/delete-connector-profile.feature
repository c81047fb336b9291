Feature: DeleteConnectorProfile
  Removes a connector profile, unless flows use it and the caller does not insist.

  @rule:delete-profile.deletes @must @documented @since:1.0
  @covers:DeleteConnectorProfile @covers:DeleteConnectorProfile.200
  Rule: A connector profile that no flow uses is deleted
    Source: DeleteConnectorProfile, description and response elements.
    Likely cause of 200: the profile is kept, only marked, or removed later, after a deletion that was acknowledged.

    @needs:profile
    Scenario: A deleted profile is gone
      Given the sales profile exists
      When the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is gone

  @rule:delete-profile.made-again @must @documented @since:1.0
  @covers:DeleteConnectorProfile.200
  Rule: A profile that was made again after its deletion is like any other
    Source: DeleteConnectorProfile, description: it deletes the profile that is named.
    Likely cause of 404: deleted names are remembered, and what bears one is taken for deleted.
    Likely cause of 200: the force is remembered together with the name.

    @needs:profile
    Scenario: A name is used again
      Given the sales profile exists
      And the sales profile is deleted successfully
      And the sales profile is asked for and not found
      And the sales profile is made again
      When the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is gone

    @needs:flow-using-profile
    Scenario: A name is used again after a deletion by force
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      And the sales profile is deleted successfully by force
      And the sales profile is made again
      And the weekly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted
      Then the answer is 409
      And the sales profile is still there

  @rule:delete-profile.answer-body @must @documented @since:1.0
  @covers:DeleteConnectorProfile.200
  Rule: A deletion answers an empty body or a JSON object
    Source: DeleteConnectorProfile, response elements (an empty body) and the sample response (a JSON object).
    Likely cause: the body is text, an array or a bare value; send nothing, or {}.

    @needs:profile
    Scenario: The answer to a deletion can be read by every client
      Given the sales profile exists
      When the sales profile is deleted
      Then the answer's body is empty or a JSON object

    @needs:flow-using-profile
    Scenario: The answer to a deletion by force can be read, too
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted with forceDelete true
      Then the answer's body is empty or a JSON object

  @rule:delete-profile.answer-form @may @sample @since:1.0
  @covers:DeleteConnectorProfile.200
  Rule: A deletion may answer an empty body, an empty object or the members of the documented sample
    Source: DeleteConnectorProfile, response elements against the sample response.

    @needs:profile
    Scenario: The form of the answer is recorded
      Given the sales profile exists
      When the sales profile is deleted
      Then the form of the answer's body is recorded

  @rule:delete-profile.unknown-refused @must @documented @since:1.0
  @covers:DeleteConnectorProfile.404 @covers:DeleteConnectorProfile.404.ResourceNotFoundException
  Rule: A name that no profile bears is refused with ResourceNotFoundException
    Source: DeleteConnectorProfile, errors.
    Likely cause of 200: deleting is treated as done when there is nothing to delete, or a profile is made up for a name that was asked for before.

    Scenario: A profile that does not exist cannot be deleted
      Given DeleteConnectorProfile does not answer 404 to everything
      When the missing profile is deleted
      Then the request is refused with ResourceNotFoundException
      When the missing profile is deleted
      Then the request is refused with ResourceNotFoundException

    Scenario: A name that every object of JavaScript has is no profile's
      Given DeleteConnectorProfile does not answer 404 to everything
      When DeleteConnectorProfile is sent the body {"connectorProfileName": "hasOwnProperty"}
      Then the request is refused with ResourceNotFoundException

    Scenario: Force does not make up a profile
      Given DeleteConnectorProfile does not answer 404 to everything
      When the missing profile is deleted with forceDelete true
      Then the request is refused with ResourceNotFoundException

  @rule:delete-profile.in-use-kept @must @documented @since:1.0
  @covers:DeleteConnectorProfile.409 @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile that an active flow uses is kept, and its deletion refused with ConflictException
    Source: DeleteConnectorProfile, forceDelete, errors and the third sample.
    Likely cause of 200: the endpoint does not look for flows that name the profile as their source before it deletes, or only for those of one trigger.

    @needs:flow-using-profile
    Scenario Outline: A profile that a flow <trigger> uses is kept
      Given an unused profile can be deleted
      And the sales profile exists
      And the nightly flow runs <trigger> and reads from the sales profile
      When the sales profile is deleted
      Then the request is refused with ConflictException
      And the sales profile is still there

      Examples: whatever starts the flow
        | trigger       |
        | on a schedule |
        | on events     |
        | on demand     |

    @needs:flow-using-profile
    Scenario: Each of two flows keeps its own profile
      Given an unused profile can be deleted
      And the sales profile exists
      And the archive profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the weekly flow runs on a schedule and reads from the archive profile
      When the sales profile is deleted
      Then the request is refused with ConflictException
      When the archive profile is deleted
      Then the request is refused with ConflictException
      And the sales profile is still there
      And the archive profile is still there

    @needs:flow-using-profile
    Scenario: Asking again changes nothing
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the sales profile is deleted
      When the sales profile is deleted
      Then the request is refused with ConflictException
      And the sales profile is still there

  @rule:delete-profile.in-use-still @must @documented @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile is kept as long as one of the flows that use it is active
    Source: DeleteConnectorProfile, errors and the third sample: flows use it.
    Likely cause of 200: the first or the last of the flows is looked at, and not each; or all have to be active.

    @needs:flow-using-profile @on:StopFlow
    Scenario Outline: Of two flows the <stopped> one is stopped
      Given an unused profile can be deleted
      And the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the weekly flow runs on a schedule and reads from the sales profile
      And the <stopped> flow can be stopped
      When the sales profile is deleted
      Then the request is refused with ConflictException
      And the sales profile is still there

      Examples: flows
        | stopped |
        | nightly |
        | weekly  |

  @rule:delete-profile.in-use-exact @must @documented @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile is deleted although a flow uses another one whose name contains its name, or is contained in it
    Source: DeleteConnectorProfile, forceDelete and errors: the flows that count are those of the profile that is named.
    Likely cause of 409: flows, or profiles, are searched for the name as a piece of text; compare whole names.

    @needs:flow-using-profile
    Scenario Outline: A flow of a profile whose name <likeness> its name does not keep it
      Given a profile whose name <likeness> that of the sales profile exists
      And the sales profile exists
      And the nightly flow runs on a schedule and reads from the profile whose name <likeness> that of the sales profile
      And the deletion of the profile whose name <likeness> that of the sales profile is refused without force
      When the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is gone

      Examples: longer names
        | likeness    |
        | begins with |
        | ends with   |

    @needs:flow-using-profile
    Scenario Outline: A flow of a profile does not keep one whose name <likeness> its name
      Given the sales profile exists
      And a profile whose name <likeness> that of the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      When the profile whose name <likeness> that of the sales profile is deleted
      Then the deletion succeeds
      And the profile whose name <likeness> that of the sales profile is gone

      Examples: longer names
        | likeness    |
        | begins with |
        | ends with   |

  @rule:delete-profile.in-use-alike @should @protocol @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile is deleted although a flow uses another one whose name differs in letter case or in signs alone
    Source: the protocol keeps strings as they are; the page calls names unique.
    Likely cause of 409: the profiles that flows name are compared regardless of letter case, or by a pattern in which a sign of the name stands for others.

    @needs:flow-using-profile
    Scenario Outline: A flow does not keep a profile whose name <likeness> its profile's
      Given the sales profile exists
      And the profile whose name <likeness> that of the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      When the profile whose name <likeness> that of the sales profile is deleted
      Then the deletion succeeds
      And the profile whose name <likeness> that of the sales profile is gone

      Examples: what databases and regular expressions take for the same
        | likeness                                   |
        | differs in letter case from                |
        | has underscores in place of the hyphens of |
        | has dots in place of the hyphens of        |

  @rule:delete-profile.use-ends @must @documented @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile that was in use is deleted once no flow uses it any more
    Source: DeleteConnectorProfile, forceDelete and errors: the flows that count are those that use the profile.
    Likely cause of 409: uses are counted and never given back, or a conflict is remembered.

    @needs:profile @needs:flow-using-profile
    Scenario: The flow is made anew without the profile
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      And the nightly flow runs on a schedule
      When the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is gone

  @rule:delete-profile.in-use-region @should @client @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile is deleted although a flow of another region uses the one of its name there
    Source: ARNs, endpoints and SDKs are per region; the flows that count are those of the profile's own region.
    Likely cause of 409: flows are searched for the profile's name alone, and not for its region too.

    @needs:profile @needs:flow-using-profile
    Scenario: A flow of another region does not keep a profile
      Given the sales profile exists
      And the sales profile exists in another region too
      And the nightly flow runs on a schedule in another region and reads from the sales profile
      And the deletion of the sales profile is refused without force in another region
      When the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is gone

  @rule:delete-profile.destination-counts @must @decision @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile is in use when an active flow names it as one of its destinations
    Source: DeleteConnectorProfile, forceDelete ("in use in one or more flows"); a flow has sources and destinations.
    Likely cause of 200: only the flows' sources are searched, or only the first destination.

    @needs:flow-using-profile
    Scenario: A profile that a flow writes to is kept
      Given an unused profile can be deleted
      And the archive profile exists
      And the nightly flow runs on a schedule and writes to the archive profile
      When the archive profile is deleted
      Then the request is refused with ConflictException
      And the archive profile is still there

    @needs:flow-using-profile
    Scenario: A second destination counts like the first
      Given an unused profile can be deleted
      And the archive profile exists
      And the mirror profile exists
      And the nightly flow runs on a schedule and writes to the archive profile and the mirror profile
      When the mirror profile is deleted
      Then the request is refused with ConflictException
      And the mirror profile is still there
      When the archive profile is deleted
      Then the request is refused with ConflictException
      And the archive profile is still there

  @rule:delete-profile.used-twice-by-one @must @decision @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: A profile is in use when one flow names it as its source and as a destination
    Source: DeleteConnectorProfile, forceDelete ("in use in one or more flows"); a flow has sources and destinations.
    Likely cause of 200: the two uses of one flow are counted, and cancel each other out.

    @needs:flow-using-profile
    Scenario: A profile that a flow reads from and writes to is kept
      Given an unused profile can be deleted
      And the sales profile exists
      And the nightly flow runs on a schedule, reads from the sales profile and writes to the sales profile
      When the sales profile is deleted
      Then the request is refused with ConflictException
      And the sales profile is still there

  @rule:delete-profile.not-forced @must @documented @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: A deletion is forced by forceDelete true alone
    Source: DeleteConnectorProfile, forceDelete (Boolean, not required); an explicit null is an absent member.
    Likely cause of 200: the member's presence is checked instead of its value, or flows are not looked for.

    @needs:flow-using-profile
    Scenario Outline: forceDelete <value> does not force
      Given an unused profile can be deleted
      And the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted with forceDelete <value>
      Then the request is refused with ConflictException
      And the sales profile is still there

      Examples: values that do not force
        | value |
        | false |
        | null  |

  @rule:delete-profile.force-member @must @protocol @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: Only the member forceDelete of the request itself forces, and none that is called or placed otherwise
    Source: restJson1: members are serialized by their names, which are case-sensitive.
    Likely cause of 200: member names are matched regardless of case, or searched for in the whole body or in the query.

    @needs:flow-using-profile
    Scenario Outline: <member> does not force
      Given an unused profile can be deleted
      And the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When for the sales profile the body {"connectorProfileName": "${name}", <member>} is sent to DeleteConnectorProfile
      Then the answer is 409 or 400
      And the sales profile is still there

      Examples: names in other letters
        | member               |
        | "ForceDelete": true  |
        | "forcedelete": true  |
        | "FORCEDELETE": true  |
        | "force_delete": true |
        | "force": true        |

      Examples: other places
        | member                           |
        | "options": {"forceDelete": true} |

    @needs:flow-using-profile
    Scenario: The query does not force
      Given an unused profile can be deleted
      And the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the body that deletes the sales profile is sent by POST to /delete-connector-profile?forceDelete=true
      Then the answer is 4xx
      And the sales profile is still there

  @rule:delete-profile.forced @must @documented @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: forceDelete true deletes a profile although flows use it
    Source: DeleteConnectorProfile, forceDelete.
    Likely cause of 409: forceDelete is not read, or the check for flows comes before it.

    @needs:flow-using-profile
    Scenario: A profile in use is deleted by force
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      When the sales profile is deleted with forceDelete true
      Then the deletion succeeds
      And the sales profile is gone
      When the sales profile is deleted with forceDelete true
      Then the answer is 404

  @rule:delete-profile.forced-any-use @must @documented @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: forceDelete true deletes a profile whatever flows use it, and in whatever way
    Source: DeleteConnectorProfile, forceDelete ("in use in one or more flows").
    Likely cause of 409: the force is heeded for one kind of flow, or for one flow, alone.

    @needs:flow-using-profile
    Scenario: A profile that a flow writes to is deleted by force
      Given the archive profile exists
      And the nightly flow runs on a schedule and writes to the archive profile
      And the deletion of the archive profile is refused without force
      When the archive profile is deleted with forceDelete true
      Then the deletion succeeds
      And the archive profile is gone

    @needs:flow-using-profile
    Scenario: A profile that several flows use is deleted by force
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the weekly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      When the sales profile is deleted with forceDelete true
      Then the deletion succeeds
      And the sales profile is gone

  @rule:delete-profile.forced-unused @must @documented @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: forceDelete true also deletes a profile that no flow uses
    Source: DeleteConnectorProfile, forceDelete ("even if").
    Likely cause of 409: what is forced is asked to be in use.

    @needs:profile
    Scenario: Force is not needed and does no harm
      Given the sales profile exists
      When the sales profile is deleted with forceDelete true
      Then the deletion succeeds
      And the sales profile is gone

  @rule:delete-profile.forced-keeps-flows @should @decision @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: A forced deletion keeps the flows that used the profile
    Source: the documentation is silent; it speaks of deleting the profile and of nothing else.
    Likely cause of 404: flows are deleted together with the profile, or are not found without it.

    @needs:flow-using-profile @on:StopFlow
    Scenario: A flow outlives its profile
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted successfully by force
      Then the nightly flow is still there

    @needs:flow-using-profile @on:StopFlow
    Scenario: A flow outlives the profile that it writes to
      Given the archive profile exists
      And the nightly flow runs on a schedule and writes to the archive profile
      When the archive profile is deleted successfully by force
      Then the nightly flow is still there

  @rule:delete-profile.others-untouched @must @documented @since:1.0
  @covers:DeleteConnectorProfile
  Rule: Deleting a profile changes no other resource
    Source: DeleteConnectorProfile, description: it deletes the profile that is named.
    Likely cause: profiles are found by a prefix, or all of them are cleared; or what a deletion does is done before it is refused.

    @needs:flow-using-profile @on:StopFlow
    Scenario: Other profiles and flows stay as they are
      Given the sales profile exists
      And the archive profile exists
      And the nightly flow runs on a schedule and reads from the archive profile
      When the sales profile is deleted successfully
      Then the nightly flow is unchanged
      And the archive profile is still there

    @needs:flow-using-profile @on:StopFlow
    Scenario: A flow stays as it is when its profile is not deleted
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the deletion of the sales profile is refused without force
      Then the nightly flow is unchanged

    @needs:flow-using-profile
    Scenario: Other profiles stay as they are when one is deleted by force
      Given the sales profile exists
      And the archive profile exists
      And the nightly flow runs on a schedule, reads from the sales profile and writes to the archive profile
      When the sales profile is deleted successfully by force
      Then the archive profile is still there

    @needs:profile
    Scenario Outline: A profile whose name <likeness> its name stays as it is
      Given a profile whose name <likeness> that of the sales profile exists
      And the sales profile exists
      When the sales profile is deleted successfully
      Then the sales profile is gone
      And the profile whose name <likeness> that of the sales profile is still there

      Examples: longer names
        | likeness    |
        | begins with |
        | ends with   |

  @rule:delete-profile.flow-of-same-name @must @documented @since:1.0
  @covers:DeleteConnectorProfile
  Rule: A flow that bears the name of the deleted profile stays as it is
    Source: DeleteConnectorProfile, description: it deletes a connector profile, and a flow of that name is none.
    Likely cause: profiles and flows are kept together, and found by their names alone.

    @needs:profile @needs:scheduled-flow @on:StopFlow
    Scenario: One name for a profile and a flow
      Given the nightly flow runs on a schedule
      And the profile that bears the name of the nightly flow exists too
      When the profile that bears the name of the nightly flow is deleted successfully
      Then the nightly flow is unchanged

    @needs:profile @needs:scheduled-flow @on:StopFlow
    Scenario: One name for a profile that is deleted by force and a flow
      Given the nightly flow runs on a schedule
      And the profile that bears the name of the nightly flow exists too
      When the profile that bears the name of the nightly flow is deleted successfully by force
      Then the nightly flow is unchanged

  @rule:delete-profile.conflict-names @should @sample @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: The conflict's message names the profile and one of the flows that use it
    Source: DeleteConnectorProfile, the third sample.
    Likely cause: the message is a fixed text, or leaves one of the two out; people then do not know which flow to stop.

    @needs:flow-using-profile
    Scenario: The conflict of the documented sample
      Given the profile "testMarketoProfile" exists
      And the flow "myTestFlow1" runs on a schedule and reads from the profile "testMarketoProfile"
      When the profile "testMarketoProfile" is deleted with forceDelete false
      Then the message of the conflict, like that of the documented sample, names "testMarketoProfile" and "myTestFlow1"
        """
        { "message": "Conflict executing request: Connector profile: testMarketoProfile is associated with one or more flows. If you still want to *delete* it, *then* make *delete* request *with* forceDelete flag *as* true. *Some* of the associated flows are: [myTestFlow1]" }
        """

    @needs:flow-using-profile
    Scenario: One of several flows is named
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      And the weekly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted
      Then the message of the conflict names the sales profile and one of the nightly flow and the weekly flow

    @needs:flow-using-profile
    Scenario: A flow that writes to the profile is named
      Given the archive profile exists
      And the nightly flow runs on a schedule and writes to the archive profile
      When the archive profile is deleted
      Then the message of the conflict names the archive profile and the nightly flow

  @rule:delete-profile.sample-request @must @sample @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: The documented sample request is honoured or refused, and never misread
    Source: DeleteConnectorProfile, sample request; it sends forceDelete, a Boolean, as a string.
    Likely cause of 409: a string is neither read as a Boolean nor refused, but passed over.

    @needs:flow-using-profile
    Scenario: The sample deletes its profile by force, or is refused and deletes nothing
      Given the profile "testMarketoProfile" exists
      And the flow "myTestFlow1" runs on a schedule and reads from the profile "testMarketoProfile"
      When DeleteConnectorProfile is sent
        """
        { "connectorProfileName": "testMarketoProfile", "forceDelete": "true" }
        """
      Then the answer is 200 or 400
      And the profile "testMarketoProfile" is gone if the answer was 200, and still there if it was 400

  @rule:delete-profile.force-string @must @sample @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: forceDelete as a string means what it says or is refused
    Source: DeleteConnectorProfile, sample request, against the type of forceDelete.
    Likely cause of 409: a string is neither read as a Boolean nor refused, but passed over.
    Likely cause of 200: every string that is not empty is taken for true.

    @needs:flow-using-profile
    Scenario: "true" forces or is refused
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted with forceDelete "true"
      Then the answer is 200 or 400
      And the sales profile is gone if the answer was 200, and still there if it was 400

    @needs:flow-using-profile
    Scenario: "false" does not force
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted with forceDelete "false"
      Then the answer is 409 or 400
      And the sales profile is still there

  @rule:delete-profile.force-type @must @documented @since:1.0
  @covers:DeleteConnectorProfile.forceDelete.type
  Rule: forceDelete of another type than Boolean is refused with 400 and deletes nothing
    Source: DeleteConnectorProfile, forceDelete (Boolean); the protocol knows no coercion.
    Likely cause of 200 or 409: the JSON library coerces numbers, strings and containers to Booleans; make it strict. Or the member is read only where a flow uses the profile.

    @needs:flow-using-profile
    Scenario Outline: <value> is not a Boolean
      Given the sales profile exists
      And the nightly flow runs on a schedule and reads from the sales profile
      When the sales profile is deleted with forceDelete <value>
      Then the answer is 400
      And the sales profile is still there

      Examples: numbers
        | value |
        | 1     |
        | 0     |
        | 1.0   |
        | 2     |

      Examples: strings other than the two of the sample
        | value    |
        | "yes"    |
        | "on"     |
        | "TRUE"   |
        | "True"   |
        | "False"  |
        | " true " |
        | ""       |
        | "1"      |
        | "t"      |
        | "no"     |

      Examples: containers
        | value  |
        | []     |
        | [true] |
        | {}     |

    @needs:profile
    Scenario Outline: <value> is not a Boolean, although no flow uses the profile
      Given the sales profile exists
      When the sales profile is deleted with forceDelete <value>
      Then the answer is 400
      And the sales profile is still there

      Examples: one of each type
        | value |
        | 1     |
        | "yes" |
        | []    |

  @rule:delete-profile.in-use-by-inactive @may @decision @since:1.0
  @covers:DeleteConnectorProfile.409.ConflictException
  Rule: Whether a flow that is not active keeps a profile in use is recorded
    Source: the documentation does not say which flows count.

    @needs:flow-using-profile @needs:flow-status
    Scenario Outline: A flow that is <status>
      Given the sales profile exists
      And the nightly flow runs on a schedule, reads from the sales profile and is <status>
      When the sales profile is deleted
      Then the answer is recorded

      Examples: statuses other than Active
        | status     |
        | Suspended  |
        | Draft      |
        | Errored    |
        | Deprecated |
        | Deleted    |

  @rule:delete-profile.one-of-two-wins @should @decision @since:1.0
  @covers:DeleteConnectorProfile.404.ResourceNotFoundException
  Rule: Of two deletions at the same time exactly one succeeds, and the other finds no profile
    Source: the documentation is silent; a profile can be deleted once.
    Likely cause: the check whether the profile exists and its removal are two steps.

    @needs:profile
    Scenario: Two clients delete one profile
      Given the sales profile exists
      When the sales profile is deleted twice at the same time
      Then one deletion succeeds and the other is refused with ResourceNotFoundException

    @needs:profile
    Scenario: Two clients delete one profile by force
      Given the sales profile exists
      When the sales profile is deleted twice at the same time by force
      Then one deletion succeeds and the other is refused with ResourceNotFoundException

  @rule:delete-profile.two-at-once @must @documented @since:1.0
  @covers:DeleteConnectorProfile.200
  Rule: Each of two profiles that are deleted at the same time is gone
    Source: DeleteConnectorProfile, description: it deletes the profile that is named; what is answered as a success is done.
    Likely cause: what one request reads, keeps or writes is not its own, as when each writes the whole state back over what the other wrote. Other rules may fail by it; --workers 1 shows those that do not.

    @needs:profile
    Scenario: Two clients delete a profile each
      Given the sales profile exists
      And the archive profile exists
      When the sales profile and the archive profile are deleted at the same time
      Then both succeed
      And the sales profile is gone
      And the archive profile is gone

  @rule:delete-profile.internal-error @must @documented @since:1.0
  @covers:DeleteConnectorProfile.500 @covers:DeleteConnectorProfile.500.InternalServerException
  Rule: An internal error is told as InternalServerException
    Source: DeleteConnectorProfile, errors.
    Likely cause of 404: the profile is deleted before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:profile @needs:planned-error
    Scenario: The service fails and deletes nothing
      Given the sales profile exists
      And the next call for the sales profile is to fail with InternalServerException
      When the sales profile is deleted
      Then the request is refused with InternalServerException
      And the sales profile is still there

  @rule:delete-profile.throttled @must @documented @since:1.0
  @covers:DeleteConnectorProfile.429 @covers:DeleteConnectorProfile.429.ThrottlingException
  Rule: A throttled call is told as ThrottlingException
    Source: common errors.
    Likely cause of 404: the profile is deleted before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:profile @needs:planned-error
    Scenario: A throttled call deletes nothing
      Given the sales profile exists
      And the next call for the sales profile is to fail with ThrottlingException
      When the sales profile is deleted
      Then the request is refused with ThrottlingException
      And the sales profile is still there

  @rule:delete-profile.access-denied @must @documented @since:1.0
  @covers:DeleteConnectorProfile.403 @covers:DeleteConnectorProfile.403.AccessDeniedException
  Rule: A call that is not permitted is told as AccessDeniedException
    Source: common errors.
    Likely cause of 404: the profile is deleted before the planned error is answered.
    Likely cause of 4xx or 5xx: errors that are planned for the next call are not written like the operation's own.
    Likely cause of 2xx: the error that was planned for the next call is passed over.

    @needs:profile @needs:planned-error
    Scenario: A call without permission deletes nothing
      Given the sales profile exists
      And the next call for the sales profile is to fail with AccessDeniedException
      When the sales profile is deleted
      Then the request is refused with AccessDeniedException
      And the sales profile is still there

  @rule:delete-profile.name-required @must @documented @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.required
  @covers:DeleteConnectorProfile.400 @covers:DeleteConnectorProfile.400.ValidationException
  Rule: A request without connectorProfileName is refused with ValidationException
    Source: DeleteConnectorProfile, connectorProfileName (required); an explicit null is an absent member.
    Likely cause of 200 or 404: the member is not checked, or is looked for anywhere in the body.

    Scenario Outline: <case>
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent the body <body>
      Then the request is refused with ValidationException

      Examples: bodies without the member
        | case                         | body                                                |
        | The member is absent         | {}                                                  |
        | The member is null           | {"connectorProfileName": null}                      |
        | Only another member is there | {"forceDelete": true}                               |
        | The member is in snake case  | {"connector_profile_name": "${name}"}               |
        | The name stands in an object | {"profile": {"connectorProfileName": "${name}"}}    |
        | The name stands in an array  | {"profiles": [{"connectorProfileName": "${name}"}]} |
        | The name stands in a body    | {"body": {"connectorProfileName": "${name}"}}       |
        | The name stands in an input  | {"input": {"connectorProfileName": "${name}"}}      |
        | The name is called a flow's  | {"flowName": "${name}"}                             |

  @rule:delete-profile.name-type @must @documented @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.type
  Rule: connectorProfileName of another type than string is refused with 400
    Source: DeleteConnectorProfile, connectorProfileName (String); the protocol knows no coercion.
    Likely cause of 200 or 404: the JSON library turns numbers and Booleans into strings; make it strict.

    Scenario Outline: <value> is not a string
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent the body {"connectorProfileName": <value>}
      Then the answer is 400

      Examples: values of other types
        | value       |
        | 12345       |
        | 1.5         |
        | true        |
        | ["${name}"] |
        | {}          |

  @rule:delete-profile.name-length @must @documented @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.maxLength
  Rule: A name of the greatest length is served, and a longer one refused with ValidationException
    Source: DeleteConnectorProfile, connectorProfileName, length constraints.
    Likely cause of 400 SerializationException: the body is cut off at a length of the endpoint's own, such as 8 KiB.
    Likely cause of 200 or 400 or 404: the limit is off by one, missing, counted in bytes, or looked at after the profile.

    Scenario: The greatest length is served
      When DeleteConnectorProfile is sent names of the greatest length
      Then each is served

    Scenario: One more is refused
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent names that are longer by one
      Then each is refused with ValidationException

    Scenario: One more with another character behind is refused alike
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent a name that is longer by one, with a space behind
      Then each is refused with ValidationException

    Scenario: Far too long is refused alike
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent a name that is far longer
      Then each is refused with ValidationException, or for the length of its body

  @rule:delete-profile.name-pattern @must @documented @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.pattern
  Rule: The characters of the pattern are served, and every other ASCII character is refused with ValidationException
    Source: DeleteConnectorProfile, connectorProfileName, pattern.
    Likely cause of 200 or 404: the pattern is wider or not anchored, or names are trimmed before they are checked.
    Likely cause of 400: the pattern is narrower.

    Scenario: Allowed characters at every place
      When DeleteConnectorProfile is sent names with every allowed ASCII character at the first, middle and last place
      Then each is served

    Scenario: The shortest name
      When DeleteConnectorProfile is sent a name of the least length
      Then each is served

    Scenario: Other characters at every place
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent names with every other ASCII character at the first, middle and last place
      Then each is refused with ValidationException

    Scenario: Another character at the end of the longest name
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent a name of the greatest length that ends with a space
      Then each is refused with ValidationException

  @rule:delete-profile.name-whole @must @documented @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.pattern
  Rule: The pattern holds for the whole name
    Source: DeleteConnectorProfile, connectorProfileName, pattern.
    Likely cause of 200 or 404: the expression is searched for instead of matched, its "$" takes a line feed, or names are trimmed.

    Scenario Outline: <case>
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent the body {"connectorProfileName": "<name>"}
      Then the request is refused with ValidationException

      Examples: something before, between or after
        | case             | name              |
        | A last line feed | ${name}\\n        |
        | A second line    | ${name}\\n${name} |
        | A first space    | \u0020${name}     |
        | A last space     | ${name}\u0020     |
        | A last NUL       | ${name}\u0000     |

  @rule:delete-profile.name-ascii @must @protocol @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.pattern
  Rule: Letters and digits beyond ASCII are refused with ValidationException
    Source: DeleteConnectorProfile, connectorProfileName, pattern, whose \w stands for ASCII alone.
    Likely cause of 200 or 404: the pattern is not checked, or its regular expression runs in a Unicode mode.

    Scenario: Characters beyond ASCII
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent names with letters, digits and signs beyond ASCII
      Then each is refused with ValidationException

  @rule:delete-profile.name-empty @must @documented @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.pattern
  Rule: An empty name is refused with ValidationException
    Source: DeleteConnectorProfile, connectorProfileName, pattern.
    Likely cause of 200 or 404: an empty string is looked up like a name, or the pattern allows nothing.

    Scenario: The empty name
      Given DeleteConnectorProfile serves a valid request
      When DeleteConnectorProfile is sent the body {"connectorProfileName": ""}
      Then the request is refused with ValidationException

  @rule:delete-profile.name-exact @should @protocol @since:1.0
  @covers:DeleteConnectorProfile.connectorProfileName.type
  Rule: Names are case-sensitive and kept exact
    Source: the protocol keeps strings as they are; the page calls names unique.
    Likely cause of 200: names are folded to lower case, decoded like parts of a URL, made file names, trimmed, cut to a length, or taken for patterns.
    Likely cause of 404: names are cut, or decoded like parts of a URL, before they are looked up.

    @needs:profile
    Scenario: A name in other letters is another name
      Given the sales profile exists
      When the sales profile is deleted by its name in other letter case
      Then the request is refused with ResourceNotFoundException
      And the sales profile is still there

    @needs:profile
    Scenario Outline: <sign> stands for no other character of a name
      Given the sales profile exists
      When the sales profile is deleted by its name with <sign> for its hyphens
      Then the request is refused with ResourceNotFoundException
      And the sales profile is still there

      Examples: signs that databases and regular expressions read so
        | sign |
        | _    |
        | .    |

    @needs:profile
    Scenario Outline: A profile whose name another's <likeness> is still there when that one is deleted
      Given the sales profile exists
      And the profile whose name <likeness> that of the sales profile exists
      When the profile whose name <likeness> that of the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is still there

      Examples: what databases and regular expressions take for the same
        | likeness                                   |
        | differs in letter case from                |
        | has underscores in place of the hyphens of |
        | has dots in place of the hyphens of        |

    @needs:profile
    Scenario: A slash parts no names
      Given a profile whose name ends, after a slash, with that of the sales profile exists
      And the sales profile exists
      When the sales profile is deleted
      Then the deletion succeeds
      And the sales profile is gone
      And the profile whose name ends, after a slash, with that of the sales profile is still there

    @needs:profile
    Scenario: The longest name is kept
      Given the profile of the longest name exists
      When the profile of the longest name is deleted
      Then the deletion succeeds
      And the profile of the longest name is gone

    @needs:profile
    Scenario: The longest name counts to its last character
      Given the profile of the longest name exists
      When the profile of the longest name is deleted by its name with another end
      Then the request is refused with ResourceNotFoundException
      And the profile of the longest name is still there

    @needs:profile
    Scenario: Every allowed character is kept
      Given the profile of all allowed characters exists
      When the profile of all allowed characters is deleted
      Then the deletion succeeds
      And the profile of all allowed characters is gone

    @needs:profile
    Scenario: Every sign counts
      Given the profile of all allowed characters exists
      When DeleteConnectorProfile is sent the name of the profile of all allowed characters with another sign, or none, for each of its signs in turn
      Then each is refused with ResourceNotFoundException
      And the profile of all allowed characters is still there
