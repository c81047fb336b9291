package io.github.appflowkit.conformance.proof;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All mistakes that the suite is proved to notice. */
public final class Faults {

    private Faults() {}

    public static List<Fault> all() {
        return Stream.of(
                        DeleteFaults.all(),
                        UseFaults.all(),
                        ForceFaults.all(),
                        ForceValueFaults.all(),
                        StopFaults.all(),
                        StopEffectFaults.all(),
                        StopAnswerFaults.all(),
                        ArnFaults.all(),
                        PlannedFaults.all(),
                        MemoryFaults.all(),
                        NameFaults.all(),
                        SameNameFaults.all(),
                        PatternFaults.all(),
                        BodyFaults.all(),
                        MemberFaults.all(),
                        RouteFaults.all(),
                        MediaTypeFaults.all(),
                        ErrorFaults.all(),
                        AnswerFaults.all(),
                        ConnectionFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The mistakes that a rule has to notice, those first that break the fewest rules besides. */
    public static List<Fault> of(String ruleId) {
        return all().stream()
                .filter(fault -> fault.rules().contains(ruleId))
                .sorted(Comparator.comparingInt(fault -> fault.rules().size()))
                .toList();
    }
}
