package io.github.appflowkit.conformance.rule;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads rules from parsed features and holds them to the catalogue's grammar: a rule has an id, one level, one
 * evidence, the version it came with, a source and at least one scenario; no scenario stands outside a rule; no tag is unknown.
 */
final class RuleReader {
    private static final String RULE = "@rule:";
    private static final String COVERS = "@covers:";
    private static final String NEEDS = "@needs:";
    private static final String ON = "@on:";
    private static final String SINCE = "@since:";
    private static final String EVERY_ANSWER = "@every-answer";
    private static final String SOURCE = "Source:";
    private static final String LIKELY_CAUSE = "Likely cause";
    private static final Pattern CAUSE = Pattern.compile(LIKELY_CAUSE + "(?: of ([^:]+))?: (.+)");

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private final Set<String> operations;

    RuleReader(Set<String> operations) {
        this.operations = operations;
    }

    List<Rule> rules() {
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        return rules;
    }

    void read(GherkinDocument document) {
        String uri = document.getUri().orElse("feature");
        Feature feature = document.getFeature().orElseThrow();
        feature.getTags()
                .forEach(tag -> problem(uri, tag.getLocation(), "tag " + tag.getName() + " is unknown on a feature"));
        feature.getChildren().forEach(child -> {
            child.getScenario()
                    .ifPresent(s -> problem(uri, s.getLocation(), "scenario \"" + s.getName() + "\" is in no rule"));
            child.getRule().ifPresent(rule -> read(uri, feature.getName(), rule));
        });
    }

    private void read(String uri, String feature, io.cucumber.messages.types.Rule rule) {
        Location at = rule.getLocation();
        List<String> tags = rule.getTags().stream().map(Tag::getName).toList();
        tags.stream()
                .filter(tag -> !known(tag))
                .forEach(tag -> problem(uri, at, "tag " + tag + " is unknown on a rule"));

        List<String> id = values(tags, RULE);
        List<Level> level = Arrays.stream(Level.values())
                .filter(l -> tags.contains("@" + l.label()))
                .toList();
        List<Evidence> evidence = Arrays.stream(Evidence.values())
                .filter(e -> tags.contains("@" + e.label()))
                .toList();
        List<String> since = values(tags, SINCE);
        List<String> sources = paragraphs(rule.getDescription(), SOURCE);
        List<String> causes = paragraphs(rule.getDescription(), LIKELY_CAUSE);
        List<Rule.Scenario> scenarios = rule.getChildren().stream()
                .map(RuleChild::getScenario)
                .flatMap(scenario -> scenario.stream())
                .map(scenario -> scenario(uri, scenario))
                .toList();

        one(uri, at, id, RULE + "<id>");
        one(uri, at, level, "level (@must, @should or @may)");
        one(uri, at, evidence, "evidence (@documented, @sample, @protocol, @client or @decision)");
        one(uri, at, since, SINCE + "<version>");
        if (sources.isEmpty()) {
            problem(uri, at, "rule has no \"" + SOURCE + "\" in its description");
        }
        causes.stream()
                .filter(cause -> !CAUSE.matcher(cause).matches())
                .forEach(cause -> problem(
                        uri,
                        at,
                        "\"" + LIKELY_CAUSE + ":\" or \"" + LIKELY_CAUSE + " of 200 or 404:\" is needed instead of \""
                                + cause + "\""));
        if (scenarios.isEmpty()) {
            problem(uri, at, "rule has no scenario");
        }
        if (id.size() == 1 && !ids.add(id.get(0))) {
            problem(uri, at, "rule id " + id.get(0) + " is there twice");
        }
        if (problems.isEmpty()) {
            rules.add(new Rule(
                    id.get(0),
                    rule.getName(),
                    level.get(0),
                    evidence.get(0),
                    since.get(0),
                    sources.get(0).substring(SOURCE.length()).strip(),
                    causes.stream().map(RuleReader::likelyCause).toList(),
                    values(tags, COVERS),
                    feature,
                    tags.contains(EVERY_ANSWER),
                    allTags(rule),
                    scenarios));
        }
    }

