package io.github.appflowkit.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.run.RunOptions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** By which rules an endpoint is judged. */
final class SelectionOptions {
    private static final Pattern TAG = Pattern.compile("@[^\\s()]+");

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            description =
                    "Judge this operation alone, such as StopFlow. Repeatable. Default: every one of the contract.")
    private List<String> operationNames = List.of();

    @Option(
            names = "--rule",
            paramLabel = "GLOB",
            description = "Judge by the rules whose ids match, such as 'stop-flow.*'. Repeatable. Default: all.")
    private List<String> globs = List.of();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Judge by the rules whose tags match a Cucumber tag expression, such as '@must and not"
                    + " @decision'. There are @must, @should, @may, @documented, @sample, @protocol, @client, @decision,"
                    + " @needs:NEED, @on:OPERATION, @covers:ELEMENT and @since:VERSION. Default: all.")
    private String tags;

    /** The options, checked. */
    RunOptions.Selection resolve(Contract contract, Catalogue catalogue) {
        List<Operation> operations = operations(contract);
        List<Rule> rules = matching(globs, catalogue).stream()
                .filter(tagged(catalogue))
                .filter(rule -> operations.stream().anyMatch(operation -> rule.concerns(operation, contract)))
                .toList();
        if (rules.isEmpty()) {
            throw nothingLeft();
        }
        return new RunOptions.Selection(operations, rules);
    }

    /** The rules whose ids match one of these globs, each of which has to match some; all rules without any. */
    static List<Rule> matching(List<String> globs, Catalogue catalogue) {
        for (String glob : globs) {
            if (catalogue.matching(glob).isEmpty()) {
                List<String> ids = catalogue.rules().stream().map(Rule::id).toList();
                throw new UsageException(
                        "--rule",
                        glob,
                        "matches no rule: 'appflow-conformance list' shows them all" + Nearest.question(glob, ids));
            }
        }
        return catalogue.rules().stream()
                .filter(rule -> globs.isEmpty()
                        || globs.stream().anyMatch(glob -> Catalogue.glob(glob).test(rule.id())))
                .toList();
    }

    private UsageException nothingLeft() {
        return tags != null && globs.isEmpty() && operationNames.isEmpty()
                ? new UsageException("--tags", tags, "matches no rule")
                : new UsageException("--rule, --tags and --operation together leave no rule");
    }

    private Predicate<Rule> tagged(Catalogue catalogue) {
        if (tags == null) {
            return rule -> true;
        }
        Set<String> known =
                catalogue.rules().stream().flatMap(rule -> rule.tags().stream()).collect(Collectors.toSet());
        TAG.matcher(tags)
                .results()
                .map(MatchResult::group)
                .filter(tag -> !known.contains(tag))
                .findFirst()
                .ifPresent(tag -> {
                    throw new UsageException("--tags", tags, "names " + tag + ", which no rule has");
                });
        try {
            Expression expression = TagExpressionParser.parse(tags);
            return rule -> expression.evaluate(List.copyOf(rule.tags()));
        } catch (TagExpressionException e) {
            throw new UsageException("--tags", tags, "is not a tag expression such as '@must and not @decision'");
        }
    }

    private List<Operation> operations(Contract contract) {
        operationNames.stream()
                .filter(name -> !contract.operations().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UsageException(
                            "--operation",
                            name,
                            "is none of "
                                    + String.join(", ", contract.operations().keySet()));
                });
        return contract.operations().values().stream()
                .filter(operation -> operationNames.isEmpty() || operationNames.contains(operation.id()))
                .toList();
    }
}
