package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report.html} in a real browser. Where there is none, the build says that these tests did not run. */
class ReportPageIT {
    private static final String TAB = "\ue004";
    private static final String ENTER = "\ue007";
    private static final String SPACE = " ";
    private static final String VISIBLE_RULES =
            "return Array.from(document.querySelectorAll('tr.rule')).filter(rule => rule.offsetParent !== null)"
                    + ".map(rule => rule.querySelector('.id').textContent)";

    private static final Optional<String> MISSING = Browser.missing();

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static String red;
    private static String green;

    @BeforeAll
    static void start() throws IOException {
        if (MISSING.isPresent()) {
            System.err.println("SKIPPED: report.html was not tested in a browser: " + MISSING.get());
            return;
        }
        Reports.write(SampleReports.report(SampleReports.red()), folder.resolve("red"));
        Reports.write(SampleReports.report(SampleReports.green()), folder.resolve("green"));
        RunResult broken = SampleReports.inShort(SampleReports.red());
        write("error", broken);
        write(
                "broken",
                broken.withRules(broken.rules().stream()
                        .filter(rule -> rule.verdict() != Verdict.ERROR)
                        .toList()));
        write("right", SampleReports.inShort(SampleReports.green()));
        red = folder.resolve("red/report.html").toUri().toString();
        green = folder.resolve("green/report.html").toUri().toString();
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void begin() {
        // Here and not where the browser starts, so that each test is counted as skipped.
        assumeTrue(MISSING.isEmpty(), () -> "report.html was not tested in a browser: " + MISSING.get());
        browser.open("about:blank");
        browser.colours("light", "screen");
        browser.width(1280, 900);
        browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    @Test
    void nothing_but_the_page_itself_is_requested_and_its_policy_is_kept() {
        browser.requested();
        browser.console();

        browser.open(red);

        assertThat(browser.requested()).containsExactly(red);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void what_an_endpoint_answers_is_text_alone() {
        browser.open(red);

        assertThat(browser.run("return document.scripts.length").asInt()).isEqualTo(1);
        assertThat(browser.run("return document.images.length").asInt()).isZero();
        assertThat(text("#wire\\\\.request-id pre:nth-of-type(2)"))
                .contains("</script><script>alert('x')</script>", "\\u0000\\u001b[31m", "{{headline}}");
    }

    @ParameterizedTest
    @CsvSource({"light,360", "dark,1280"})
    void people_with_a_screen_reader_or_weak_eyes_find_everything(String colours, int width) throws IOException {
        for (String page : List.of("error", "broken", "right")) {
            browser.open(
                    folder.resolve("short/" + page + "/report.html").toUri().toString());
            browser.colours(colours, "screen");
            browser.width(width, 900);
            browser.click("#open");
            browser.run(axe());

            JsonNode violations = browser.await("return (await axe.run()).violations.map(v => v.id + ': '"
                    + " + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))");
            assertThat(violations).as(violations.toPrettyString()).isEmpty();
        }
    }

    @Test
    void nothing_runs_over_a_narrow_window() {
        browser.width(360, 800);
        browser.open(red);
        browser.click("#open");

        assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
    }

    @Test
    void rules_are_filtered_by_verdict_level_operation_and_words() {
        browser.open(red);
        assertThat(rules()).hasSize(SampleReports.RULES.size());

        browser.click("input[value=failed]");
        assertThat(rules())
                .containsExactly(
                        "delete-profile.in-use-kept", "stop-flow.on-demand-refused", "stop-flow.unknown-refused");
        browser.click("input[name=feature][value=StopFlow]");
        assertThat(rules()).containsExactly("stop-flow.on-demand-refused", "stop-flow.unknown-refused");
        browser.click("#search");
        browser.press("d", "r", "a", "f", "t");
        assertThat(rules()).containsExactly("stop-flow.on-demand-refused");
        assertThat(text("#status")).isEqualTo("1 of " + SampleReports.RULES.size() + " rules shown");
        browser.click("input[name=level][value=should]");
        assertThat(rules()).isEmpty();
        assertThat(text("#none")).isEqualTo("No rule matches.");

        browser.click("button[type=reset]");
        browser.await("await new Promise(requestAnimationFrame)");
        assertThat(rules()).hasSize(SampleReports.RULES.size());
    }

    @Test
    void a_link_to_a_rule_opens_it() {
        browser.open(green + "#stop-flow.again");

        assertThat(open("stop-flow.again")).isTrue();
        assertThat(open("stop-flow.on-demand-refused")).isFalse();

        browser.click("input[value=observed]");
        browser.run("location.hash = '#wire.order'");
        browser.await("await new Promise(done => setTimeout(done))");
        assertThat(open("wire.order")).isTrue();
        assertThat(rules()).contains("wire.order");
    }

    @Test
    void a_link_to_a_rule_opens_it_without_scripts_too() {
        browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));

        browser.open(green + "#stop-flow.again");

        assertThat(open("stop-flow.again")).isTrue();
        assertThat(browser.run("return document.getElementById('filters').hidden")
                        .asBoolean())
                .isTrue();
        assertThat(rules()).hasSize(SampleReports.RULES.size());
    }

    @Test
    void a_keyboard_is_enough() {
        browser.open(green);

        browser.press(TAB);
        assertThat(text(":focus")).isEqualTo("Skip to the rules");
        browser.press(ENTER);
        browser.press(TAB);
        assertThat(browser.run("return document.activeElement.id").asText()).isEqualTo("search");
        browser.press(TAB, SPACE);
        assertThat(browser.run("return document.activeElement.checked").asBoolean())
                .isTrue();
        browser.run("document.querySelector('tr.rule summary').focus()");
        browser.press(ENTER);
        assertThat(open(SampleReports.RULES.get(0).id())).isTrue();
    }

    @Test
    void everything_is_open_on_paper() {
        browser.open(green);
        String hidden = "Array.from(document.querySelectorAll('.body')).filter(body => !body.checkVisibility()).length";
        assertThat(browser.run("return " + hidden).asInt()).isEqualTo(SampleReports.RULES.size());

        browser.colours("light", "print");

        browser.await("for (let i = 0; i < 100 && " + hidden + " > 0; i++) await new Promise(requestAnimationFrame)");
        assertThat(browser.run("return " + hidden).asInt()).isZero();
        assertThat(browser.run("return document.getElementById('filters').offsetParent === null")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_curl_line_is_copied() {
        browser.open(red);
        browser.command(
                "Browser.setPermission", Map.of("permission", Map.of("name", "clipboard-write"), "setting", "granted"));

        browser.click("#stop-flow\\.on-demand-refused .copy");
        browser.await("await new Promise(done => setTimeout(done, 100))");

        assertThat(text("#stop-flow\\\\.on-demand-refused .copy")).isEqualTo("Copied");
    }

    private static void write(String name, RunResult run) throws IOException {
        Reports.write(SampleReports.report(run), folder.resolve("short").resolve(name));
    }

    private static List<String> rules() {
        return StreamSupport.stream(browser.run(VISIBLE_RULES).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean open(String rule) {
        return browser.run("return document.getElementById('" + rule + "').closest('details').open")
                .asBoolean();
    }

    private static String text(String selector) {
        return browser.run("return document.querySelector(\"" + selector + "\").textContent")
                .asText();
    }

    /** The script of axe-core, from whichever version the build has. */
    private static String axe() throws IOException {
        Properties artifact = new Properties();
        artifact.load(new StringReader(resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")));
        return resource("/META-INF/resources/webjars/axe-core/" + artifact.getProperty("version") + "/axe.min.js");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPageIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
