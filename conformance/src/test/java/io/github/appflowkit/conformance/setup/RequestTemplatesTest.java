package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.file.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.appflow.model.ConnectorType;
import software.amazon.awssdk.services.appflow.model.CreateConnectorProfileRequest;
import software.amazon.awssdk.services.appflow.model.CreateFlowRequest;
import software.amazon.awssdk.services.appflow.model.DestinationFlowConfig;

class RequestTemplatesTest {
    @TempDir
    private Path folder;

    @Test
    void a_profile_is_of_a_connector_without_a_vendor_url() {
        CreateConnectorProfileRequest request = standard().connectorProfile("sales");

        assertThat(request.connectorProfileName()).isEqualTo("sales");
        assertThat(request.connectorType()).isEqualTo(ConnectorType.SINGULAR);
        assertThat(request.connectorProfileConfig()
                        .connectorProfileCredentials()
                        .singular()
                        .apiKey())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Flow.Trigger.class)
    void a_flow_without_profiles_uses_none(Flow.Trigger trigger) {
        CreateFlowRequest request = standard().flow(Flow.active("nightly", "us-east-1", trigger));

        assertThat(request.flowName()).isEqualTo("nightly");
        assertThat(request.triggerConfig().triggerTypeAsString()).isEqualTo(trigger.name());
        assertThat(request.sourceFlowConfig().connectorProfileName()).isNull();
        assertThat(request.destinationFlowConfigList())
                .singleElement()
                .extracting(DestinationFlowConfig::connectorProfileName)
                .isNull();
        assertThat(request.tasks()).isNotEmpty();
    }

    @Test
    void a_flow_names_every_profile_that_it_uses() {
        CreateFlowRequest request = standard()
                .flow(Flow.active("nightly", "us-east-1", Flow.Trigger.Scheduled)
                        .readingFrom("sales")
                        .writingTo(List.of("archive", "mirror")));

        assertThat(request.sourceFlowConfig().connectorProfileName()).isEqualTo("sales");
        assertThat(request.destinationFlowConfigList())
                .extracting(DestinationFlowConfig::connectorProfileName)
                .containsExactly("archive", "mirror");
    }

    @Test
    void a_file_of_the_user_replaces_a_standard_one_and_the_others_stay() throws IOException {
        Files.writeString(
                folder.resolve("source.json"),
                "{\"connectorType\": \"Marketo\", \"connectorProfileName\": \"p-${profile}\","
                        + " \"sourceConnectorProperties\": {\"Marketo\": {\"object\": \"leads\"}}}");
        CreateFlowRequest request = RequestTemplates.load(Optional.of(folder))
                .flow(Flow.active("nightly", "us-east-1", Flow.Trigger.Event).readingFrom("sales"));

        assertThat(request.sourceFlowConfig().connectorType()).isEqualTo(ConnectorType.MARKETO);
        assertThat(request.sourceFlowConfig().connectorProfileName()).isEqualTo("p-sales");
        assertThat(request.destinationFlowConfigList()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "connector-profile.json | `{\"connectorProfileName\": \"${name}\",}` | line 1, column 36: not JSON",
                "connector-profile.json | `{\"connectorProfileName\": \"${name}\", \"conectorType\": \"S3\"}`"
                        + " | /conectorType: there is no such member; the known ones are connectorProfileName",
                "connector-profile.json | `{\"connectorProfileName\": \"${nam}\"}` | the placeholder ${nam} is unknown; this file has ${name}",
                "connector-profile.json | `{\"connectorProfileName\": \"sales\"}` | it needs the placeholder ${name}",
                "connector-profile.json | `{\"connectorProfileName\": \"${name}\", \"connectorType\": 1}` | /connectorType: a string is needed",
                "source.json | `{\"connectorProfileName\": \"${profile}\", \"sourceConnectorProperties\": {\"Singular\": {\"objekt\": \"\"}}}`"
                        + " | /sourceConnectorProperties/Singular/objekt: there is no such member; the known ones are object",
                "destination-without-profile.json | `[]` | an object is needed",
                "flow-event.json | `{\"flowName\": \"${name}\", \"sourceFlowConfig\": \"${source}\", \"destinationFlowConfigList\": \"${destinations}\", \"tasks\": {}}`"
                        + " | /tasks: an array is needed"
            })
    void a_template_that_cannot_be_used_is_told_with_file_and_place(String file, String text, String message)
            throws IOException {
        Files.writeString(folder.resolve(file), text);

        assertThatThrownBy(() -> RequestTemplates.load(Optional.of(folder)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(folder.resolve(file) + ": " + message)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> RequestTemplates.load(Optional.of(folder.resolve("none"))))
                .hasMessage(folder.resolve("none") + ": there is no such folder");
    }

    private static RequestTemplates standard() {
        return RequestTemplates.load(Optional.empty());
    }
}