    private static Set<String> allTags(io.cucumber.messages.types.Rule rule) {
        Stream<Tag> ofScenarios = rule.getChildren().stream()
                .flatMap(child -> child.getScenario().stream())
                .flatMap(scenario -> scenario.getTags().stream());
        return Stream.concat(rule.getTags().stream(), ofScenarios)
                .map(Tag::getName)
                .collect(Collectors.toSet());
    }

    private Rule.Scenario scenario(String uri, io.cucumber.messages.types.Scenario scenario) {
        List<String> tags = scenario.getTags().stream().map(Tag::getName).toList();
        tags.stream()
                .filter(tag -> need(tag).isEmpty() && !isOperation(tag))
                .forEach(tag -> problem(uri, scenario.getLocation(), "tag " + tag + " is unknown on a scenario"));
        scenario.getExamples().stream()
                .flatMap(examples -> examples.getTags().stream())
                .map(Tag::getName)
                .filter(tag -> !isOperation(tag))
                .forEach(tag -> problem(uri, scenario.getLocation(), "tag " + tag + " is unknown on examples"));
        if (scenario.getSteps().isEmpty()) {
            problem(uri, scenario.getLocation(), "scenario \"" + scenario.getName() + "\" has no step");
        }
        List<String> steps = scenario.getSteps().stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(step.getKeyword() + step.getText()),
                        step.getDocString().stream()
                                .flatMap(doc -> doc.getContent().lines().map(line -> "    " + line))))
                .toList();
        return new Rule.Scenario(
                scenario.getName(),
                steps,
                tags.stream().flatMap(tag -> need(tag).stream()).toList(),
                examples(scenario));
    }

    /** The operations that each run of a scenario needs: it runs once, or once a row of its examples. */
    private static List<Set<String>> examples(io.cucumber.messages.types.Scenario scenario) {
        if (scenario.getExamples().isEmpty()) {
            return List.of(operations(scenario.getTags().stream()));
        }
        return scenario.getExamples().stream()
                .flatMap(examples -> Collections.nCopies(
                        examples.getTableBody().size(),
                        operations(Stream.concat(scenario.getTags().stream(), examples.getTags().stream())))
                        .stream())
                .toList();
    }

    private static Set<String> operations(Stream<Tag> tags) {
        return Set.copyOf(values(tags.map(Tag::getName).toList(), ON));
    }

    private boolean isOperation(String tag) {
        return tag.startsWith(ON) && operations.contains(tag.substring(ON.length()));
    }

    private static Optional<Need> need(String tag) {
        return tag.startsWith(NEEDS) ? Need.of(tag.substring(NEEDS.length())) : Optional.empty();
    }

    private static boolean known(String tag) {
        return tag.startsWith(RULE)
                || tag.startsWith(COVERS)
                || tag.matches(SINCE + "\\d+\\.\\d+")
                || tag.equals(EVERY_ANSWER)
                || Arrays.stream(Level.values()).anyMatch(level -> tag.equals("@" + level.label()))
                || Arrays.stream(Evidence.values()).anyMatch(evidence -> tag.equals("@" + evidence.label()));
    }

    private static List<String> values(List<String> tags, String prefix) {
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }

    private static LikelyCause likelyCause(String paragraph) {
        Matcher cause = CAUSE.matcher(paragraph);
        cause.matches();
        return new LikelyCause(
                cause.group(1) == null ? List.of() : List.of(cause.group(1).split(" or ")), cause.group(2));
    }

    /** The paragraphs that begin with a heading, each on one line: they end at the next heading or at an empty line. */
    private static List<String> paragraphs(String description, String heading) {
        return Arrays.stream(description.split("\n\\s*(?=\n|" + SOURCE + "|" + LIKELY_CAUSE + ")"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s*\n\\s*", " "))
                .filter(paragraph -> paragraph.startsWith(heading))
                .toList();
    }

    private void one(String uri, Location at, List<?> found, String what) {
        if (found.size() != 1) {
            problem(uri, at, "rule has " + found.size() + " tags for its " + what + ", and needs one");
        }
    }

    private void problem(String uri, Location at, String what) {
        problems.add(uri + ":" + at.getLine() + ": " + what);
    }
}
