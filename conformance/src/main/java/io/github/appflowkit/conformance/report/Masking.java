package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.target.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of reports: those that the run itself holds, wherever an endpoint repeats them, and whatever looks
 * like a signature, a token or an access key.
 */
public final class Masking {
    /** What is shorter stands in innocent words too, and no secret that is worth the name is. */
    private static final int SHORTEST = 6;

    /** So much of a secret is enough to be masked: texts are cut anywhere. */
    private static final int PREFIX = 8;

    private static final String NAMES = String.join("|", Header.SECRETS)
            + "|x-amz-signature|x-amz-credential|(?:aws_?)?(?:secret_?access_?key|session_?token|security_?token|access_?key_?id|secret_?key)"
            + "|password|signature|credential";

    private static final List<Pattern> SHAPES = List.of(
            // A member of a JSON document, of one within a string of another too, or of a dictionary in single quotes.
            Pattern.compile(
                    "(?i)(\"(?:" + NAMES + ")\\\\*\"\\s*:\\s*\\[?\\s*\\\\*\")[^\"\\\\…]++(?:\\\\/[^\"\\\\…]*+){0,64}+"),
            Pattern.compile("(?i)('(?:" + NAMES + ")'\\s*:\\s*\\[?\\s*')[^'\\r\\n…]++"),
            // A header line, or an element of XML.
            Pattern.compile("(?im)((?:^|[\\s;,{(])(?:" + NAMES + ")\\s*(?::|=>)\\s*+)(?![\\[{\"'\\s])[^\\r\\n<\"]++"),
            Pattern.compile("(?i)(<(?:" + NAMES + ")>)[^<]++"),
            // What a signature is made of.
            Pattern.compile("(?i)(AWS4-HMAC-SHA256\\s++)Credential=[^\\r\\n<\"\\\\]++"),
            Pattern.compile("(?i)(\\b(?:x-amz-)?(?:signature|credential|security-token)(?:=|%3D))[^&\\s,;\"'<>\\\\]++"),
            // Access keys as AWS makes them.
            Pattern.compile("()\\b(?:AKIA|ASIA)[A-Z0-9]{12,124}\\b"));

    private final List<String> secrets;

    private Masking(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Masks these secrets, in the spellings of JSON and of URLs too. */
    public static Masking of(Collection<String> secrets) {
        Set<String> spellings = new LinkedHashSet<>();
        secrets.stream().filter(secret -> secret.length() >= SHORTEST).forEach(secret -> {
            spellings.add(secret);
            spellings.add(secret.replace("/", "\\/"));
            spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        });
        return new Masking(new ArrayList<>(spellings));
    }

    /** A text that an endpoint may have written, without secrets, and without what a terminal would act on. */
    public String shown(String text) {
        return Printable.of(mask(text));
    }

    /** A text without its secrets. */
    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = without(masked, secret.substring(0, Math.min(PREFIX, secret.length())));
        }
        for (Pattern shape : SHAPES) {
            masked = shape.matcher(masked).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + Header.MASK));
        }
        return masked;
    }

    /** A text without the secrets that begin so, nor any longer part from their start. */
    private String without(String text, String start) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, from)) {
            masked.append(text, from, at).append(Header.MASK);
            from = at + longestPart(text, at);
        }
        return masked.append(text, from, text.length()).toString();
    }

    private int longestPart(String text, int at) {
        return secrets.stream()
                .mapToInt(secret -> commonLength(text, at, secret))
                .max()
                .orElse(0);
    }

    private static int commonLength(String text, int at, String secret) {
        int length = 0;
        while (length < secret.length()
                && at + length < text.length()
                && text.charAt(at + length) == secret.charAt(length)) {
            length++;
        }
        return length;
    }
}
