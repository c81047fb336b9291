package io.github.appflowkit.conformance.rule;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every rule of the suite, read from the {@code Rule:} blocks of the features: there is no second list. */
public final class Catalogue {
    /** The features, in the order in which reports show them. */
    public static final List<String> FEATURES =
            List.of("features/delete-connector-profile.feature", "features/stop-flow.feature", "features/wire.feature");

    /** The version of the rule set: no rule is newer. */
    public static final String RULE_SET = "1.0";

    private final List<Rule> rules;

    private Catalogue(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the suite's own features.
     *
     * @throws CatalogueException if a feature does not follow the catalogue's grammar
     */
    public static Catalogue load() {
        return of(FEATURES.stream().map(Catalogue::read).toList());
    }

    /** Reads a catalogue from parsed features. */
    static Catalogue of(List<Envelope> documents) {
        RuleReader reader = new RuleReader(Contract.load().operations().keySet());
        documents.forEach(document -> reader.read(document.getGherkinDocument().orElseThrow()));
        return new Catalogue(reader.rules());
    }

    private static Envelope read(String feature) {
        try (InputStream in = Catalogue.class.getClassLoader().getResourceAsStream(feature)) {
            if (in == null) {
                throw new CatalogueException(List.of(feature + ": not on the class path"));
            }
            return parse(feature, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Envelope parse(String name, InputStream in) throws IOException {
        List<Envelope> parsed = GherkinParser.builder()
                .includeSource(false)
                .includePickles(false)
                .build()
                .parse(name, in)
                .toList();
        List<String> errors = new ArrayList<>();
        parsed.forEach(envelope -> envelope.getParseError().ifPresent(e -> errors.add(name + e.getMessage())));
        if (!errors.isEmpty()) {
            throw new CatalogueException(errors);
        }
        return parsed.get(0);
    }

    /** All rules, in the order of the features. */
    public List<Rule> rules() {
        return rules;
    }

    /** The versions of the rule set that some rule came with, and that of the whole set; the newest last. */
    public List<String> versions() {
        return Stream.concat(rules.stream().map(Rule::since), Stream.of(RULE_SET))
                .distinct()
                .sorted(Comparator.comparing(Version::parse))
                .toList();
    }

    /** The rule of this id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * The rules whose id matches a glob, in which {@code *} stands for any characters.
     *
     * @param glob such as {@code stop-flow.*}
     */
    public List<Rule> matching(String glob) {
        Predicate<String> matches = glob(glob);
        return rules.stream().filter(rule -> matches.test(rule.id())).toList();
    }

    /** A predicate for ids from a glob, in which {@code *} stands for any characters. */
    public static Predicate<String> glob(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q")).asMatchPredicate();
    }
}
