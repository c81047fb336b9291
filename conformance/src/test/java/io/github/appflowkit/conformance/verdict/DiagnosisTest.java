package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Broken;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static final Contract CONTRACT = Contract.load();
    private static final List<Operation> OPERATIONS =
            List.copyOf(CONTRACT.operations().values());
    private static final Rule RULE = Catalogue.load().rules().get(0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | ServiceNotAvailableException | the service seems to be switched off or not implemented there",
                "400 | ValidationException | valid requests get it too, so that no refusal means anything",
                "404 | ResourceNotFoundException | valid requests get it too",
                "403 | AccessDeniedException | check the credentials and the region, or try --unsigned",
                "429 | ThrottlingException | try --workers 1",
                "500 | InternalServerException | valid and invalid requests fail alike",
            })
    void an_error_to_everything_is_told_with_what_it_seems_to_mean(int status, String type, String meaning) {
        List<Exchange> same = both(error(status, type, "{\"message\": \"no way\"}"));

        assertThat(diagnose(same))
                .singleElement()
                .asString()
                .startsWith("Every answer of DeleteConnectorProfile and of StopFlow was " + status + " " + type + ": ")
                .contains(meaning);
    }

    @Test
    void a_limit_that_some_requests_met_is_told() {
        List<Exchange> some = Stream.concat(
                        of("/stop-flow", answer(200, "application/json", "{}")).stream(),
                        of("/stop-flow", error(503, "ServiceUnavailableException", "{\"message\": \"Full.\"}")).stream()
                                .limit(1))
                .toList();

        assertThat(diagnose(some))
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith("1 of " + some.size() + " requests got a 503: ")
                        .contains("use --workers 1"));
    }

    @Test
    void a_success_to_everything_is_told() {
        assertThat(diagnose(of("/stop-flow", answer(200, "application/json", "{}"))))
                .containsExactly("Every answer of StopFlow was 200: requests are not validated at all, for invalid ones"
                        + " succeed too.");
    }

    @Test
    void a_redirect_of_everything_is_told() {
        Answer redirect = new Answer("HTTP/1.1", 308, List.of(new Header("Location", "https://x/y")), new byte[0]);

        assertThat(diagnose(of("/stop-flow", redirect)))
                .containsExactly(
                        "Every answer of StopFlow was 308 to https://x/y: judge the URL to which it redirects.");
    }

    @Test
    void each_operation_is_told_by_itself_and_refused_media_types_do_not_count() {
        List<Exchange> exchanges = Stream.of(
                        of("/stop-flow", answer(200, "application/json", "{}")),
                        of("/stop-flow", answer(415, "application/json", "{}")),
                        of("/delete-connector-profile", error(500, "Oops", "{}")))
                .flatMap(List::stream)
                .toList();

        assertThat(diagnose(exchanges))
                .hasSize(2)
                .anyMatch(remark -> remark.startsWith("Every answer of StopFlow was 200: "))
                .anyMatch(remark -> remark.startsWith("Every answer of DeleteConnectorProfile was 500 Oops: "));
    }

    @Test
    void errors_whose_type_stands_in_the_body_alone_are_told() {
        assertThat(diagnose(mixed("application/json", "{\"__type\": \"%s\", \"message\": \"no way\"}")))
                .containsExactly("Every error bears its type in the body alone, and clients look for it in the header"
                        + " X-Amzn-Errortype first.");
    }

    @Test
    void errors_without_a_type_are_told_with_the_member_that_seems_to_hold_it() {
        assertThat(diagnose(mixed("application/json", "{\"errorName\": \"%s\", \"message\": \"no way\"}")))
                .singleElement()
                .asString()
                .startsWith("No error bears its type: ")
                .contains("; it seems to stand in the member errorName. Every rule");
    }

    @Test
    void errors_whose_message_has_another_name_are_told() {
        assertThat(diagnose(mixed("application/json", "{\"__type\": \"%s\", \"detail\": \"the flow is missing\"}")))
                .contains("No error has a message where clients look for it, which is the member message of a JSON"
                        + " object; it seems to stand in the member detail.");
    }

    @Test
    void bodies_that_are_all_declared_as_something_else_are_told() {
        assertThat(diagnose(mixed("text/plain; charset=utf-8", "{\"__type\": \"%s\", \"message\": \"no way\"}")))
                .contains("Every body is declared as text/plain, and clients expect application/json.");
    }

    @Test
    void nothing_is_said_of_a_run_in_which_nothing_is_broken() {
        List<Exchange> refused = both(error(400, "ValidationException", "{\"message\": \"no way\"}"));

        assertThat(Diagnosis.of(OPERATIONS, refused, List.of(result(Verdict.PASSED))))
                .isEmpty();
    }

    @Test
    void rules_about_every_answer_that_hold_by_themselves_have_seen_few() {
        RuleResult alone = result(Catalogue.load().rule("wire.whole-answer").orElseThrow(), Verdict.PASSED);

        assertThat(Diagnosis.of(OPERATIONS, List.of(), List.of(alone)))
                .containsExactly("Rules about every answer, judged by themselves, see the answers to a few requests of"
                        + " each kind: judge by all rules before you rely on them.");
        assertThat(Diagnosis.of(OPERATIONS, List.of(), List.of(alone, result(Verdict.PASSED))))
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_few_answers_nor_of_different_ones() {
        Answer error = error(400, "ValidationException", "{\"message\": \"no way\"}");
        Answer other = error(404, "ResourceNotFoundException", "{\"message\": \"no way\"}");

        assertThat(diagnose(of("/stop-flow", error).subList(0, 4))).isEmpty();
        assertThat(diagnose(Stream.of(of("/stop-flow", error), of("/stop-flow", other))
                        .flatMap(List::stream)
                        .toList()))
                .isEmpty();
    }

    private static List<String> diagnose(List<Exchange> exchanges) {
        return Diagnosis.of(OPERATIONS, exchanges, List.of(result(Verdict.PASSED), result(Verdict.FAILED)));
    }

    @Test
    void requests_without_a_whole_answer_are_told_first_to_be_mended() {
        Request request = new Request("POST", "/stop-flow", List.of(), null, "us-east-1");
        Exchange cut = new Exchange(request, List.of(), null, new Broken(true, false, true, "the connection broke"), 1);

        assertThat(diagnose(Collections.nCopies(5, cut)))
                .containsExactly("5 of 5 requests got no whole answer, such as POST /stop-flow -> the connection broke."
                        + " Mend this first, for it breaks every rule that such a request was sent for:"
                        + " wire.whole-answer tells more.");
        assertThat(diagnose(Collections.nCopies(4, cut))).isEmpty();
    }

    private static RuleResult result(Verdict verdict) {
        return result(RULE, verdict);
    }

    private static RuleResult result(Rule rule, Verdict verdict) {
        return new RuleResult(rule, verdict, "none", "", List.of(), Optional.empty(), List.of());
    }

    /** Errors of two kinds, whose bodies name their types. */
    private static List<Exchange> mixed(String mediaType, String body) {
        return Stream.of(
                        of("/stop-flow", answer(400, mediaType, body.formatted("ValidationException"))),
                        of("/stop-flow", answer(404, mediaType, body.formatted("ResourceNotFoundException"))))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Exchange> both(Answer answer) {
        return Stream.of(of("/stop-flow", answer), of("/delete-connector-profile", answer))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Exchange> of(String path, Answer answer) {
        Request request = new Request("POST", path, List.of(), null, "us-east-1");
        return Collections.nCopies(5, new Exchange(request, List.of(), answer, null, 1));
    }

    private static Answer error(int status, String type, String body) {
        return new Answer(
                "HTTP/1.1",
                status,
                List.of(new Header("X-Amzn-Errortype", type), new Header("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(int status, String type, String body) {
        return new Answer(
                "HTTP/1.1", status, List.of(new Header("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8));
    }
}
