package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells of a scenario's first call what can be told without making it: its operation, and its body where a step names it. */
final class RequestSketch {
    private static final Pattern WHEN = Pattern.compile("When (.+)");
    private static final Pattern BODY = Pattern.compile("[Tt]he body (\\{.*\\}|<\\w+>)");
    private static final Pattern RESOURCE = Pattern.compile("^(?:[Tt]he )?(.+?) (?:is|are) (?:deleted|stopped)\\b(.*)");
    private static final Pattern FORCE = Pattern.compile("with forceDelete (\\S+)");

    private final Contract contract;

    RequestSketch(Contract contract) {
        this.contract = contract;
    }

    /** Method, path and body; empty for a scenario that sends nothing of its own, or no call of one operation. */
    Optional<String> of(Rule.Scenario scenario) {
        List<String> steps = scenario.steps();
        return steps.stream()
                .map(WHEN::matcher)
                .filter(Matcher::matches)
                .map(when -> when.group(1))
                .findFirst()
                .flatMap(when -> operation(when, steps).map(operation -> sketch(operation, when, steps)));
    }

    private Optional<Operation> operation(String when, List<String> steps) {
        String told = when.contains(" deleted") || when.contains("that deletes")
                ? "DeleteConnectorProfile"
                : when.contains(" stopped") || when.contains("that stops") ? "StopFlow" : named(when, steps);
        return Optional.ofNullable(contract.operations().get(told));
    }

    /** The operation that the step names, or that an earlier one names if it speaks of "it". */
    private String named(String when, List<String> steps) {
        String text = when.startsWith("it ") ? String.join(" ", steps) : when;
        List<String> names =
                contract.operations().keySet().stream().filter(text::contains).toList();
        return names.size() == 1 ? names.get(0) : "";
    }

    private static String sketch(Operation operation, String when, List<String> steps) {
        return (operation.method() + " " + operation.path() + " " + body(operation, when, steps)).strip();
    }

    private static String body(Operation operation, String when, List<String> steps) {
        Matcher stated = BODY.matcher(when);
        if (stated.find()) {
            return stated.group(1);
        }
        if (when.equals(operation.id() + " is sent")) {
            return docString(steps, "When " + when);
        }
        Matcher resource = RESOURCE.matcher(when);
        if (!resource.find()) {
            return "";
        }
        Matcher force = FORCE.matcher(resource.group(2));
        boolean forced = force.find();
        String members = forced ? ", \"forceDelete\": " + force.group(1) : "";
        return "{\"" + operation.nameMember().name() + "\": " + name(resource.group(1)) + members + "}";
    }

    /** A name that is quoted stands for itself, any other for the resource that the run makes. */
    private static String name(String role) {
        int quote = role.indexOf('"');
        return quote < 0 ? "\"<name of the " + role + ">\"" : role.substring(quote);
    }

    private static String docString(List<String> steps, String step) {
        return steps.stream()
                .flatMap(String::lines)
                .dropWhile(line -> !line.equals(step))
                .skip(1)
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
