package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a maintainer is told who breaks the contract itself: one line, with the file and the place, before anything is generated. */
class BrokenContractTest {
    @TempDir
    private Path folder;

    @Test
    void broken_yaml() throws IOException {
        assertTold(
                "  /stop-flow:",
                "  /stop-flow",
                "    post:\n      operationId: StopFlow",
                8,
                "not YAML: while scanning a simple key");
    }

    @Test
    void a_reference_that_leads_nowhere() throws IOException {
        assertTold(
                "headers/RequestId'\n          content:",
                "headers/RequestID'\n          content:",
                "$ref: '#/components/headers/RequestID'",
                0,
                "$ref '#/components/headers/RequestID' leads nowhere in this file; did you mean"
                        + " '#/components/headers/RequestId'?");
    }

    @Test
    void a_pattern_that_is_none() throws IOException {
        assertTold(
                "'^[a-zA-Z0-9][",
                "'^[a-zA-Z0-9][[",
                "pattern: '^[a-zA-Z0-9][[",
                0,
                "StopFlowRequest.flowName: the pattern '^[a-zA-Z0-9][[\\w!@#.-]+$' is no regular expression: unclosed"
                        + " character class");
    }

    @Test
    void an_error_that_only_the_description_still_names() throws IOException {
        assertTold(
                ", UnsupportedOperationException]",
                "]",
                "description: >-\n        Deactivates",
                0,
                "StopFlow: the description names UnsupportedOperationException, and no response does");
    }

    private void assertTold(String words, String others, String at, int further, String told) throws IOException {
        CopiedProject project = new CopiedProject(folder);
        String contract = Files.readString(Path.of("appflow.yaml"));
        String broken = contract.replaceFirst(Pattern.quote(words), Matcher.quoteReplacement(others));
        assertThat(broken).isNotEqualTo(contract);
        project.write("openapi/appflow.yaml", broken);
        project.write("openapi/control.yaml", Files.readString(Path.of("control.yaml")));

        assertThat(project.run("check").err())
                .singleElement()
                .asString()
                .startsWith(place(broken, at, further) + ": ")
                .contains(told);
    }

    private static String place(String text, String words, int further) {
        String before = text.substring(0, text.indexOf(words));
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n') + further;
        return "openapi/appflow.yaml:" + line + ":" + column;
    }
}
