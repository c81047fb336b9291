package io.github.appflowkit.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.StoreSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An answer that a loss of power could belie is not given. */
@Timeout(60)
class SettlementTest {
    private static final ResourceName CRM = new Scope("123456789012", "us-east-1").name("crm");

    private final SlowDisk disk = new SlowDisk();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private JdbcStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        FilePath.register(disk);
        store = JdbcStore.open(new StoreSettings("jdbc:h2:file:slow:" + folder.resolve("state"), null, null));
    }

    @AfterEach
    void close() {
        clients.shutdownNow();
        store.close();
        FilePath.unregister(disk);
    }

    @Test
    void a_change_is_answered_when_it_is_on_the_disk() throws Exception {
        Future<Boolean> change = duringAHalt(() -> {
            store.put(new ConnectorProfile(CRM));
            return true;
        });

        assertThat(change.get()).isTrue();
    }

    @Test
    void a_change_that_is_not_on_the_disk_is_told_to_nobody() throws Exception {
        store.put(new ConnectorProfile(CRM));
        Future<Boolean> found = duringAHalt(() -> {
            clients.submit(() -> store.deleteProfile(CRM, false));
            boolean there = true;
            while (there) {
                there = store.findProfile(CRM).isPresent();
            }
            return there;
        });

        assertThat(found.get()).isFalse();
    }

    @Test
    void a_refusal_that_rests_on_what_is_not_on_the_disk_waits_for_it() throws Exception {
        store.put(new ConnectorProfile(CRM));
        Runnable delete = () -> store.deleteProfile(CRM, false);
        ExecutorCompletionService<Void> deletes = new ExecutorCompletionService<>(clients);
        // One of them is refused, because of the other.
        Future<Future<?>> first = duringAHalt(() -> {
            deletes.submit(delete, null);
            deletes.submit(delete, null);
            return deletes.take();
        });

        assertThat(Stream.of(first.get(), deletes.take()).filter(SettlementTest::isRefused))
                .hasSize(1);
    }

    @Test
    void what_is_on_the_disk_is_told_without_waiting_for_it() throws Exception {
        store.put(new ConnectorProfile(CRM));

        SlowDisk.halt();
        try {
            assertThat(clients.submit(() -> store.findProfile(CRM)).get(20, TimeUnit.SECONDS))
                    .isPresent();
        } finally {
            SlowDisk.go();
        }
    }

    private static boolean isRefused(Future<?> call) {
        try {
            call.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Problem;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls while nothing comes to the disk, and sees that no answer comes before it does. */
    private <T> Future<T> duringAHalt(Callable<T> call) {
        SlowDisk.halt();
        try {
            Future<T> answer = clients.submit(call);
            assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return answer;
        } finally {
            SlowDisk.go();
        }
    }
}
