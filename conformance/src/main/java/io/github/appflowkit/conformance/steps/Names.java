package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.rule.Member;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that no other scenario and no other run uses, made from the seed of the run, the scenario and a role; the same
 * three make the same name.
 */
final class Names {
    private static final int RANDOM_LENGTH = 12;

    private final String scenario;
    private final Set<String> ofRoles = new HashSet<>();
    private int fresh;

    Names(long seed, String scenario) {
        this.scenario = seed + "|" + scenario;
    }

    /** The name of a role, such as {@code nightly-flow-4k2j9x0q1m7z}. */
    String of(String role) {
        String name = role.replace(' ', '-') + "-" + random(role);
        ofRoles.add(name);
        return name;
    }

    /** Whether a name is the plain one of a role, so that nothing depends on it. */
    boolean isOfRole(String name) {
        return ofRoles.contains(name);
    }

    /** Another name with every call. */
    String fresh() {
        fresh++;
        return "none-" + random("fresh " + fresh);
    }

    /** Another name with every call, of a given length; a short one begins with a letter, too. */
    String fresh(int length) {
        String name = fresh() + "-" + random("pad");
        return name.length() >= length
                ? "n".repeat(Math.min(1, length)) + name.substring(name.length() - Math.max(0, length - 1))
                : name + "x".repeat(length - name.length());
    }

    /** The name of a role with every ASCII character that the member's pattern allows after the first place. */
    String withAllowedCharacters(String role, Member member) {
        StringBuilder name = new StringBuilder(of(role));
        Pattern pattern = member.pattern();
        for (char c = 0; c < 128; c++) {
            if (pattern.matcher("a" + c + "a").matches()) {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** A name with another sign for each of its hyphens. */
    static String withoutHyphens(String name, String sign) {
        World.prerequisite(name.contains("-"), "a name with a hyphen is needed, and the resource is called " + name);
        return name.replace("-", sign);
    }

    /** The names that a name becomes when one of its signs is an underscore, or a hyphen, or left out. */
    static List<String> withOneSignChanged(String name) {
        return name.chars()
                .filter(c -> !Character.isLetterOrDigit(c))
                .distinct()
                .mapToObj(Character::toString)
                .flatMap(sign -> Stream.of("_", "-", "")
                        .filter(other -> !other.equals(sign))
                        .map(other -> name.replace(sign, other)))
                .toList();
    }

    /** A name that differs in its last character alone. */
    static String withAnotherEnd(String name) {
        return name.substring(0, name.length() - 1) + (name.endsWith("z") ? "y" : "z");
    }

    private String random(String role) {
        byte[] hash = sha256(scenario + "|" + role);
        String digits = new BigInteger(1, hash).toString(Character.MAX_RADIX);
        return digits.substring(digits.length() - RANDOM_LENGTH);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
