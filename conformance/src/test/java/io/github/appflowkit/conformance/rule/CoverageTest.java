package io.github.appflowkit.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Contract NESTED = Contract.of("""
            paths:
              /sort:
                summary: No operation.
                post:
                  operationId: Sort
                  parameters:
                    - {name: dry, in: query, schema: {type: boolean}}
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/SortRequest'}}}
                  responses:
                    '200':
                      headers: {x-id: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/SortResponse'}}}
            components:
              schemas:
                SortRequest:
                  properties:
                    priority: {type: integer, minimum: 1}
                    reason: {type: string, maxLength: 5}
                    tree: {$ref: '#/components/schemas/Tree'}
                SortResponse:
                  required: [reason]
                  properties: {reason: {type: string}}
                Tree:
                  type: array
                  minItems: 1
                  items:
                    type: object
                    required: [leaf]
                    properties: {leaf: {type: string}, more: {$ref: '#/components/schemas/Tree'}}
            """);

    private final Contract contract = Contract.load();

    @Test
    void operations_statuses_errors_constraints_and_values_are_elements() {
        assertThat(new Coverage(contract, List.of()).uncovered())
                .contains(
                        "StopFlow",
                        "StopFlow.200",
                        "StopFlow.400.UnsupportedOperationException",
                        "StopFlow.flowName.required",
                        "StopFlow.flowName.maxLength",
                        "StopFlow.flowArn.pattern",
                        "StopFlow.flowStatus.Suspended",
                        "DeleteConnectorProfile.forceDelete.type",
                        "error.message.required");
    }

    @Test
    void parameters_headers_items_and_members_of_members_are_elements_and_what_is_beside_an_operation_is_none() {
        assertThat(new Coverage(NESTED, List.of()).rulesByElement().keySet())
                .containsExactly(
                        "Sort",
                        "Sort.200",
                        "Sort.dry.type",
                        "Sort.priority.minimum",
                        "Sort.priority.type",
                        "Sort.reason.maxLength",
                        "Sort.reason.required",
                        "Sort.reason.type",
                        "Sort.tree.minItems",
                        "Sort.tree.type",
                        "Sort.tree[].leaf.required",
                        "Sort.tree[].leaf.type",
                        "Sort.tree[].type",
                        "header.x-id");
    }

    @Test
    void what_an_answer_has_too_is_not_optional() {
        Coverage coverage = new Coverage(NESTED, List.of());

        assertThat(coverage.rulesByElement().keySet().stream().filter(coverage::isOptional))
                .contains("Sort.dry.type", "Sort.reason.maxLength", "Sort.tree[].leaf.type")
                .doesNotContain("Sort.reason.type", "Sort.reason.required", "Sort.200");
    }

    @Test
    void an_element_that_the_contract_lost_is_unknown() {
        Rule orphan = new Rule(
                "stop-flow.orphan",
                "It is covered",
                Level.MUST,
                Evidence.DOCUMENTED,
                "1.0",
                "nowhere",
                List.of(),
                List.of("StopFlow.410.GoneException"),
                "StopFlow",
                false,
                Set.of(),
                List.of());

        assertThat(new Coverage(contract, List.of(orphan)).unknown()).containsExactly("StopFlow.410.GoneException");
    }
}
