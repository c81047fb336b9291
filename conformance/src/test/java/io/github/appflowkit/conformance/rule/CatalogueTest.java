package io.github.appflowkit.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String RULE = """
            Feature: StopFlow

              @rule:stop-flow.one @must @documented @since:1.0 @covers:StopFlow
              Rule: A flow is stopped
                Source: the page,
                on two lines.
                Likely cause of 200 or 5xx: it is
                not looked at.
                Likely cause: nobody knows.

                @needs:scheduled-flow @on:StopFlow
                Scenario: It stops
                  Given the nightly flow runs on a schedule
            """;

    @Test
    void the_suite_has_a_rule_for_every_part_of_the_contract() {
        assertThat(Catalogue.load().rules())
                .hasSizeGreaterThan(90)
                .extracting(Rule::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_feature_of_the_folder_is_read() throws Exception {
        Path folder = Path.of(Catalogue.class
                        .getClassLoader()
                        .getResource("features/wire.feature")
                        .toURI())
                .getParent();
        try (Stream<Path> features = Files.list(folder)) {
            assertThat(features.map(feature -> "features/" + feature.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(Catalogue.FEATURES);
        }
    }

    @Test
    void a_rule_is_read_with_all_that_its_block_says() throws IOException {
        Rule rule = catalogue(RULE).rules().get(0);

        assertThat(rule.id()).isEqualTo("stop-flow.one");
        assertThat(rule.sentence()).isEqualTo("A flow is stopped");
        assertThat(rule.level()).isEqualTo(Level.MUST);
        assertThat(rule.evidence()).isEqualTo(Evidence.DOCUMENTED);
        assertThat(rule.source()).isEqualTo("the page, on two lines.");
        assertThat(rule.likelyCauses())
                .containsExactly(
                        new LikelyCause(List.of("200", "5xx"), "it is not looked at."),
                        new LikelyCause(List.of(), "nobody knows."));
        assertThat(rule.likelyCause()).isEqualTo("on 200 or 5xx: it is not looked at. nobody knows.");
        assertThat(rule.covers()).containsExactly("StopFlow");
        assertThat(rule.scenarios())
                .containsExactly(new Rule.Scenario(
                        "It stops",
                        List.of("Given the nightly flow runs on a schedule"),
                        List.of(Need.SCHEDULED_FLOW),
                        List.of(Set.of("StopFlow"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@rule:stop-flow.one | @on:StopFlow | 4: rule has 0 tags for its @rule:<id>, and needs one",
                "@must @documented | @must @should @documented | 4: rule has 2 tags for its level",
                "@since:1.0 | @since:soon | 4: tag @since:soon is unknown on a rule",
                "@since:1.0 | @covers:StopFlow.200 | 4: rule has 0 tags for its @since:<version>, and needs one",
                "@documented | @rumoured | 4: tag @rumoured is unknown on a rule",
                "@needs:scheduled-flow | @needs:luck | 12: tag @needs:luck is unknown on a scenario",
                "Source: the page | See the page | 4: rule has no \"Source:\" in its description",
                "Likely cause: nobody | Likely cause is: nobody | 4: \"Likely cause:\" or \"Likely cause of 200 or 404:\"",
                "Given the nightly flow runs on a schedule | '' | 12: scenario \"It stops\" has no step"
            })
    void what_breaks_the_grammar_is_told_with_its_line(String right, String wrong, String problem) {
        assertThatThrownBy(() -> catalogue(RULE.replace(right, wrong)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("test.feature:" + problem);
    }

    @Test
    void a_rule_without_a_scenario_is_told() {
        String alone = RULE.substring(0, RULE.indexOf("    @needs"));

        assertThatThrownBy(() -> catalogue(alone)).hasMessageContaining("test.feature:4: rule has no scenario");
    }

    @Test
    void a_scenario_outside_a_rule_is_told() {
        String outside = "Feature: StopFlow\n\n  Scenario: It stops\n    Given the nightly flow runs on a schedule\n";

        assertThatThrownBy(() -> catalogue(outside))
                .hasMessageContaining("test.feature:3: scenario \"It stops\" is in no rule");
    }

    @Test
    void an_id_that_is_there_twice_is_told() {
        String twice = RULE + RULE.substring(RULE.indexOf("  @rule"));

        assertThatThrownBy(() -> catalogue(twice)).hasMessageContaining("rule id stop-flow.one is there twice");
    }

    @Test
    void what_is_not_gherkin_is_told_with_its_line() {
        assertThatThrownBy(
                        () -> catalogue("Feature: StopFlow\n  Rule: x\n    Scenario: x\n      Given y\n  Feature: z\n"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("test.feature(5:3)");
    }

    @Test
    void a_glob_selects_rules() {
        assertThat(Catalogue.load().matching("stop-flow.name-*"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.id()).startsWith("stop-flow.name-"));
        assertThat(Catalogue.load().matching("stop-flow.name")).isEmpty();
    }

    private static Catalogue catalogue(String feature) throws IOException {
        return Catalogue.of(List.of(
                Catalogue.parse("test.feature", new ByteArrayInputStream(feature.getBytes(StandardCharsets.UTF_8)))));
    }
}
