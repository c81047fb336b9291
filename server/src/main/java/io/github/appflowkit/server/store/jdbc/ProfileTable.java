package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.sql.SQLException;
import java.util.List;

/** The connector profiles in a database. */
final class ProfileTable {
    private static final String BY_NAME = " where account = ? and region = ? and name = ?";

    private final Sql sql;

    ProfileTable(Sql sql) {
        this.sql = sql;
    }

    boolean has(ResourceName id) throws SQLException {
        return !sql.query("select id from connector_profile" + BY_NAME, row -> row.getLong(1), key(id))
                .isEmpty();
    }

    List<ConnectorProfile> all() throws SQLException {
        return sql.query(
                "select account, region, name from connector_profile order by id",
                row -> new ConnectorProfile(new Scope(row.getString(1), row.getString(2)).name(row.getString(3))));
    }

    boolean isEmpty() throws SQLException {
        return sql.query("select id from connector_profile limit 1", row -> row.getLong(1))
                .isEmpty();
    }

    void insert(ConnectorProfile profile) throws SQLException {
        sql.update("insert into connector_profile (account, region, name) values (?, ?, ?)", key(profile.id()));
    }

    /** Whether it was there. */
    boolean delete(ResourceName id) throws SQLException {
        return sql.update("delete from connector_profile" + BY_NAME, key(id)) > 0;
    }

    void deleteAll() throws SQLException {
        sql.update("delete from connector_profile");
    }

    private static Object[] key(ResourceName id) {
        return new Object[] {id.scope().account(), id.scope().region(), id.name()};
    }
}
