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
            case "maxLength", "maximum", "maxItems" -> risen(then, now) ? Level.MINOR : Level.MAJOR;
            case "minLength", "minimum", "minItems" -> risen(then, now) ? Level.MAJOR : Level.MINOR;
            // Whether an expression matches more than another cannot be told.
            default -> Level.MAJOR;
        };
    }

    /** Of what was not said of a member or an operation before. */
    Level ofAddition(Fact now) {
        if (now.side() == Side.ERROR && !now.operation().equals(ContractFacts.ERROR)) {
            // Clients have to expect errors that they do not know, and go by the status.
            return Level.MINOR;
        }
        boolean widens = now.side() == Side.REQUEST && now.isEnumValue() && before.hasEnumOf(now);
        return widens ? Level.MINOR : Level.MAJOR;
    }

    /** Of what is no longer said of a member or an operation. */
    Level ofRemoval(Fact then) {
        if (then.side() != Side.REQUEST || then.aspect().equals("type")) {
            return Level.MAJOR;
        }
        boolean narrows = then.isEnumValue() && after.hasEnumOf(then);
        return narrows ? Level.MAJOR : Level.MINOR;
    }

    /** Of a member that was not there. */
    Level ofMember(Fact now) {
        return after.requires(now) ? Level.MAJOR : Level.MINOR;
    }

    /** Whom a breaking change breaks. */
    static String reason(Side side) {
        return switch (side) {
            case OPERATION -> "calls that were right no longer are";
            case REQUEST -> "requests that were right may be refused";
            case RESPONSE, ERROR -> "clients or implementations that were right may no longer be";
        };
    }

    private static boolean risen(Fact then, Fact now) {
        return new BigDecimal(now.value()).compareTo(new BigDecimal(then.value())) > 0;
    }
}
