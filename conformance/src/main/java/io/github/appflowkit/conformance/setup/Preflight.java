package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rung lets a run judge, told before anything is judged. */
public final class Preflight {
    private Preflight() {}

    /** How many rules have all that they need, and what the others lack, by need. */
    public static List<String> lines(List<Rule> rules, Provision provision) {
        Map<Need, String> lacking = new LinkedHashMap<>();
        Arrays.stream(Need.values())
                .forEach(need -> provision.lacks(need).ifPresent(reason -> lacking.put(need, reason)));
        long served = rules.stream()
                .filter(rule -> needs(rule).stream().noneMatch(lacking::containsKey))
                .count();
        List<String> lines = new ArrayList<>();
        lines.add(served + " of " + rules.size()
                + (rules.size() == 1 ? " rule has what it needs" : " rules have what they need")
                + condition(provision.setup()));
        lacking.forEach((need, reason) -> {
            long count =
                    rules.stream().filter(rule -> needs(rule).contains(need)).count();
            if (count > 0) {
                lines.add(count + (count == 1 ? " rule needs " : " rules need ") + need.description() + ": "
                        + told(reason, need, provision.setup()));
            }
        });
        return lines;
    }

    /** A file of names is believed until a rule uses what it names: the judged operations read nothing. */
    private static String condition(Setup setup) {
        return setup instanceof NamesSetup names
                ? ", if all that " + names.file() + " names is at the endpoint, and suffices"
                : "";
    }

    private static String told(String reason, Need need, Setup setup) {
        if (need == Need.SECOND_ACCOUNT) {
            return Provision.SECOND_ACCOUNT;
        }
        if (setup instanceof NoSetup) {
            return need == Need.PLANNED_ERROR ? "give --control-url" : "give --names or --control-url";
        }
        boolean refused = setup.rung().equals("api") && need != Need.PLANNED_ERROR && need != Need.FLOW_STATUS;
        return refused ? reason + " (--templates changes the request; or give --names or --control-url)" : reason;
    }

    private static List<Need> needs(Rule rule) {
        return rule.scenarios().stream()
                .flatMap(scenario -> scenario.needs().stream())
                .distinct()
                .toList();
    }
}
