package io.github.appflowkit.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class H2FileTest {
    private static final Scope SCOPE = new Scope("123456789012", "us-east-1");
    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    /** H2 may leave room behind the contents, of which nobody misses anything. */
    @Test
    void a_file_that_was_closed_is_whole_and_cut_off_anywhere_it_is_refused_or_has_all() throws Exception {
        JdbcStore.open(settings("closed")).close();
        try (JdbcStore store = JdbcStore.open(settings("closed"))) {
            put(store, 60);
        }
        byte[] whole = Files.readAllBytes(file("closed"));

        assertThat(damage(whole, whole.length)).isEmpty();
        assertThat(damage(whole, 3 * BLOCK)).isPresent();
        for (int rest = 0; rest < whole.length; rest += BLOCK) {
            for (int length : List.of(rest, rest + BLOCK - 1)) {
                if (damage(whole, length).isEmpty()) {
                    assertThat(profiles(whole, length))
                            .as("the first %d bytes", length)
                            .isEqualTo(names(60));
                }
            }
        }
    }

    /** The limit: the end of what a kill left is the same as what the kill interrupted. But nothing is made up. */
    @Test
    void a_file_of_a_server_that_was_killed_has_all_and_cut_off_what_was_there_once_or_nothing() throws Exception {
        byte[] left;
        try (JdbcStore store = JdbcStore.open(settings("killed"))) {
            put(store, 30);
            left = Files.readAllBytes(file("killed"));
        }

        assertThat(damage(left, left.length)).isEmpty();
        assertThat(profiles(left, left.length)).isEqualTo(names(30));
        for (int rest = left.length - BLOCK; rest > 0; rest -= 19 * BLOCK) {
            List<String> found = profiles(left, rest);
            assertThat(found).as("the first %d bytes", rest).isEqualTo(names(found.size()));
        }
    }

    @Test
    void a_file_that_a_store_of_this_process_has_open_is_known_as_such() throws Exception {
        H2File file = new H2File(file("open").toString());
        try (JdbcStore one = JdbcStore.open(settings("open"));
                JdbcStore other = JdbcStore.open(settings("open"))) {
            put(one, 1);
            assertThat(other.findProfile(SCOPE.name("profile-0"))).isPresent();
            assertThat(file.isOpen()).isTrue();
        }

        assertThat(file.isOpen()).isFalse();
    }

    private static void put(JdbcStore store, int profiles) {
        names(profiles).forEach(name -> store.put(new ConnectorProfile(SCOPE.name(name))));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "profile-" + i).toList();
    }

    private Optional<String> damage(byte[] whole, int rest) throws IOException {
        return new H2File(cutOff(whole, rest)).damage();
    }

    /** The profiles in the first bytes of a file; none if it is told to be damaged. */
    private List<String> profiles(byte[] whole, int rest) throws IOException {
        cutOff(whole, rest);
        try (JdbcStore store = JdbcStore.open(settings("cut"))) {
            return store.snapshot().profiles().stream()
                    .map(profile -> profile.id().name())
                    .toList();
        } catch (StoreException damaged) {
            return List.of();
        }
    }

    private String cutOff(byte[] whole, int rest) throws IOException {
        return Files.write(file("cut"), Arrays.copyOf(whole, rest)).toString();
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }

    private StoreSettings settings(String name) {
        return new StoreSettings("jdbc:h2:file:" + folder.resolve(name), null, null);
    }
}
