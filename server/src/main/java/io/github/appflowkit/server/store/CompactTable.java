package io.github.appflowkit.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Values by their keys, from old to new, in a quarter of the memory of Java's linked map: an array has the values in
 * their order, and null where one was removed; a hash table has their places in the first. What was removed is in both
 * until they are made anew. A copy shares them until one of the two changes.
 */
public final class CompactTable<K, V> {
    /** So few values are found by looking at them all, and have no hash table. */
    private static final int FEW = 40;

    private static final int[] NO_PLACES = {};

    private final Function<V, K> key;
    private Object[] values;

    /**
     * One more than the place of a value, or 0. A value's is found from its hash on, before the next 0. The bits that no
     * place needs are those of the hash, so that hardly a value is looked at but the wanted one.
     */
    private int[] places;

    private boolean valuesShared;
    private boolean placesShared;
    private int end;
    private int size;

    /**
     * Makes an empty table.
     *
     * @param key tells a value's key
     * @param expected as many values as it takes without growing
     */
    public CompactTable(Function<V, K> key, int expected) {
        this.key = key;
        this.values = new Object[expected];
        this.places = newPlaces(expected);
    }

    private CompactTable(CompactTable<K, V> other) {
        key = other.key;
        values = other.values;
        places = other.places;
        valuesShared = true;
        placesShared = true;
        end = other.end;
        size = other.size;
    }

    /** A table with the same values, which goes its own way. */
    CompactTable<K, V> copy() {
        valuesShared = true;
        placesShared = true;
        return new CompactTable<>(this);
    }

    int size() {
        return size;
    }

    /** The value of a key, or null. */
    public V get(K wanted) {
        int place = find(wanted);
        return place < 0 ? null : value(place);
    }

    /** Adds a value as the newest; there is none of its key. */
    public void add(V value) {
        if (end == values.length) {
            boolean gaps = end - size > end / 4;
            renew(gaps ? end : end + end / 2 + 1);
        }
        set(end, value);
        note(end);
        end++;
        size++;
    }

    /** Puts a value in the place of the one of its key, or adds it. */
    void put(V value) {
        int place = find(key.apply(value));
        if (place < 0) {
            add(value);
        } else {
            set(place, value);
        }
    }

    /** Removes the value of a key, and returns it, or null. */
    V remove(K unwanted) {
        int place = find(unwanted);
        if (place < 0) {
            return null;
        }
        V removed = value(place);
        set(place, null);
        size--;
        if (end - size > size + FEW) {
            renew(size + size / 2);
        }
        return removed;
    }

    /** All values, the oldest first. */
    public List<V> all() {
        return oldest(size);
    }

    /** The oldest values, or all if there are not so many. */
    List<V> oldest(int limit) {
        List<V> oldest = new ArrayList<>(Math.min(limit, size));
        for (int place = 0; oldest.size() < limit && place < end; place++) {
            if (values[place] != null) {
                oldest.add(value(place));
            }
        }
        return oldest;
    }

    private int find(K wanted) {
        return places.length == 0 ? findAmongFew(wanted) : findByHash(wanted);
    }

    private int findAmongFew(K wanted) {
        for (int place = 0; place < end; place++) {
            if (isAt(place, wanted)) {
                return place;
            }
        }
        return -1;
    }

    private int findByHash(K wanted) {
        int hash = hash(wanted);
        int mask = places.length - 1;
        for (int slot = hash & mask; places[slot] != 0; slot = slot + 1 & mask) {
            boolean sameHash = (places[slot] & ~mask) == (hash & ~mask);
            int place = (places[slot] & mask) - 1;
            if (sameHash && isAt(place, wanted)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isAt(int place, K wanted) {
        return values[place] != null && key.apply(value(place)).equals(wanted);
    }

    private void set(int place, V value) {
        if (valuesShared) {
            values = values.clone();
            valuesShared = false;
        }
        values[place] = value;
    }

    /** Enters the place of a new value into the hash table, if there is one. */
    private void note(int place) {
        if (places.length == 0) {
            return;
        }
        if (placesShared) {
            places = places.clone();
            placesShared = false;
        }
        int hash = hash(key.apply(value(place)));
        int mask = places.length - 1;
        int slot = hash & mask;
        while (places[slot] != 0) {
            slot = slot + 1 & mask;
        }
        places[slot] = hash & ~mask | place + 1;
    }

    /** Hashes of names that differ in a number alone lie close together, and are spread as by MurmurHash3. */
    private static int hash(Object wanted) {
        int hash = wanted.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }

    /** Makes both arrays anew, without what was removed. */
    private void renew(int capacity) {
        Object[] old = values;
        int oldEnd = end;
        values = new Object[capacity];
        places = newPlaces(capacity);
        valuesShared = false;
        placesShared = false;
        end = 0;
        for (int place = 0; place < oldEnd; place++) {
            if (old[place] != null) {
                values[end] = old[place];
                note(end);
                end++;
            }
        }
    }

    /** At least a third of it is free, so that a value, or none, is soon found. */
    private static int[] newPlaces(int capacity) {
        if (capacity <= FEW) {
            return NO_PLACES;
        }
        return new int[2 * Integer.highestOneBit(capacity + capacity / 2 - 1)];
    }

    @SuppressWarnings("unchecked")
    private V value(int place) {
        return (V) values[place];
    }
}
