package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.account.ResourceName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets transitions about the same names come one after the other, on all servers of a database. A name need not exist to
 * be locked: a flow may begin to use a profile that is just being put or deleted. Locks are kept until the transaction
 * ends, and are always taken in one order, so that nobody waits for each other.
 */
final class NameLock {
    /** As many as the table has rows. */
    private static final int STRIPES = 32;

    private NameLock() {}

    static void lock(Sql sql, Collection<ResourceName> names) throws SQLException {
        Set<Integer> stripes = new TreeSet<>();
        names.forEach(name -> stripes.add(stripe(name)));
        String places = String.join(", ", Collections.nCopies(stripes.size(), "?"));
        sql.query(
                "select stripe from name_lock where stripe in (" + places + ") order by stripe for update",
                row -> row.getInt(1),
                stripes.toArray());
    }

    static void lockAll(Sql sql) throws SQLException {
        sql.query("select stripe from name_lock order by stripe for update", row -> row.getInt(1));
    }

    /** The same for all servers, which the record's own hash need not be. */
    private static int stripe(ResourceName name) {
        String text = name.scope().account() + '/' + name.scope().region() + '/' + name.name();
        return Math.floorMod(text.hashCode(), STRIPES);
    }
}
