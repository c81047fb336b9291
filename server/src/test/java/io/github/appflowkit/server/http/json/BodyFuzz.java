package io.github.appflowkit.server.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.contract.control.model.ConnectorProfileState;
import io.github.appflowkit.contract.control.model.FlowState;
import io.github.appflowkit.contract.control.model.PlannedFault;
import io.github.appflowkit.contract.control.model.ResourceSelector;
import io.github.appflowkit.contract.model.DeleteConnectorProfileRequest;
import io.github.appflowkit.contract.model.StopFlowRequest;
import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.fuzz.Flaw;
import io.github.appflowkit.server.http.error.ConstraintMessages;
import io.github.appflowkit.server.http.error.ErrorAnswer;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import io.github.appflowkit.server.http.state.FaultForm;
import io.github.appflowkit.server.http.state.StateForm;
import io.github.appflowkit.server.problem.Problem;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Any bytes as a request's body, of the kind that the first byte picks: refused as documented, or read for what they
 * say.
 */
public final class BodyFuzz {
    private static final List<Class<?>> KINDS = List.of(
            DeleteConnectorProfileRequest.class,
            StopFlowRequest.class,
            ConnectorProfileState.class,
            FlowState.class,
            ResourceSelector.class,
            PlannedFault.class);
    private static final ObjectMapper MAPPER = Mappers.body();
    private static final JsonBodyReader READER =
            new JsonBodyReader(MAPPER, new BoundedBody(100_000, Duration.ofMinutes(1)));
    private static final ContractValidator VALIDATOR = new ContractValidator();
    private static final StateForm STATE = new StateForm(TestServer.DEFAULTS);
    private static final FaultForm FAULT = new FaultForm(TestServer.DEFAULTS);

    private BodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        Class<?> kind = KINDS.get(Math.floorMod(input[0] - 'a', KINDS.size()));
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        try {
            Object accepted = VALIDATOR.requireValid(read(kind, body));
            requireSaid(accepted, body);
            Flaw.unless(
                    accepted.equals(read(kind, MAPPER.writeValueAsBytes(accepted))), "It is not what it is written as");
            requireTranslated(accepted);
        } catch (RefusedRequest refusal) {
            Flaw.unless(refusal.type() == ErrorType.SERIALIZATION, "It is refused as " + refusal.type());
            requirePlain(new ErrorAnswer(refusal.type(), refusal.getMessage()), body);
        } catch (ConstraintViolationException refusal) {
            String message = ConstraintMessages.summary(refusal.getConstraintViolations());
            requirePlain(new ErrorAnswer(ErrorType.VALIDATION, message), body);
        } catch (Problem refusal) {
            requirePlain(new ErrorAnswer(ErrorType.of(refusal.kind()), refusal.getMessage()), body);
        }
    }

    @SuppressWarnings("unchecked") // As Jersey does.
    private static Object read(Class<?> kind, byte[] body) throws IOException {
        return READER.readFrom(
                (Class<Object>) kind,
                kind,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(body));
    }

    /** Holds what was read against what a plain reader of JSON finds. */
    private static void requireSaid(Object accepted, byte[] body) throws IOException {
        JsonNode said = new ObjectMapper().readTree(body);
        JsonNode read = MAPPER.valueToTree(accepted);
        for (Map.Entry<String, JsonNode> member : read.properties()) {
            JsonNode value = member.getValue();
            if (value.isTextual() || value.isBoolean()) {
                Flaw.unless(
                        value.asText().equals(said.path(member.getKey()).asText()),
                        member.getKey() + " was read as " + value);
            }
        }
    }

    private static void requireTranslated(Object accepted) {
        if (accepted instanceof FlowState form) {
            Flow flow = STATE.flow(form);
            Flaw.unless(flow.equals(STATE.flow(StateForm.of(flow))), "The flow changes");
        } else if (accepted instanceof PlannedFault form) {
            FaultPlan plan = FAULT.plan(form);
            Flaw.unless(FaultForm.of(plan).equals(FaultForm.of(FAULT.plan(FaultForm.of(plan)))), "The fault changes");
        }
    }

    private static void requirePlain(ErrorAnswer answer, byte[] body) throws IOException {
        Flaw.unless(
                answer.type().status() == 400, "It is answered " + answer.type().status());
        JsonNode error = new ObjectMapper().readTree(answer.body());
        Flaw.unless(!error.path("message").asText().isEmpty(), "There is no message");
        Flaw.ifInternals(answer.message(), new String(body, StandardCharsets.UTF_8));
    }
}
