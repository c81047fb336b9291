package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the rules says what the features say. */
class RulePageTest {
    @Test
    void the_page_is_what_the_features_give() throws IOException {
        assertThat(Files.readString(Path.of("RULES.md")))
                .as(
                        "conformance/RULES.md is not what the features say: write it anew with 'mvn -q -DskipTests package &&"
                                + " conformance/bin/appflow-conformance list --format md > conformance/RULES.md'")
                .isEqualTo(new RuleList(Catalogue.load().rules()).text(Format.MD) + "\n");
    }
}
