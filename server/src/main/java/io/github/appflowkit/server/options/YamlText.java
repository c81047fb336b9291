package io.github.appflowkit.server.options;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a value as YAML on one line. */
final class YamlText {
    /** What means itself to every reader of YAML; a number is a text as well. */
    private static final String PLAIN = "[\\w/.][\\w./@=+-]*";

    private YamlText() {}

    static String of(String value) {
        return value.matches(PLAIN) && !value.equalsIgnoreCase("null") ? value : quoted(value);
    }

    private static String quoted(String value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultScalarStyle(DumperOptions.ScalarStyle.DOUBLE_QUOTED);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        return new Yaml(options).dump(value).strip();
    }
}
