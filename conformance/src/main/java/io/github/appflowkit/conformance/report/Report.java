package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run found, as {@code report.json} holds it and as every other report shows it. Its texts are masked, and hold
 * nothing that a terminal or a browser would act on.
 *
 * @param kind what sort of document it is
 * @param format the version of the document's form, such as {@code 1.0}
 * @param suite the suite that judged
 * @param contract what the endpoint was held against
 * @param target the endpoint
 * @param started when the run began, in ISO 8601
 * @param seconds how long it took
 * @param seed the seed of the names
 * @param setup the rung of the setup ladder
 * @param settings the other settings of the run
 * @param exitCode what the verdicts come to
 * @param summary how many rules there were, how many were judged, how many have each verdict, and how many exchanges
 * @param remarks what is to be said of the endpoint or of the run as a whole
 * @param endedEarly why the run ended before every rule was judged; null if it did not
 * @param staleBaseline the lines of the baseline that have to go, each with the reason
 * @param leftBehind what could not be removed from the endpoint, and why
 * @param coverage the elements of the contract, each with the ids of the rules of this run that cover it
 * @param serverTests the elements of the contract, each with the names of the reference server's tests of it
 * @param rules the verdicts, in the order of the catalogue
 */
public record Report(
        String kind,
        String format,
        Suite suite,
        Contract contract,
        Target target,
        String started,
        double seconds,
        long seed,
        String setup,
        Settings settings,
        int exitCode,
        Map<String, Long> summary,
        List<String> remarks,
        String endedEarly,
        List<String> staleBaseline,
        List<String> leftBehind,
        Map<String, List<String>> coverage,
        Map<String, List<String>> serverTests,
        List<RuleEntry> rules) {
    /** What {@code kind} says in every report. */
    static final String KIND = "appflow-conformance-report";

    /** The version of the form; its major part rises when a reader must change. */
    static final String FORMAT = "1.0";

    public Report {
        summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
        remarks = List.copyOf(remarks);
        staleBaseline = List.copyOf(staleBaseline);
        leftBehind = List.copyOf(leftBehind);
        coverage = Collections.unmodifiableMap(new LinkedHashMap<>(coverage));
        // Reports of before know of none.
        serverTests = serverTests == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(serverTests));
        rules = List.copyOf(rules);
    }

    /** The suite that judged. */
    public record Suite(String version) {}

    /** The contract's version and the SHA-256 of its document. */
    public record Contract(String version, String sha256) {}

    /** The endpoint's URL and the region of the signatures. */
    public record Target(String endpoint, String region) {}

    /**
     * How the run was made, besides its seed and its rung.
     *
     * @param ruleSet the version of the rule set whose rules can fail the run
     * @param requireJudged which share of the must and should rules has to be judged, in percent
     */
    public record Settings(int workers, boolean signed, boolean strict, String ruleSet, int requireJudged) {}

    /** The rules with one of these verdicts. */
    List<RuleEntry> with(Verdict... verdicts) {
        return rules.stream()
                .filter(rule -> Arrays.asList(verdicts).contains(rule.verdict()))
                .toList();
    }

    /** Whether it tells of no rule more than that it could not be judged. */
    boolean judgedNothing() {
        return notJudged().size() == rules.size();
    }

    /** The broken rules that no baseline knows of. */
    List<RuleEntry> newlyBroken() {
        return with(Verdict.FAILED, Verdict.WARNED).stream()
                .filter(rule -> rule.known() == null)
                .toList();
    }

    /** The rules that fail the run. */
    List<RuleEntry> failing() {
        return rules.stream().filter(RuleEntry::fails).toList();
    }

    /** The rules that could not be judged. */
    List<RuleEntry> notJudged() {
        return with(Verdict.UNTESTABLE, Verdict.NOT_ROUTED);
    }

    /** The broken rules that the baseline knows of. */
    List<RuleEntry> known() {
        return rules.stream().filter(rule -> rule.known() != null).toList();
    }

    /** The rules that a repeated run judged differently. */
    List<RuleEntry> flaky() {
        return rules.stream().filter(rule -> !rule.flaky().isEmpty()).toList();
    }

    /** How many must and should rules there were. */
    long binding() {
        return rules.stream().filter(rule -> rule.level() != Level.MAY).count();
    }

    /** The features of the rules, in their order. */
    List<String> features() {
        return rules.stream().map(RuleEntry::feature).distinct().toList();
    }

    /** The counts of the verdicts of rules that occur, in words, such as {@code 12 passed, 1 failed}. */
    static String counts(List<RuleEntry> rules) {
        List<String> counts = new ArrayList<>();
        Stream.of(Verdict.values()).forEach(verdict -> {
            long count =
                    rules.stream().filter(rule -> rule.verdict() == verdict).count();
            if (count > 0) {
                counts.add(count + " " + words(verdict));
            }
        });
        return String.join(", ", counts);
    }

    /** A verdict as people read it. */
    static String words(Verdict verdict) {
        return verdict == Verdict.NOT_ROUTED ? "not routed" : verdict.label();
    }
}
