package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.target.Header;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the values of options came from, for who has to mend one.
 *
 * @param names the place of each value that is no argument, by the option's name, such as {@code
 *     APPFLOW_CONFORMANCE_WORKERS}
 */
record Sources(Map<String, String> names) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** All of them were arguments. */
    static final Sources ARGUMENTS = new Sources(Map.of());

    Sources {
        names = Map.copyOf(names);
    }

    /** An option and its value as the user wrote them, without secrets. */
    String named(String option, String value) {
        String shown = option.equals(SetupOptions.TOKEN) ? Header.MASK : value.replaceAll("//[^/@]*@", "//***@");
        return names.containsKey(option) ? names.get(option) + ": " + line(shown) : option + " " + line(shown);
    }

    /** A value that can be seen, in one line whatever is in it. */
    private static String line(String value) {
        return value.isEmpty()
                ? "''"
                : CONTROL.matcher(value)
                        .replaceAll(control ->
                                "\\\\u%04x".formatted((int) control.group().charAt(0)));
    }
}
