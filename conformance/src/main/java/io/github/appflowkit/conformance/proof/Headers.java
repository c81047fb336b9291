package io.github.appflowkit.conformance.proof;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The header fields of a message by name, in whatever case; repeated fields are one value, joined by commas. */
record Headers(SortedMap<String, String> fields) {

    static final Headers NONE = new Headers(new TreeMap<>());

    Headers {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        fields = Collections.unmodifiableSortedMap(copy);
    }

    /** The value of a field, null when it is absent. */
    String get(String name) {
        return fields.get(name);
    }

    Headers with(String name, String value) {
        SortedMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(fields);
        changed.remove(name);
        changed.put(name, value);
        return new Headers(changed);
    }

    Headers without(String name) {
        SortedMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(fields);
        changed.remove(name);
        return new Headers(changed);
    }

    Headers lowerCase() {
        Headers lower = NONE;
        for (String name : fields.keySet()) {
            lower = lower.with(name.toLowerCase(Locale.ROOT), get(name));
        }
        return lower;
    }
}
