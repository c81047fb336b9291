package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which names may be somebody else's. */
class SampleNamesTest {
    private static final Pattern IN_QUOTES = Pattern.compile("the (?:profile|flow) \"([^\"]+)\"");

    @Test
    void every_name_that_a_scenario_gives_in_quotes_is_known_as_a_samples() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String feature : Catalogue.FEATURES) {
            Matcher matcher = IN_QUOTES.matcher(read(feature));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }

        assertThat(names).contains("testMarketoProfile").allMatch(SampleNames::contains);
    }

    private static String read(String feature) throws IOException {
        try (InputStream in = Catalogue.class.getClassLoader().getResourceAsStream(feature)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
