package io.github.appflowkit.server.junit;

import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.ServedRequest;
import java.util.List;
import java.util.stream.Collectors;

/** The calls of one operation for one resource; says what was called instead where they are not as they should be. */
public final class Calls {
    private final Operation operation;
    private final String name;
    private final List<ServedRequest> all;

    Calls(Operation operation, String name, List<ServedRequest> all) {
        this.operation = operation;
        this.name = name;
        this.all = all;
    }

    /** The calls, oldest first. */
    public List<ServedRequest> requests() {
        return all.stream()
                .filter(request -> request.operation() == operation && name.equals(request.resource()))
                .toList();
    }

    /** Fails unless there was exactly one, whatever its answer. */
    public void once() {
        times(1);
    }

    /** Fails if there was one. */
    public void never() {
        times(0);
    }

    /** Fails unless there were so many, whatever their answers. */
    public void times(int expected) {
        int actual = requests().size();
        if (actual != expected) {
            throw new AssertionError("%s should have been called %s for '%s', and was called %s. %s"
                    .formatted(operation, word(expected), name, word(actual), seen()));
        }
    }

    private String seen() {
        return all.isEmpty()
                ? "Nothing was called at all."
                : all.stream().map(Calls::line).collect(Collectors.joining("\n  ", "What was called:\n  ", ""));
    }

    private static String line(ServedRequest request) {
        return "%s for %s in %s: %s%s"
                .formatted(
                        request.operation(),
                        request.resource() == null ? "a name that could not be read" : "'" + request.resource() + "'",
                        request.caller(),
                        request.status() == 0 ? "no answer" : request.status(),
                        request.errorType() == null ? "" : " " + request.errorType());
    }

    private static String word(int count) {
        return count == 0 ? "never" : count == 1 ? "once" : count + " times";
    }
}
