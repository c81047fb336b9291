package io.github.appflowkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.appflowkit.conformance.proof.Constant;
import io.github.appflowkit.conformance.proof.Constants;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Endpoints that answer everything alike earn no pass from a rule about what an operation does. */
class ConstantsTest {
    private static final List<Rule> RULES = Catalogue.load().rules();

    /** Rules about the form of whatever is answered, and about other paths, where these endpoints are right. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "wire.whole-answer",
            "wire.error-body",
            "wire.error-message-case",
            "wire.error-type",
            "wire.error-type-header",
            "wire.json-declared",
            "wire.json-exact",
            "wire.no-internals",
            "wire.no-null-members",
            "wire.request-id",
            "wire.routing-error-body",
            "wire.routing-error-type",
            "wire.unknown-path-error");

    /** Rules about the form of a success or of a refusal, which the one answer of some of these endpoints has. */
    private static final Set<String> OF_ONE_ANSWER = Set.of(
            "delete-profile.answer-body",
            "stop-flow.answer-members",
            "stop-flow.arn-pattern",
            "stop-flow.arn-region",
            "stop-flow.status-suspended",
            "stop-flow.on-demand-spelling");

    private final Proof proof = new Proof(RULES);

    @TestFactory
    Stream<DynamicTest> operations_that_answer_everything_alike_follow_rules_about_form_alone() {
        return judged(Constants.operations(), result -> {
            Set<String> passed = ids(result, Verdict.PASSED);

            assertThat(passed).isSubsetOf(union(OF_EVERY_ANSWER, OF_ONE_ANSWER));
            assertThat(result.with(Verdict.ERROR)).isEmpty();
            assertThat(ExitCode.of(result)).isEqualTo(ExitCode.NOT_CONFORMANT);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_catch_all_is_not_routed_and_passes_nothing() {
        return judged(Constants.catchAlls(), result -> {
            assertThat(result.with(Verdict.NOT_ROUTED)).hasSameSizeAs(RULES);
            assertThat(ExitCode.of(result)).isEqualTo(ExitCode.NOT_REACHED);
        });
    }

    private Stream<DynamicTest> judged(List<Constant> constants, Consumer<RunResult> expectation) {
        return constants.stream()
                .map(constant -> dynamicTest(
                        constant.name(),
                        () -> expectation.accept(proof.judge(constant.endpoint().get(), RULES))));
    }

    private static Set<String> ids(RunResult result, Verdict verdict) {
        return result.with(verdict).stream()
                .filter(rule -> rule.rule().level() != Level.MAY)
                .map(rule -> rule.rule().id())
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
