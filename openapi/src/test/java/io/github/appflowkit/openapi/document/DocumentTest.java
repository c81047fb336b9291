package io.github.appflowkit.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a document knows its place, and what is no document is told in one line. */
class DocumentTest {
    @Test
    void a_part_knows_its_line_and_its_column() {
        Sound sound = Sound.contract();
        Document document = sound.document();

        Part pattern = document.find("#/components/schemas/StartFlowRequest/properties/flowName/pattern")
                .orElseThrow();

        assertThat(pattern.text()).isEqualTo("^[a-z]+$");
        assertThat(pattern.place()).hasToString(sound.place("pattern: '^[a-z]+$'"));
    }

    @Test
    void a_reference_is_followed_and_a_circle_leads_nowhere() {
        Document document = Document.of(
                "a.yaml",
                "a: {$ref: '#/b'}\nb: {$ref: '#/c~1d'}\nc/d: {e: f}\n" + "x: {$ref: '#/y'}\ny: {$ref: '#/x'}\n");

        assertThat(document.resolve(document.root().get("a").orElseThrow())
                        .orElseThrow()
                        .textOf("e"))
                .isEqualTo("f");
        assertThat(document.resolve(document.root().get("x").orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [b\\nc: d      | a.yaml:2:2: not YAML: while parsing a flow sequence that begins at a.yaml:1:4, expected ',' or ']', but got :
            a: "b\\nc: d\\n    | a.yaml:3:1: not YAML: while scanning a quoted scalar that begins at a.yaml:1:4, found unexpected end of stream
            a: b: c          | a.yaml:1:5: not YAML: mapping values are not allowed here
            a: 1\\nb: 2\\na: 3 | a.yaml:3:1: 'a' is here for the second time: remove or merge one
            a: &x b          | a.yaml:1:4: an anchor is not followed by every reader: write $ref instead
            - a              | a.yaml:1:1: a mapping is needed here, and this is a list
            [a]: b           | a.yaml:1:1: a name is needed here
            # nothing        | a.yaml: the file is empty
            """)
    void what_is_no_document_is_told_in_one_line(String text, String told) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Document.of("a.yaml", text.replace("\\n", "\n")))
                .withMessage(told);
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_one_line(@TempDir Path folder) throws IOException {
        Path bytes = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xc3, 0x28});

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Document.read(folder.resolve("none.yaml"), "none.yaml"))
                .withMessage("none.yaml: there is no such file");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Document.read(folder, "folder"))
                .withMessage("folder: a file is needed, and this is a folder");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Document.read(bytes, "b.yaml"))
                .withMessage("b.yaml: the file is not UTF-8 text");
    }
}
