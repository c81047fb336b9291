package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract and a model of AWS's say in words of their own is held against each other by its meaning. */
class CompareFormsTest {
    @TempDir
    private Path folder;

    private ComparedProject compared;

    @BeforeEach
    void copy() throws IOException {
        compared = new ComparedProject(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {type: object, maxProperties: 5, additionalProperties: {type: integer}} ; "type": "map", "key": {"shape": "RunId"}, "value": {"shape": "Count"}, "max": 5
            {type: array, maxItems: 5, items: {type: integer}} ; "type": "list", "member": {"shape": "Count"}, "max": 5
            {type: number}                                     ; "type": "timestamp"
            {type: string, format: date-time}                  ; "type": "timestamp", "timestampFormat": "iso8601"
            {type: string, format: byte}                       ; "type": "blob"
            {type: number, minimum: 1.0}                       ; "type": "double", "min": 1
            {type: number, minimum: 1}                         ; "type": "double", "min": 1.0
            {type: string, maxLength: 5, pattern: '^(?:[a-z]+|x)$'} ; "type": "string", "max": 5, "pattern": "[a-z]+|x"
            {type: string, maxLength: 5, pattern: '^a\\$$'}    ; "type": "string", "max": 5, "pattern": "a\\\\$"
            """)
    void botocore_says_the_same(String schema, String shape) throws IOException {
        contract(schema);

        assertAlike(compared.compare(
                "botocore.json",
                "\"mode\": {\"shape\": \"Mode\"},",
                "\"mode\": {\"shape\": \"Mode\"}, \"extra\": {\"shape\": \"Extra\"},",
                "\"Priority\": {",
                "\"Count\": {\"type\": \"integer\"}, \"Extra\": {" + shape + "}, \"Priority\": {"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {type: object, maxProperties: 5, additionalProperties: {type: integer}} ; "type": "map", "value": {"target": "smithy.api#Integer"} ; "smithy.api#length": {"max": 5}
            {type: array, maxItems: 5, items: {type: integer}} ; "type": "list", "member": {"target": "smithy.api#Integer"} ; "smithy.api#length": {"max": 5}
            {type: array, uniqueItems: true, items: {type: integer}} ; "type": "set", "member": {"target": "smithy.api#Integer"} ; ``
            {type: array, uniqueItems: true, items: {type: integer}} ; "type": "list", "member": {"target": "smithy.api#Integer"} ; "smithy.api#uniqueItems": {}
            {type: number}                                     ; "type": "timestamp"  ; ``
            {type: string, format: date-time}                  ; "type": "timestamp"  ; "smithy.api#timestampFormat": "date-time"
            {type: string, format: byte}                       ; "type": "blob"       ; ``
            {type: number, minimum: 1}                         ; "type": "double"     ; "smithy.api#range": {"min": 1.0}
            {type: string, maxLength: 5, pattern: '^.*(?:a|b).*$'} ; "type": "string" ; "smithy.api#length": {"max": 5}, "smithy.api#pattern": "a|b"
            """)
    void smithy_says_the_same(String schema, String shape, String traits) throws IOException {
        contract(schema);

        assertAlike(compared.compare(
                "smithy.json",
                "\"mode\": {\"target\": \"example#Mode\"},",
                "\"mode\": {\"target\": \"example#Mode\"}, \"extra\": {\"target\": \"example#Extra\"},",
                "\"example#Mode\": {",
                "\"example#Extra\": {" + shape + ", \"traits\": {" + traits + "}}, \"example#Mode\": {"));
    }

    private void contract(String schema) throws IOException {
        compared.project()
                .contract(Sound.contract()
                        .with(
                                "        mode:\n",
                                "        extra:\n          $ref: '#/components/schemas/Extra'\n        mode:\n")
                        .with(
                                "    ErrorResponse:\n",
                                "    Extra: {description: New., " + schema.substring(1) + "\n    ErrorResponse:\n"));
    }

    private static void assertAlike(CopiedProject.Said said) {
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).noneMatch(line -> line.startsWith("DIFFERENT"));
        assertThat(said.code()).isZero();
    }
}
