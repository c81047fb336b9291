package io.github.appflowkit.conformance.verdict;

import static java.util.function.Predicate.not;

import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says plainly what is the matter where one thing is the matter everywhere: an operation that answers the same to
 * everything, errors that all hide their type or their message in the same place.
 */
final class Diagnosis {
    /** Fewer answers than this can be alike by chance. */
    private static final int ENOUGH = 5;

    private static final String ALONE =
            "Rules about every answer, judged by themselves, see the answers to a few requests"
                    + " of each kind: judge by all rules before you rely on them.";

    private final List<Operation> operations;
    private final List<Exchange> exchanges;

    private Diagnosis(List<Operation> operations, List<Exchange> exchanges) {
        this.operations = operations;
        this.exchanges = exchanges;
    }

    /**
     * What is to be said of a run; of one in which nothing is broken, only what it could not see.
     *
     * @param operations the operations that were judged
     * @param exchanges everything that was exchanged
     */
    static List<String> of(List<Operation> operations, List<Exchange> exchanges, List<RuleResult> results) {
        boolean passed = results.stream().anyMatch(result -> result.verdict() == Verdict.PASSED);
        boolean broken = results.stream().anyMatch(RuleResult::isBroken);
        if (passed && !broken) {
            return results.stream().allMatch(result -> result.rule().everyAnswer()) ? List.of(ALONE) : List.of();
        }
        return new Diagnosis(operations, exchanges).remarks();
    }

    private List<String> remarks() {
        Map<String, List<String>> constant = new LinkedHashMap<>();
        for (Operation operation : operations) {
            onlyOutcome(answers(operation))
                    .ifPresent(outcome -> constant.computeIfAbsent(outcome, key -> new ArrayList<>())
                            .add(operation.id()));
        }
        List<String> remarks = new ArrayList<>();
        constant.forEach((outcome, names) -> remarks.add("Every answer of " + String.join(" and of ", names) + " was "
                + outcome + ": " + meaning(outcome) + "."));
        if (remarks.isEmpty()) {
            List<Answer> errors = operations.stream()
                    .flatMap(operation -> answers(operation).stream())
                    .filter(Answer::isError)
                    .toList();
            type(errors).ifPresent(remarks::add);
            message(errors).ifPresent(remarks::add);
            mediaType().ifPresent(remarks::add);
        }
        cut().ifPresent(remarks::add);
        busy().ifPresent(remarks::add);
        return remarks;
    }

    private Optional<String> busy() {
        long busy = exchanges.stream()
                .flatMap(exchange -> exchange.whole().stream())
                .filter(answer -> answer.status() == 503)
                .count();
        return busy == 0 || busy == exchanges.size()
                ? Optional.empty()
                : Optional.of(
                        busy + " of " + exchanges.size() + " requests got a 503: the endpoint may be at a limit of its"
                                + " own, such as one of connections; use --workers 1, or raise it.");
    }

    /** Requests without a whole answer break whatever rule they were sent for, so that they come first. */
    private Optional<String> cut() {
        List<Exchange> cut = exchanges.stream()
                .filter(exchange -> exchange.whole().isEmpty())
                .toList();
        return cut.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(cut.size() + " of " + exchanges.size() + " requests got no whole answer, such as "
                        + cut.get(0).line() + ". Mend this first, for it breaks every rule that such a request was"
                        + " sent for: wire.whole-answer tells more.");
    }

    /** The whole answers of an operation itself, without those of media types and methods. */
    private List<Answer> answers(Operation operation) {
        return exchanges.stream()
                .filter(exchange -> exchange.request().target().equals(operation.path()))
                .filter(exchange -> exchange.request().method().equals(operation.method()))
                .flatMap(exchange -> exchange.whole().stream())
                .filter(not(Answer::isEarlyRefusal))
                .toList();
    }

