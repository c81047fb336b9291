package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has changed between two contracts. */
final class Changes {
    private final Facts before;
    private final Facts after;
    private final Impact impact;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Facts before, Facts after) {
        this.before = before;
        this.after = after;
        impact = new Impact(before, after);
    }

    /** The changes between two documents, in the order of the later one; what is gone comes last. */
    static List<Change> between(Document released, Document present) {
        Changes changes = new Changes(new Facts(released), new Facts(present));
        changes.after.all().forEach(changes::present);
        changes.before.all().forEach(changes::gone);
        return List.copyOf(changes.changes);
    }

    private void present(Fact now) {
        Optional<Fact> then = before.like(now);
        if (then.isPresent()) {
            if (!then.get().value().equals(now.value())) {
                String values = "was " + then.get().value() + " and is " + now.value();
                add(now, impact.ofValue(then.get(), now), now.name(), values);
            }
        } else if (!before.hasOperationOf(now)) {
            if (now.aspect().equals("path")) {
                operation(now);
            }
        } else if (now.side() != Side.OPERATION && !isError(now) && !before.hasElementOf(now)) {
            if (now.aspect().equals("type")) {
                String member = "is a new " + (after.requires(now) ? "required " : "") + "member of the " + owner(now);
                add(now, impact.ofMember(now), now.element(), member);
            }
        } else {
            add(now, impact.ofAddition(now), now.name(), "is new" + told(": ", now));
        }
    }

    private void operation(Fact path) {
        Optional<String> old = before.servedAt(path.value()).filter(name -> !after.hasOperation(name));
        add(
                path,
                old.isPresent() ? Level.MAJOR : Level.MINOR,
                path.element(),
                old.map(name -> "is the new name of " + name).orElse("is a new operation"));
    }

    private void gone(Fact then) {
        if (after.like(then).isPresent()) {
            return;
        }
        if (!after.hasOperationOf(then)) {
            if (then.aspect().equals("path") && after.servedAt(then.value()).isEmpty()) {
                add(then, Level.MAJOR, then.element(), "is gone");
            }
        } else if (!isError(then) && !after.hasElementOf(then)) {
            if (then.aspect().equals("type")) {
                add(then, Level.MAJOR, then.element(), "is gone from the " + owner(then));
            }
        } else {
            add(then, impact.ofRemoval(then), then.name(), "is gone" + told(", and was ", then));
        }
    }

    private void add(Fact fact, Level level, String element, String text) {
        String reason = level == Level.MAJOR ? ": " + Impact.reason(fact.side()) : "";
        changes.add(new Change(fact.place(), level, element, text + reason));
    }

    /** Whether it is an error of an operation, which has no members of its own. */
    private static boolean isError(Fact fact) {
        return fact.side() == Side.ERROR && !fact.operation().equals(ContractFacts.ERROR);
    }

    private static String told(String before, Fact fact) {
        boolean said = fact.value().equals(ContractFacts.THERE) || fact.aspect().equals("required");
        return said ? "" : before + fact.value();
    }

    private static String owner(Fact fact) {
        return switch (fact.side()) {
            case OPERATION, REQUEST -> "request";
            case RESPONSE -> "answer";
            case ERROR -> "errors";
        };
    }
}
