Feature: DescribeFlow
  Shows a flow, which stays as it is.

  @rule:describe-flow.status-told @must @documented @since:1.0
  @covers:DescribeFlow @covers:DescribeFlow.200
  @covers:DescribeFlow.flowStatus.required @covers:DescribeFlow.flowStatus.type
  @covers:DescribeFlow.flowStatus.Active @covers:DescribeFlow.flowStatus.Deprecated
  @covers:DescribeFlow.flowStatus.Deleted @covers:DescribeFlow.flowStatus.Draft
  @covers:DescribeFlow.flowStatus.Errored @covers:DescribeFlow.flowStatus.Suspended
  Rule: A flow is shown with its status
    Source: DescribeFlow, response elements.

    @needs:scheduled-flow
    Scenario: A flow that runs
      Given the nightly flow runs on a schedule
      When the nightly flow is described
      Then it is described as Active

  @rule:describe-flow.unknown-refused @must @documented @since:1.0
  @covers:DescribeFlow.404 @covers:DescribeFlow.404.ResourceNotFoundException
  Rule: A name that no flow bears is refused with ResourceNotFoundException
    Source: DescribeFlow, errors.

    Scenario: A flow that does not exist cannot be described
      Given DescribeFlow does not answer 404 to everything
      When the missing flow is described
      Then the request is refused with ResourceNotFoundException

  @rule:describe-flow.name-refused @must @documented @since:1.0
  @covers:DescribeFlow.flowName.required @covers:DescribeFlow.flowName.type
  @covers:DescribeFlow.flowName.maxLength @covers:DescribeFlow.flowName.pattern
  @covers:DescribeFlow.400 @covers:DescribeFlow.400.ValidationException
  @covers:DescribeFlow.400.SerializationException
  Rule: What is no name is refused
    Source: DescribeFlow, flowName.

    Scenario: A name that is too long
      Given DescribeFlow serves a valid request
      When DescribeFlow is sent names that are longer by one
      Then each is refused with ValidationException

    Scenario: Other characters
      Given DescribeFlow serves a valid request
      When DescribeFlow is sent names with every other ASCII character at the first, middle and last place
      Then each is refused with ValidationException

    Scenario Outline: <body>
      Given DescribeFlow serves a valid request
      When DescribeFlow is sent the body <body>
      Then the answer is 400

      Examples: Absent, and of another type
        | body            |
        | {}              |
        | {"flowName": 7} |

  @rule:describe-flow.errors-told @must @documented @since:1.0
  @covers:DescribeFlow.403 @covers:DescribeFlow.403.AccessDeniedException
  @covers:DescribeFlow.429 @covers:DescribeFlow.429.ThrottlingException
  @covers:DescribeFlow.500 @covers:DescribeFlow.500.InternalServerException
  Rule: A call that fails is told why
    Source: DescribeFlow, errors.

    @needs:scheduled-flow @needs:planned-error
    Scenario Outline: <error>
      Given the nightly flow runs on a schedule
      And the next description of the nightly flow is to fail with <error>
      When the nightly flow is described
      Then the request is refused with <error>

      Examples: Errors that every operation has
        | error                   |
        | AccessDeniedException   |
        | ThrottlingException     |
        | InternalServerException |
