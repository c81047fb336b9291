package io.github.appflowkit.server;

import io.github.appflowkit.server.secret.Secret;
import io.github.appflowkit.server.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says what is allowed where one is not. */
final class OptionTypes {
    private OptionTypes() {}

    /** A port: 0 to 65535. */
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            require(text, text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535, "a port; 0 to 65535 are");
            return Integer.valueOf(text);
        }
    }

    /** An account: twelve digits. */
    static final class Account implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            require(text, text.matches("[0-9]{12}"), "an account; twelve digits are");
            return text;
        }
    }

    /** A region, as eu-central-1. */
    static final class Region implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            require(text, text.matches("[a-z0-9-]{1,64}"), "a region; lower-case letters, digits and hyphens are");
            return text;
        }
    }

    /** Where state is kept: memory, or the URL of a database. */
    static final class Store implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                return new StoreSettings(text, null, null).url();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A password or token, or {@code file:} and the path of a file whose one line it is. */
    static final class SecretText implements ITypeConverter<Secret> {
        private static final String FILE = "file:";

        @Override
        public Secret convert(String text) {
            String secret = text.startsWith(FILE) ? firstLine(text.substring(FILE.length())) : text;
            if (secret.isEmpty()) {
                throw new TypeConversionException("it is empty");
            }
            return new Secret(secret);
        }

        private static String firstLine(String path) {
            try (Stream<String> lines = Files.lines(Path.of(path))) {
                return lines.findFirst().orElse("");
            } catch (IOException | UncheckedIOException | InvalidPathException e) {
                throw new TypeConversionException("the file '" + path + "' cannot be read");
            }
        }
    }

    /** A number of bytes as people write it: 65536, 64KiB, 1MiB. */
    static final class ByteSize implements ITypeConverter<Integer> {
        private static final int MAX = 1 << 30;
        private static final Pattern SIZE = Pattern.compile("([0-9]{1,10})(B|KiB|MiB)?");

        @Override
        public Integer convert(String text) {
            Matcher size = SIZE.matcher(text);
            long bytes = size.matches() ? Long.parseLong(size.group(1)) * unit(size.group(2)) : 0;
            require(text, bytes > 0 && bytes <= MAX, "a size; 1 to 1024MiB, as 65536, 64KiB or 1MiB, are");
            return (int) bytes;
        }

        private static long unit(String unit) {
            return unit == null || unit.equals("B") ? 1 : unit.equals("KiB") ? 1 << 10 : 1 << 20;
        }
    }

    /** A number of things: 1 to 1000000. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            boolean allowed =
                    text.matches("[0-9]{1,7}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= 1_000_000;
            require(text, allowed, "a number; 1 to 1000000 are");
            return Integer.valueOf(text);
        }
    }

    /** A time in whole seconds or minutes: 30s, 2m. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(s|m)");

        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text);
            long seconds = time.matches()
                    ? Long.parseLong(time.group(1)) * (time.group(2).equals("m") ? 60 : 1)
                    : 0;
            require(text, seconds > 0 && seconds <= 86_400, "a time; 1s to 1440m, as 30s or 2m, are");
            return Duration.ofSeconds(seconds);
        }
    }

    /** One of an enum's constants, in lower case. */
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> type) {
        Map<String, E> values = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            values.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return text -> {
            if (!values.containsKey(text)) {
                throw new TypeConversionException(
                        "'%s' is not one of %s".formatted(text, String.join(", ", values.keySet())));
            }
            return values.get(text);
        };
    }

    private static void require(String text, boolean allowed, String what) {
        if (!allowed) {
            throw new TypeConversionException("'%s' is not %s allowed".formatted(text, what));
        }
    }
}
