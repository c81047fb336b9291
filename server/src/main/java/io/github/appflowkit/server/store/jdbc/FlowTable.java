package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flows in a database, and the profiles that they use. */
final class FlowTable {
    private static final int SOURCE = 0;

    private static final String SELECT = "select flow.id, account, region, name, started_by, status, place, profile"
            + " from flow left join flow_profile on flow_profile.flow = flow.id";
    private static final String BY_NAME = " where account = ? and region = ? and name = ?";

    private static final String STOP = "update flow set status = ?" + BY_NAME + " and " + stoppable();

    /** A flow, and the id of its row, which another flow of its name does not have. */
    record Stored(long id, Flow flow) {}

    /** A row of the join: a flow with one of the profiles that it uses, or with a place of null if it uses none. */
    private record Use(long id, Flow flow, Integer place, String profile) {}

    private final Sql sql;

    FlowTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Stored> find(ResourceName id) throws SQLException {
        return whole(sql.query(SELECT + BY_NAME + " order by place", FlowTable::use, key(id))).stream()
                .findFirst();
    }

    /** Stops a flow; false if there is none, or it cannot be stopped or is so already. */
    boolean stop(ResourceName id) throws SQLException {
        return sql.update(
                        STOP,
                        FlowStatus.SUSPENDED.name(),
                        id.scope().account(),
                        id.scope().region(),
                        id.name())
                > 0;
    }

    List<Flow> all() throws SQLException {
        return whole(sql.query(SELECT + " order by flow.id, place", FlowTable::use)).stream()
                .map(Stored::flow)
                .toList();
    }

    boolean isEmpty() throws SQLException {
        return sql.query("select id from flow limit 1", row -> row.getLong(1)).isEmpty();
    }

    /** The names of some flows that use a profile, of one at least if there is any. */
    Set<String> users(ResourceName profile, int limit) throws SQLException {
        // One that uses it twice is there twice; to tell them apart here does not need all of them to be read.
        return new LinkedHashSet<>(sql.query(
                "select name from flow_profile join flow on flow.id = flow_profile.flow"
                        + " where profile = ? and account = ? and region = ? and status <> ? limit ?",
                row -> row.getString(1),
                profile.name(),
                profile.scope().account(),
                profile.scope().region(),
                FlowStatus.DELETED.name(),
                limit));
    }

    void insert(Flow flow) throws SQLException {
        Scope scope = flow.id().scope();
        long id = sql.insert(
                "insert into flow (account, region, name, started_by, status) values (?, ?, ?, ?, ?)",
                scope.account(),
                scope.region(),
                flow.id().name(),
                flow.trigger().name(),
                flow.status().name());
        if (flow.source() != null) {
            insertUse(id, SOURCE, flow.source());
        }
        int place = SOURCE;
        for (String destination : flow.destinations()) {
            insertUse(id, ++place, destination);
        }
    }

    private void insertUse(long flow, int place, String profile) throws SQLException {
        sql.update("insert into flow_profile (flow, place, profile) values (?, ?, ?)", flow, place, profile);
    }

    /** Deletes a flow; false if it has another status by now, or is gone. */
    boolean delete(Stored stored) throws SQLException {
        return sql.update(
                        "delete from flow where id = ? and status = ?",
                        stored.id(),
                        stored.flow().status().name())
                > 0;
    }

    void delete(ResourceName id) throws SQLException {
        sql.update("delete from flow" + BY_NAME, key(id));
    }

    void deleteAll() throws SQLException {
        sql.update("delete from flow");
    }

    /** The condition that {@link Flow#stopped} makes of a flow that is not stopped yet. */
    private static String stoppable() {
        ResourceName any = new Scope("", "").name("");
        return Stream.of(Trigger.values())
                .flatMap(trigger ->
                        Stream.of(FlowStatus.values()).map(status -> new Flow(any, trigger, status, null, List.of())))
                .filter(FlowTable::isChangedByAStop)
                .map(flow -> "('%s', '%s')"
                        .formatted(flow.trigger().name(), flow.status().name()))
                .collect(Collectors.joining(", ", "(started_by, status) in (", ")"));
    }

    private static boolean isChangedByAStop(Flow flow) {
        try {
            return !flow.stopped().equals(flow);
        } catch (Problem refusal) {
            return false;
        }
    }

    private static Use use(ResultSet row) throws SQLException {
        Flow flow = new Flow(
                new Scope(row.getString(2), row.getString(3)).name(row.getString(4)),
                Trigger.valueOf(row.getString(5)),
                FlowStatus.valueOf(row.getString(6)),
                null,
                List.of());
        return new Use(row.getLong(1), flow, row.getObject(7, Integer.class), row.getString(8));
    }

    private static List<Stored> whole(List<Use> uses) {
        Map<Long, List<Use>> flows = new LinkedHashMap<>();
        uses.forEach(
                use -> flows.computeIfAbsent(use.id(), id -> new ArrayList<>()).add(use));
        return flows.values().stream().map(FlowTable::stored).toList();
    }

    private static Stored stored(List<Use> uses) {
        String source = null;
        List<String> destinations = new ArrayList<>();
        for (Use use : uses) {
            if (use.place() == null) {
                continue;
            }
            if (use.place() == SOURCE) {
                source = use.profile();
            } else {
                destinations.add(use.profile());
            }
        }
        Flow flow = uses.get(0).flow();
        return new Stored(uses.get(0).id(), new Flow(flow.id(), flow.trigger(), flow.status(), source, destinations));
    }

    private static Object[] key(ResourceName id) {
        return new Object[] {id.scope().account(), id.scope().region(), id.name()};
    }
}
