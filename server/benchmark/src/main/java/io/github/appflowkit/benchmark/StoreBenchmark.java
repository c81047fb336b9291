package io.github.appflowkit.benchmark;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.store.InMemoryStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the store in memory costs, by the number of its flows. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StoreBenchmark {
    private static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    @Param({"1000", "1000000"})
    private int flows;

    private final InMemoryStore store = new InMemoryStore();
    private ResourceName[] names;
    private int next;

    @Setup
    public void fill() {
        names = new ResourceName[flows];
        for (int flow = 0; flow < flows; flow++) {
            names[flow] = SCOPE.name("flow-" + flow);
            store.put(new Flow(names[flow], Trigger.SCHEDULED, FlowStatus.ACTIVE, null, List.of()));
        }
    }

    @Benchmark
    public FlowStatus stopFlow() {
        next = next + 1 == flows ? 0 : next + 1;
        return store.stopFlow(names[next]);
    }
}
