package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Request;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a request mentions a name, in whatever form an endpoint could read it there: plain or escaped, in any letter case,
 * in a body that is no JSON, or in the path. It rather finds one too many than one too few.
 */
final class Mentions {
    private static final int CASE_INSENSITIVE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})|\\\\(/)");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final Pattern VALUE = Pattern.compile("[\"']([\\w/!@#+=.-]++)[\"'](?!\\s*:)");

    private final List<String> texts;

    Mentions(Request request) {
        byte[] body = request.body() == null ? new byte[0] : request.body();
        texts = Stream.concat(Stream.of(request.target()), CHARSETS.stream().map(charset -> new String(body, charset)))
                .flatMap(text -> Stream.of(text, decoded(text)))
                .toList();
    }

    /** Whether the name stands there as a whole: characters that names may have end no name. */
    boolean of(String name) {
        return has(name, CASE_INSENSITIVE);
    }

    /** Whether the name stands there as a whole and in its own letters. */
    boolean exactly(String name) {
        return has(name, 0);
    }

    /**
     * What stands there that is like a name and is not the name, so that it may be another resource's: the name in other
     * letter case, and values that begin with it, end with it after a sign, or are its beginning.
     */
    Set<String> like(String name) {
        Stream<String> inOtherCase = found(whole(name, CASE_INSENSITIVE), 0);
        Stream<String> values =
                found(VALUE, 1).filter(value -> isLike(value.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)));
        return Stream.concat(inOtherCase, values)
                .filter(found -> !found.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isLike(String value, String name) {
        return value.startsWith(name)
                || name.startsWith(value)
                || value.endsWith(name) && !Character.isLetterOrDigit(value.charAt(value.length() - name.length() - 1));
    }

    private Stream<String> found(Pattern pattern, int group) {
        return texts.stream().flatMap(text -> pattern.matcher(text).results()).map(result -> result.group(group));
    }

    private boolean has(String name, int flags) {
        Pattern whole = whole(name, flags);
        return texts.stream().anyMatch(text -> whole.matcher(text).find());
    }

    private static Pattern whole(String name, int flags) {
        return Pattern.compile("(?<![\\w/!@#+.-])" + Pattern.quote(name) + "(?![\\w/!@#+=.-])", flags);
    }

    private static String decoded(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group())));
    }

    private static String character(String escape) {
        return escape.equals("\\/")
                ? "/"
                : Character.toString(Integer.parseInt(escape.substring(escape.startsWith("%") ? 1 : 2), 16));
    }
}
