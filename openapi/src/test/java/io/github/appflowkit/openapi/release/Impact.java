package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import java.math.BigDecimal;

/**
 * What a change does to those who rely on the contract. A client relies on that what it sends is served, and that what
 * it is answered is within the documented bounds; an implementation on that an answer that was right stays right. What
 * breaks this for either breaks the contract. What is added, a wider request too, breaks nothing, although
 * implementations have to follow.
 */
final class Impact {
    private final Facts before;
    private final Facts after;

    Impact(Facts before, Facts after) {
        this.before = before;
        this.after = after;
    }

    /** Of another value. */
    Level ofValue(Fact then, Fact now) {
        if (now.side() != Side.REQUEST) {
            return Level.MAJOR;
        }
        return switch (now.aspect()) {
            case "maxLength", "maximum", "maxItems", "maxProperties" -> risen(then, now) ? Level.MINOR : Level.MAJOR;
            case "minLength", "minimum", "minItems", "minProperties" -> risen(then, now) ? Level.MAJOR : Level.MINOR;
            case "additionalProperties" -> then.value().equals("false") ? Level.MINOR : Level.MAJOR;
            // Whether an expression matches more than another cannot be told.
            default -> Level.MAJOR;
        };
    }

    /** Of what was not said of a member or an operation before. */
    Level ofAddition(Fact now) {
        if (now.aspect().equals("deprecated")) {
            return Level.MINOR;
        }
        if (now.side() == Side.OPERATION && now.aspect().startsWith(Fact.SECURITY)) {
            return Level.MINOR;
        }
        if (now.side() == Side.ERROR && !now.operation().equals(ContractFacts.ERROR)) {
            // Clients have to expect errors that they do not know, and go by the status.
            return Level.MINOR;
        }
        boolean widens = now.side() == Side.REQUEST
                && (now.aspect().equals("nullable") || now.isEnumValue() && before.hasEnumOf(now));
        return widens ? Level.MINOR : Level.MAJOR;
    }

    /** Of what is no longer said of a member or an operation. */
    Level ofRemoval(Fact then) {
        if (then.aspect().equals("deprecated")) {
            return Level.MINOR;
        }
        if (then.side() != Side.REQUEST) {
            return Level.MAJOR;
        }
        return switch (then.aspect()) {
            case "type", "nullable", "default" -> Level.MAJOR;
            default -> then.isEnumValue() && after.hasEnumOf(then) ? Level.MAJOR : Level.MINOR;
        };
    }

    /** Of a body, a member, a header or a server that was not there. */
    Level ofSubject(Fact now) {
        return after.requires(now) ? Level.MAJOR : Level.MINOR;
    }

    /** Whom a breaking change breaks. */
    static String reason(Fact fact) {
        return switch (fact.side()) {
            case SERVER, OPERATION -> "calls that were right no longer are";
            case REQUEST ->
                fact.aspect().equals("default")
                        ? "requests without it may no longer mean the same"
                        : "requests that were right may be refused";
            case RESPONSE, HEADER, ERROR -> "clients or implementations that were right may no longer be";
        };
    }

    private static boolean risen(Fact then, Fact now) {
        return new BigDecimal(now.value()).compareTo(new BigDecimal(then.value())) > 0;
    }
}
