package io.github.appflowkit.conformance.steps;

import io.cucumber.java.ParameterType;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Flow.Trigger;

/** The words of the features that stand for operations, for names at the target and for errors. */
public final class Roles {
    private final World world;

    /** Creates the parameter types of a scenario. */
    public Roles(World world) {
        this.world = world;
    }

    /** An operation, by its id. */
    @ParameterType("[A-Z][A-Za-z]+")
    public Operation operation(String id) {
        return world.operation(id);
    }

    /** The name of a connector profile: of a role, of a documented sample in quotes, or one like another's. */
    @ParameterType(
            "the ([a-z]+) profile|the profile \"([^\"]+)\"|the profile (of all allowed characters)|the profile of the (longest) name"
                    + "|(?:a|the) profile whose name (begins with|ends with|ends, after a slash, with|differs in letter case from|has (?:underscores|dots) in place of the hyphens of) that of the ([a-z]+) profile"
                    + "|the profile that bears the name of the ([a-z]+) flow")
    public String profile(
            String role, String sample, String all, String longest, String likeness, String other, String flow) {
        if (flow != null) {
            return ofRole(flow + " flow");
        }
        if (longest != null) {
            return longest("profile", "DeleteConnectorProfile");
        }
        return likeness == null
                ? name("profile", role, sample, all, "DeleteConnectorProfile")
                : like(ofRole(other + " profile"), likeness);
    }

    /** The name of a flow: of a role, of a documented sample in quotes, or one like another's. */
    @ParameterType(
            "the ([a-z]+) flow|the flow \"([^\"]+)\"|the flow (of all allowed characters)|the flow of the (longest) name"
                    + "|(?:a|the) flow whose name (begins with|ends with) that of the ([a-z]+) flow")
    public String flow(String role, String sample, String all, String longest, String likeness, String other) {
        if (longest != null) {
            return longest("flow", "StopFlow");
        }
        return likeness == null ? name("flow", role, sample, all, "StopFlow") : like(ofRole(other + " flow"), likeness);
    }

    /** What starts a run of a flow. */
    @ParameterType("on a schedule|on events|on demand")
    public Trigger trigger(String words) {
        return switch (words) {
            case "on a schedule" -> Trigger.Scheduled;
            case "on events" -> Trigger.Event;
            default -> Trigger.OnDemand;
        };
    }

    /** The name of an error. */
    @ParameterType("[A-Z][A-Za-z]+Exception")
    public String errorType(String name) {
        return name;
    }

    /** The status of a flow. */
    @ParameterType("Active|Deprecated|Deleted|Draft|Errored|Suspended")
    public String flowStatus(String status) {
        return status;
    }

    /** A JSON value. */
    @ParameterType(".+")
    public String json(String text) {
        return text;
    }

    private static String like(String name, String likeness) {
        return switch (likeness) {
            case "begins with" -> name + "-2";
            case "ends with" -> "x-" + name;
            case "differs in letter case from" -> NameCase.other(name);
            case "has underscores in place of the hyphens of" -> Names.withoutHyphens(name, "_");
            case "has dots in place of the hyphens of" -> Names.withoutHyphens(name, ".");
            default -> "x/" + name;
        };
    }

    private String name(String kind, String role, String sample, String all, String operation) {
        if (sample != null) {
            return sample;
        }
        return all == null
                ? ofRole(role + " " + kind)
                : world.names()
                        .withAllowedCharacters(kind, world.operation(operation).nameMember());
    }

    /** The name of a role's resource at the target, once it is there. */
    private String ofRole(String role) {
        return world.fixture().nameOf(world.names().of(role));
    }

    private String longest(String kind, String operation) {
        String start = world.names().of("longest " + kind);
        int length = world.operation(operation).nameMember().maxLength();
        return start + "x".repeat(length - start.length());
    }
}
