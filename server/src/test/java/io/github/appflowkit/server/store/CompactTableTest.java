package io.github.appflowkit.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the table with Java's linked map, after many changes at random. */
class CompactTableTest {
    private static final int CHANGES = 20_000;

    private final Random random = new Random(1);

    private record Entry(String key, int version) {}

    /** A table, and what it has to be like. */
    private record Pair(CompactTable<String, Entry> table, Map<String, Entry> model) {
        Pair() {
            this(new CompactTable<>(Entry::key, 0), new LinkedHashMap<>());
        }

        Pair copy() {
            return new Pair(table.copy(), new LinkedHashMap<>(model));
        }

        void change(int kind, Entry entry) {
            switch (kind) {
                case 0 -> assertThat(table.remove(entry.key())).isEqualTo(model.remove(entry.key()));
                case 1 -> {
                    table.remove(entry.key());
                    table.add(entry);
                    model.remove(entry.key());
                    model.put(entry.key(), entry);
                }
                default -> {
                    table.put(entry);
                    model.put(entry.key(), entry);
                }
            }
        }

        void requireSame() {
            assertThat(table.size()).isEqualTo(model.size());
            assertThat(table.oldest(Integer.MAX_VALUE)).containsExactlyElementsOf(model.values());
            assertThat(table.oldest(5))
                    .containsExactlyElementsOf(model.values().stream().limit(5).toList());
            model.forEach((key, entry) -> assertThat(table.get(key)).isEqualTo(entry));
            assertThat(table.get("none")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60, 3_000})
    void it_is_a_linked_map_of_any_size(int keys) {
        Pair pair = new Pair();
        for (int i = 0; i < CHANGES; i++) {
            pair.change(random.nextInt(3), new Entry("flow-" + random.nextInt(keys), i));
        }
        pair.requireSame();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60, 3_000})
    void copies_and_what_they_were_copied_from_go_their_own_ways(int keys) {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair()));
        for (int i = 0; i < CHANGES; i++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            pair.change(random.nextInt(3), new Entry("flow-" + random.nextInt(keys), i));
            if (i % (CHANGES / 8) == 0) {
                pairs.add(pair.copy());
            }
        }
        pairs.forEach(Pair::requireSame);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 3_000})
    void it_grows_and_shrinks_and_grows_again(int keys) {
        Pair pair = new Pair();
        for (int kind : List.of(2, 0, 1, 0, 2)) {
            for (int i = 0; i < keys; i++) {
                pair.change(kind, new Entry("flow-" + i, kind));
            }
            pair.requireSame();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AaAa", "BBBB", "AaBB", "BBAa"})
    void keys_of_one_hash_are_told_apart(String key) {
        Pair pair = new Pair();
        for (int i = 0; i < 100; i++) {
            pair.change(2, new Entry("flow-" + i, i));
        }
        for (String same : List.of("AaAa", "BBBB", "AaBB", "BBAa")) {
            pair.change(2, new Entry(same, 0));
        }
        pair.change(0, new Entry(key, 0));
        pair.requireSame();
        assertThat(pair.table().get(key)).isNull();
    }
}
