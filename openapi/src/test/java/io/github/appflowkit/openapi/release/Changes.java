package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return merged(changes.changes);
    }

    /** What one place says of several, as that of a component does, changes once. */
    private static List<Change> merged(List<Change> changes) {
        Map<Change, List<Change>> alike = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> new Change(change.place(), change.level(), "", change.text()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream().map(Changes::first).toList();
    }

    private static Change first(List<Change> alike) {
        Change first = alike.get(0);
        String others = alike.size() == 1 ? "" : " (and " + (alike.size() - 1) + " like it)";
        return new Change(first.place(), first.level(), first.element() + others, first.text());
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
                add(now, Level.MINOR, now.element(), "is a new operation");
            }
        } else if (comesOrGoes(now, before)) {
            if (isTold(now, after, before)) {
                String kind = (after.requires(now) ? "required " : "")
                        + Subject.of(now).noun();
                String what = "is a new " + kind + " of the " + Subject.of(now).whole();
                add(now, impact.ofSubject(now), now.element(), what);
            }
        } else {
            add(now, impact.ofAddition(now), now.name(), "is new" + told(": ", now));
        }
    }

    private void gone(Fact then) {
        if (after.like(then).isPresent()) {
            return;
        }
        if (!after.hasOperationOf(then)) {
            if (then.aspect().equals("path")) {
                add(then, Level.MAJOR, then.element(), "is gone");
            }
        } else if (comesOrGoes(then, after)) {
            if (isTold(then, before, after)) {
                add(
                        then,
                        Level.MAJOR,
                        then.element(),
                        "is gone from the " + Subject.of(then).whole());
            }
        } else {
            add(then, impact.ofRemoval(then), then.name(), "is gone" + told(", and was ", then));
        }
    }

    /** Whether a fact is about what is not there in the other contract as a whole. */
    private static boolean comesOrGoes(Fact fact, Facts other) {
        boolean isError = fact.side() == Side.ERROR && !fact.operation().equals(ContractFacts.ERROR);
        return !isError && !other.has(Subject.of(fact));
    }

    /** What comes and goes is told once, and with what it is a part of; an error's answer, with the error. */
    private static boolean isTold(Fact fact, Facts own, Facts other) {
        Subject subject = Subject.of(fact);
        return own.isFirst(fact)
                && !subject.isContent()
                && !fact.aspect().equals("status")
                && subject.owner().map(other::has).orElse(true);
    }

    private void add(Fact fact, Level level, String element, String text) {
        String reason = level == Level.MAJOR ? ": " + Impact.reason(fact) : "";
        changes.add(new Change(fact.place(), level, element, text + reason));
    }

    private static String told(String before, Fact fact) {
        boolean said = fact.value().equals(ContractFacts.THERE) || fact.aspect().equals("required");
        return said ? "" : before + fact.value();
    }
}
