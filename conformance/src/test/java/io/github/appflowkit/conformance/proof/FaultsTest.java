package io.github.appflowkit.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void every_fault_and_difference_has_a_name_of_its_own() {
        assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
        assertThat(PermittedDifferences.all())
                .extracting(PermittedDifference::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void differences_that_are_put_together_are_all_there_and_once_each() {
        List<String> names = PermittedDifferences.together().stream()
                .flatMap(together -> Stream.of(together.name().split("; ")))
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(PermittedDifferences.all().stream()
                        .map(PermittedDifference::name)
                        .toList());
    }

    @Test
    void a_difference_does_not_undo_another_that_it_is_put_together_with() {
        PermittedDifference both = Changes.difference(
                        "one", Changes.errors(it -> it.members(body -> body.put("one", 1))))
                .and(Changes.difference("other", Changes.errors(it -> it.header("Other", it.text()))));
        try (RightEndpoint endpoint = both.start()) {
            HttpResponse<String> answer = new Client(endpoint.url()).delete("{}");

            assertThat(answer.body()).contains("\"one\":1");
            assertThat(answer.headers().firstValue("Other")).contains(answer.body());
        }
    }

    @Test
    void what_one_difference_refuses_another_rewrites() {
        PermittedDifference both = Changes.difference(
                        "one", Changes.refused(it -> true, 411, "LengthRequiredException"))
                .and(Changes.difference("other", Changes.answers(it -> it.header("Other", it.text()))));
        try (RightEndpoint endpoint = both.start()) {
            HttpResponse<String> answer = new Client(endpoint.url()).delete("{}");

            assertThat(answer.statusCode()).isEqualTo(411);
            assertThat(answer.headers().firstValue("Other")).contains(answer.body());
        }
    }

    @Test
    void every_fault_names_a_rule_that_must_notice_it() {
        assertThat(Faults.all()).allMatch(fault -> !fault.missedBy(Set.of()).isEmpty(), "has a rule that is no glob");
    }

    @Test
    void every_endpoint_starts_and_ends() {
        Stream.concat(
                        Faults.all().stream().map(Fault::endpoint),
                        PermittedDifferences.all().stream()
                                .<Supplier<RightEndpoint>>map(difference -> difference::start))
                .forEach(starter -> {
                    try (RightEndpoint endpoint = starter.get()) {
                        assertThat(new Client(endpoint.url())
                                        .send("GET", "/_control/requests", "")
                                        .body())
                                .isEqualTo("{\"requests\":[]}");
                    }
                });
    }

    @Test
    void a_fault_tells_what_missed_it_and_what_accuses_it_wrongly() {
        Fault fault = new Fault("odd", List.of("a.one", "a.two", "b.*"), RightEndpoint::new);

        assertThat(fault.missedBy(Set.of("a.one", "b.three"))).containsExactly("a.two");
        assertThat(fault.accusedWronglyBy(Set.of("a.one", "a.two", "b.three", "c.four")))
                .containsExactly("c.four");
    }

    @Test
    void two_deletes_meet_where_they_should_not() {
        Fault fault = NamedFault.of("of two deletes at the same time both answer 200");
        try (RightEndpoint endpoint = fault.endpoint().get()) {
            Client client = new Client(endpoint.url());
            client.putProfile("{\"name\": \"sales\"}");

            Supplier<Integer> delete =
                    () -> client.delete("{\"connectorProfileName\": \"sales\"}").statusCode();
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(delete);
            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(delete);

            assertThat(List.of(first.join(), second.join())).containsExactly(200, 200);
            assertThat(client.delete("{\"connectorProfileName\": \"sales\"}").statusCode())
                    .isEqualTo(404);
        }
    }
}