    private static Optional<String> onlyOutcome(List<Answer> answers) {
        Set<String> outcomes = answers.stream().map(Diagnosis::outcome).collect(Collectors.toSet());
        return answers.size() >= ENOUGH && outcomes.size() == 1
                ? outcomes.stream().findFirst()
                : Optional.empty();
    }

    private static String outcome(Answer answer) {
        String location = answer.status() / 100 == 3
                ? answer.header("Location").map(to -> " to " + to).orElse("")
                : "";
        return answer.status() + answer.errorType().map(type -> " " + type).orElse("") + location;
    }

    private static String meaning(String outcome) {
        int status = Integer.parseInt(outcome.substring(0, 3));
        String type = outcome.toLowerCase(Locale.ROOT);
        if (type.contains("notavailable") || type.contains("unavailable") || type.contains("notimplemented")) {
            return "the service seems to be switched off or not implemented there, so that nothing else can be judged";
        }
        if (status == 401 || status == 403) {
            return "requests are refused before they are looked at; check the credentials and the region, or try"
                    + " --unsigned";
        }
        if (status == 429) {
            return "requests are throttled; try --workers 1, or raise the endpoint's limit";
        }
        if (status >= 500) {
            return "valid and invalid requests fail alike, so that the operation does not work at all";
        }
        if (status >= 400) {
            return "valid requests get it too, so that no refusal means anything";
        }
        if (status >= 300) {
            return "judge the URL to which it redirects";
        }
        return "requests are not validated at all, for invalid ones succeed too";
    }

    private static Optional<String> type(List<Answer> errors) {
        if (all(errors, error -> error.errorType().isEmpty())) {
            return Optional.of("No error bears its type: neither the header X-Amzn-Errortype nor __type or code in the"
                    + " body is there" + standsIn(errors, Diagnosis::isTypeName) + ". Every rule that expects a certain"
                    + " error breaks by this alone.");
        }
        return all(errors, error -> error.header("X-Amzn-Errortype").isEmpty())
                ? Optional.of("Every error bears its type in the body alone, and clients look for it in the header"
                        + " X-Amzn-Errortype first.")
                : Optional.empty();
    }

    private static Optional<String> message(List<Answer> errors) {
        return all(errors, error -> error.message().isEmpty())
                ? Optional.of("No error has a message where clients look for it, which is the member message of a JSON"
                        + " object" + standsIn(errors, text -> text.contains(" ")) + ".")
                : Optional.empty();
    }

    private Optional<String> mediaType() {
        List<String> types = operations.stream()
                .flatMap(operation -> answers(operation).stream())
                .filter(answer -> answer.body().length > 0)
                .map(answer -> answer.header("Content-Type")
                        .orElse("")
                        .split(";", 2)[0]
                        .strip())
                .toList();
        boolean wrong = types.size() >= ENOUGH
                && types.stream().distinct().count() == 1
                && !types.get(0).toLowerCase(Locale.ROOT).endsWith("json");
        return wrong
                ? Optional.of("Every body is declared as "
                        + (types.get(0).isEmpty() ? "nothing, for there is no Content-Type" : types.get(0))
                        + ", and clients expect application/json.")
                : Optional.empty();
    }

    private static boolean all(List<Answer> errors, Predicate<Answer> what) {
        return errors.size() >= ENOUGH && errors.stream().allMatch(what);
    }

    /** The one member of every error body whose text is what was looked for, if there is one. */
    private static String standsIn(List<Answer> errors, Predicate<String> text) {
        Set<String> members = new TreeSet<>(members(errors.get(0), text));
        errors.forEach(error -> members.retainAll(members(error, text)));
        return members.isEmpty() ? "" : "; it seems to stand in the member " + String.join(" or ", members);
    }

    private static Set<String> members(Answer error, Predicate<String> text) {
        return error.object().stream()
                .flatMap(object -> object.properties().stream())
                .filter(member -> member.getValue().isTextual()
                        && text.test(member.getValue().asText()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isTypeName(String text) {
        return text.matches("[\\w.#:/-]*(?:Exception|Error|Fault)");
    }
}
