package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An endpoint that does everything as the contract says, except where a decision was replaced. It listens from its
 * making until it is closed.
 */
public final class RightEndpoint implements AutoCloseable {

    private static final int MAX_BODY = 1024 * 1024;

    private final Decisions decisions = new Decisions();
    private final World world = new World();
    private final ControlApi control;
    private final boolean controlled;
    private final Map<String, Operation> operations = new HashMap<>();
    private final WireServer server;

    /** Starts one that offers the two operations and the state control API. */
    public RightEndpoint() {
        this(decisions -> {});
    }

    /** Lets {@code change} replace decisions first; it offers the other operations too. */
    RightEndpoint(Consumer<Decisions> change) {
        this(change, true, world -> new Siblings(world, Set.of(), "Active", "Draft").operations());
    }

    private RightEndpoint(
            Consumer<Decisions> change, boolean controlled, Function<World, Map<String, Operation>> further) {
        change.accept(decisions);
        this.controlled = controlled;
        Map<String, Operation> judged = new AppFlow(decisions, world).operations();
        this.control = new ControlApi(world, judged.values().stream().map(Operation::name));
        operations.putAll(further.apply(world));
        operations.putAll(judged);
        this.server = new WireServer(this::answer);
    }

    /** Starts one that offers the two operations and nothing else: no control API, no other operation. */
    public static RightEndpoint alone() {
        return alone(decisions -> {});
    }

    /** Lets {@code change} replace decisions first. */
    static RightEndpoint alone(Consumer<Decisions> change) {
        return new RightEndpoint(change, false, world -> Map.of());
    }

    /**
     * Starts one without a control API, whose other operations make, start, show and delete profiles and flows.
     *
     * @param refused the connector types and trigger types, such as {@code Singular} and {@code Event}, that it does
     *     not take, and the operations, such as {@code DeleteFlow}, that it does not offer
     */
    public static RightEndpoint withSiblings(String... refused) {
        return withSiblings("Active", "Draft", refused);
    }

    /** Starts one of the same, whose flows begin as drafts, those on demand too. */
    public static RightEndpoint withSiblingsAndDrafts(String... refused) {
        return withSiblings("Draft", "Draft", refused);
    }

    /** Starts one of the same, whose flows need no start. */
    public static RightEndpoint withSiblingsAndActiveFlows(String... refused) {
        return withSiblings("Active", "Active", refused);
    }

    private static RightEndpoint withSiblings(String onDemand, String others, String... refused) {
        return new RightEndpoint(
                decisions -> {}, false, world -> new Siblings(world, Set.of(refused), onDemand, others).operations());
    }

    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        if (controlled && request.path().startsWith(ControlApi.PATH)) {
            return control.answer(request);
        }
        return decisions.around.orRefusal(request, this::serve);
    }

    private Answer serve(Request request) {
        UUID id = UUID.randomUUID();
        ObjectNode entry = Json.object()
                .put("requestId", id.toString())
                .put("time", Instant.now().toString());
        long start = System.nanoTime();
        Answer answer;
        try {
            answer = operate(request, entry);
        } catch (Refusal refusal) {
            answer = Answer.of(refusal);
        }
        if (entry.has("operation")) {
            entry.put("status", answer.status());
            if (answer.isError()) {
                entry.put("errorType", answer.header(Answer.ERROR_TYPE));
            }
            entry.put("micros", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            synchronized (world) {
                world.note(entry);
            }
        }
        return answer.identified(id);
    }

    /** Carries a request out, and writes down for the journal what it turns out to be. */
    private Answer operate(Request request, ObjectNode entry) {
        Operation operation = route(request);
        Scope scope = decisions.scope.apply(request);
        entry.put("operation", operation.name()).put("account", scope.account()).put("region", scope.region());
        checkMediaTypes(request);
        ObjectNode input = decisions.body.apply(decisions.json, request.body());
        if (input.path(operation.nameMember()).isTextual()) {
            entry.set("name", input.get(operation.nameMember()));
        }
        synchronized (world) {
            return operation.action().answer(scope, input);
        }
    }

    private Operation route(Request request) {
        Operation operation = operations.get(request.path().replaceFirst("(?<=.)/$", ""));
        if (operation == null) {
            throw new Refusal(404, "UnknownOperationException", "There is no operation at this path.");
        }
        if (!request.method().equals("POST")) {
            throw new Refusal(405, "UnknownOperationException", "Operations are called with POST.");
        }
        return operation;
    }

    private void checkMediaTypes(Request request) {
        if (request.body().length > MAX_BODY) {
            throw new Refusal(413, "RequestEntityTooLargeException", "The body is too long.");
        }
        String contentType = request.header("Content-Type");
        boolean nothingSent = contentType == null && request.body().length == 0;
        if (!nothingSent && !decisions.contentType.test(contentType)) {
            throw new Refusal(415, "UnsupportedMediaTypeException", "Requests are sent as application/json.");
        }
        if (!decisions.accept.test(request.header("Accept"))) {
            throw new Refusal(406, "NotAcceptableException", "Answers are given as application/json.");
        }
    }
}
