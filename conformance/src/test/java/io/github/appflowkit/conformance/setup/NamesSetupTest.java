package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Flow.Trigger;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Broken;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesSetupTest {
    private static final String REGION = "us-east-1";

    @TempDir
    private Path folder;

    @Test
    void an_existing_flow_of_the_same_kind_and_state_stands_in() throws IOException {
        NamesSetup names = names("flows: [{name: by-hand, trigger: OnDemand, expendable: true},"
                + " {name: stopped, trigger: Scheduled, status: Suspended, expendable: true},"
                + " {name: mine, trigger: Scheduled}, {name: nightly, trigger: Scheduled, expendable: true}]");

        names.put(flow("a"));

        assertThat(names.nameOf("a")).isEqualTo("nightly");
        assertThat(names.nameOf("other")).isEqualTo("other");
    }

    @Test
    void a_profile_changes_hands_once_a_flow_is_to_use_it() throws IOException {
        NamesSetup names = names("connectorProfiles: [{name: unused, expendable: true}, {name: one, expendable: true},"
                + " {name: two, expendable: true}]\n"
                + "flows: [{name: f1, trigger: Scheduled, source: one, expendable: true},"
                + " {name: f2, trigger: Scheduled, source: two, expendable: true},"
                + " {name: f3, trigger: Scheduled, source: two, expendable: true}]");

        names.put(new Profile("sales", REGION));
        assertThat(names.nameOf("sales")).isEqualTo("unused");
        names.put(flow("a").readingFrom("sales"));
        assertThat(names.nameOf("sales")).isEqualTo("one");
        names.put(flow("b").readingFrom("sales"));

        assertThat(names.nameOf("sales")).isEqualTo("two");
        assertThat(List.of(names.nameOf("a"), names.nameOf("b"))).containsExactly("f2", "f3");
    }

    @Test
    void destinations_count_like_sources() throws IOException {
        NamesSetup names = names("connectorProfiles: [{name: x, expendable: true}, {name: y, expendable: true}]\n"
                + "flows: [{name: f1, trigger: Scheduled, destinations: [y, x], expendable: true}]");

        names.put(new Profile("archive", REGION));
        names.put(new Profile("mirror", REGION));
        names.put(flow("a").writingTo(List.of("archive", "mirror")));

        assertThat(List.of(names.nameOf("archive"), names.nameOf("mirror"))).containsExactly("y", "x");
    }

    @Test
    void what_a_request_mentioned_stays_where_it_is() throws IOException {
        NamesSetup names =
                names("connectorProfiles: [{name: unused, expendable: true}, {name: one, expendable: true}]\n"
                        + "flows: [{name: f1, trigger: Scheduled, source: one, expendable: true}]");
        names.put(new Profile("sales", REGION));
        names.sending(stop("unused"));

        assertThatThrownBy(() -> names.put(flow("a").readingFrom("sales")))
                .isInstanceOf(Untestable.class)
                .hasMessage("no expendable Scheduled flow that is Active and reads from such a profile is left in "
                        + file() + " in the region us-east-1: add one");
    }

    @Test
    void a_profile_that_other_flows_use_is_not_mentioned_as_an_unused_one() throws IOException {
        NamesSetup names = names("connectorProfiles: [{name: one, expendable: true}]\n"
                + "flows: [{name: f1, trigger: Scheduled, source: one, expendable: true}]");
        names.put(new Profile("sales", REGION));

        assertThatThrownBy(() -> names.sending(stop("one")))
                .isInstanceOf(Untestable.class)
                .hasMessageContaining("that the flows of the scenario use, and no others");
    }

    @Test
    void what_is_not_expendable_is_never_mentioned() throws IOException {
        NamesSetup names = names("connectorProfiles: [{name: crm}]\nflows: [{name: mine, trigger: Scheduled}]");

        assertThatThrownBy(() -> names.sending(stop("mine")))
                .isInstanceOf(Untestable.class)
                .hasMessage("the flow mine is not marked as expendable in " + file());
        assertThatThrownBy(() -> names.sending(stop("crm")))
                .hasMessage("the profile crm is not marked as expendable in " + file());
        assertThatCode(() -> names.sending(stop("mine-2"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIGHTLY", "nightly-2", "nightly2", "x-nightly", "x/nightly", "night"})
    void what_is_only_like_the_name_of_what_stands_in_may_be_somebodys(String like) throws IOException {
        NamesSetup names = names("flows: [{name: nightly, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));

        assertThatThrownBy(() -> names.sending(stop(like)))
                .isInstanceOf(Untestable.class)
                .hasMessage("the request names " + like + " in us-east-1, which may be somebody's: " + file()
                        + " marks only the exact resource as expendable, the flow nightly in us-east-1");
        assertThatCode(() -> names.sending(stop("nightly"))).doesNotThrowAnyException();
        assertThatCode(() -> names.sending(stop("none-4k2j9x0q1m7z"))).doesNotThrowAnyException();
    }

    @Test
    void what_stands_in_is_mentioned_neither_in_another_region_nor_by_another_caller() throws IOException {
        NamesSetup names = names("flows: [{name: nightly, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));

        assertThatThrownBy(() -> names.sending(stop("nightly").inRegion("eu-west-1")))
                .isInstanceOf(Untestable.class)
                .hasMessageContaining("names nightly in eu-west-1, which may be somebody's: ");
        assertThatThrownBy(() -> names.sending(stop("nightly").bySecondAccount()))
                .isInstanceOf(Untestable.class)
                .hasMessageContaining("names nightly in us-east-1 for a second account, which may be somebody's: ");
    }

    @Test
    void another_resource_that_is_expendable_may_be_mentioned_and_is_then_used_up() throws IOException {
        NamesSetup names = names("connectorProfiles: [{name: nightly-crm, expendable: true}]\n"
                + "flows: [{name: nightly, trigger: Scheduled, expendable: true},"
                + " {name: NIGHTLY, trigger: Event, expendable: true},"
                + " {name: nightly, region: eu-west-1, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));

        assertThatCode(() -> names.sending(stop("nightly-crm"))).doesNotThrowAnyException();
        assertThatCode(() -> names.sending(stop("nightly").inRegion("eu-west-1")))
                .doesNotThrowAnyException();
        names.sending(stop("NIGHTLY"));
        names.sent(answered(stop("NIGHTLY"), 200));

        assertThat(names.usedUp()).contains("the flow NIGHTLY in us-east-1");
    }

    @Test
    void a_profile_does_not_give_away_a_flow_of_its_name() throws IOException {
        NamesSetup names = names("connectorProfiles: [{name: NIGHTLY, expendable: true}]\n"
                + "flows: [{name: nightly, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));

        assertThatThrownBy(() -> names.sending(stop("NIGHTLY"))).isInstanceOf(Untestable.class);
    }

    @Test
    void what_was_mentioned_is_used_up_when_sending_fails() throws IOException {
        NamesSetup names = names("flows: [{name: nightly, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));
        Sender failing = (Sender) Proxy.newProxyInstance(
                Sender.class.getClassLoader(), new Class<?>[] {Sender.class}, (proxy, method, arguments) -> {
                    throw new Untestable("the run ends");
                });

        assertThatThrownBy(() -> new WatchedSender(failing, names).sendRaw(stop("nightly")))
                .hasMessage("the run ends");

        assertThat(names.usedUp()).containsExactly("the flow nightly in us-east-1");
    }

    @Test
    void what_the_endpoint_took_or_may_have_taken_is_used_up() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true},"
                + " {name: f2, trigger: Scheduled, expendable: true}]");
        exchange(names, "a", 400);
        names.put(flow("b"));
        assertThat(names.nameOf("b")).isEqualTo("f1");
        names.remove(flow("b"));

        exchange(names, "c", 200);
        exchange(names, "d", 500);

        assertThat(names.usedUp()).containsExactly("the flow f1 in us-east-1", "the flow f2 in us-east-1");
        assertThatThrownBy(() -> names.put(flow("e")))
                .hasMessage("no expendable Scheduled flow that is Active is left in " + file()
                        + " in the region us-east-1: add one");
    }

    @Test
    void what_the_endpoint_does_not_find_is_missing_and_not_the_endpoints_fault() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");

        assertThatThrownBy(() -> exchange(names, "a", 404))
                .isInstanceOf(Untestable.class)
                .hasMessage("the endpoint does not find f1, which is in " + file() + ": 404 without an error type");
        assertThat(names.usedUp()).isEmpty();
        assertThatThrownBy(() -> names.put(flow("b"))).hasMessageContaining("is left in " + file());
    }

    @Test
    void what_is_not_found_after_a_refused_request_was_perhaps_never_there() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));
        names.sending(stop("f1"));
        names.sent(answered(stop("f1"), 400));
        names.sending(stop("f1"));

        assertThatThrownBy(() -> names.sent(answered(stop("f1"), 404)))
                .isInstanceOf(Untestable.class)
                .hasMessageStartingWith("the endpoint does not find f1");
    }

    @Test
    void what_was_there_and_is_not_found_then_is_the_endpoints_doing() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));
        names.sending(stop("f1"));
        names.sent(answered(stop("f1"), 200));
        names.sending(stop("f1"));

        assertThatCode(() -> names.sent(answered(stop("f1"), 404))).doesNotThrowAnyException();
    }

    @Test
    void a_request_by_another_method_tells_nothing_of_what_is_there() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));
        Request other = stop("f1").withMethod("PUT");
        names.sending(other);

        assertThatCode(() -> names.sent(answered(other, 404))).doesNotThrowAnyException();
    }

    @Test
    void what_has_no_whole_answer_may_have_been_taken() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));
        names.sending(stop("f1"));

        names.sent(new Exchange(stop("f1"), List.of(), null, new Broken(true, true, false, "late"), 1));

        assertThat(names.usedUp()).containsExactly("the flow f1 in us-east-1");
    }

    @Test
    void what_stood_in_once_is_not_made_anew() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");
        names.put(flow("a"));

        assertThatThrownBy(() -> names.put(flow("a")))
                .isInstanceOf(Untestable.class)
                .hasMessage("an existing resource cannot be made anew once it was stopped or deleted");
    }

    @Test
    void a_sample_needs_a_resource_of_its_own_name() throws IOException {
        NamesSetup names = names("flows: [{name: f1, trigger: Scheduled, expendable: true}]");

        assertThatThrownBy(() -> names.put(flow("name")))
                .hasMessage("no expendable Scheduled flow that is Active, called name, is left in " + file()
                        + " in the region us-east-1: add one");
    }

    @Test
    void needs_that_the_file_cannot_serve_are_told_with_what_to_add() throws IOException {
        NamesSetup names =
                names("flows: [{name: f1, trigger: Scheduled, expendable: true}," + " {name: f2, trigger: Event}]");

        assertThat(names.lacks(Need.SCHEDULED_FLOW)).isEmpty();
        assertThat(names.lacks(Need.EVENT_FLOW))
                .hasValue("no expendable Event flow that is Active is in " + file() + ": add one");
        assertThat(names.lacks(Need.PROFILE)).hasValue("no expendable profile is in " + file() + ": add one");
        assertThat(names.lacks(Need.PLANNED_ERROR)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | the document: a map of connectorProfiles and flows is needed",
                "flow: [] | the document: flow is unknown; the known members are connectorProfiles, flows",
                "flows: {} | flows: a list is needed",
                "flows: [{trigger: Event}] | flows[0].name: a name is needed",
                "flows: [{name: mine}] | flows[0].trigger: OnDemand, Scheduled or Event is needed",
                "flows: [{name: mine, trigger: Event, status: Idle}] | flows[0].status: Idle is none of Active",
                "flows: [{name: mine, trigger: Event, expendable: yes please}] | flows[0].expendable: true or false is needed",
                "flows: [{name: 'a b', trigger: Event}] | flows[0].name: a b cannot be a flowName, which matches ",
                "connectorProfiles: [{name: crm, region: US}] | connectorProfiles[0].region: US is no region, such as us-east-1",
                "flows: [{name: mine, trigger: Event, destinations: crm}] | flows[0].destinations: a list is needed",
                "connectorProfiles: [{name: 1}] | connectorProfiles[0].name: a text is needed; put 1 in quotes",
                "connectorProfiles: [{name: a, expendible: true}] | connectorProfiles[0]: expendible is unknown",
                "connectorProfiles: [{name: a}, {name: a}] | the profile a in us-east-1 is there twice",
                "flows: [ | line 1: neither YAML nor JSON: expected the node content, but found '<stream end>'"
            })
    void a_file_that_cannot_be_used_is_told_with_its_place(String text, String message) {
        assertThatThrownBy(() -> names(text))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(file() + ": " + message)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_tab_is_told_with_its_own_line() {
        assertThatThrownBy(() -> names("flows:\n\t- {name: mine}\n")).hasMessageContaining("line 2: ", "TAB");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_with_the_reason() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), "# für".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ExistingResources.read(file(), REGION)).hasMessage(file() + ": there is no such file");
        assertThatThrownBy(() -> ExistingResources.read(folder, REGION))
                .hasMessage(folder + ": a file is needed, and this is a folder");
        assertThatThrownBy(() -> ExistingResources.read(latin, REGION))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(latin + ": the file is not UTF-8 text");
    }

    @Test
    void that_hundreds_of_profiles_have_no_flow_left_is_found_out_soon() throws IOException {
        StringBuilder profiles = new StringBuilder("connectorProfiles:\n");
        StringBuilder flows = new StringBuilder("flows:\n");
        for (int i = 0; i < 200; i++) {
            profiles.append("- {name: crm-" + i + ", expendable: true}\n");
            flows.append("- {name: flow-" + i + ", trigger: Scheduled, source: crm-" + i + ", expendable: true}\n");
        }
        NamesSetup names = names(profiles.toString() + flows);
        for (int i = 0; i < 200; i++) {
            names.mayHaveChanged(stop("flow-" + i));
        }
        names.put(new Profile("sales", REGION));
        names.put(new Profile("archive", REGION));

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> names.put(flow("a").readingFrom("sales")))
                        .isInstanceOf(Untestable.class));
    }

    private NamesSetup names(String text) throws IOException {
        Files.writeString(file(), text);
        return new NamesSetup(ExistingResources.read(file(), REGION), Set.of("/stop-flow"));
    }

    private Path file() {
        return folder.resolve("names.yaml");
    }

    private static Flow flow(String name) {
        return Flow.active(name, REGION, Trigger.Scheduled);
    }

    /** A scenario that wants a flow and stops it. */
    private static void exchange(NamesSetup names, String role, int status) {
        names.put(flow(role));
        Request request = stop(names.nameOf(role));
        names.sending(request);
        try {
            names.sent(answered(request, status));
        } finally {
            names.remove(flow(role));
        }
    }

    private static Exchange answered(Request request, int status) {
        return new Exchange(request, List.of(), new Answer("HTTP/1.1", status, List.of(), new byte[0]), null, 1);
    }

    private static Request stop(String name) {
        return new Request("POST", "/stop-flow", List.of(), null, REGION).withBody("{\"flowName\": \"" + name + "\"}");
    }
}
