package io.github.appflowkit.server.fuzz;

import io.github.appflowkit.server.ContractDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes bodies: what the operations take, what they nearly take, and what is no JSON. */
final class JsonGrammar {
    private static final List<String> NAMES = List.of(
            "ab",
            "crm",
            "a b",
            "",
            "-a",
            "a\\n",
            "\\u0000",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\u00e9",
            "a/b",
            "${x}",
            "%s%n",
            "*",
            "a".repeat(ContractDocument.flowNameLength()),
            "a".repeat(ContractDocument.flowNameLength() + 1),
            "\\u0061b",
            "\\\"",
            "null",
            "a\u2028b");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "\"true\"",
            "\"TRUE\"",
            "0",
            "1",
            "-0.0",
            "1e999",
            "9".repeat(400),
            "NaN",
            "'a'",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "{\"a\":{\"a\":{}}}",
            "\"\"",
            "tru",
            "01",
            "+1",
            ".5",
            "\"\t\"",
            "\"\\x\"",
            "// x\n1");
    private static final List<String> MEMBERS = List.of(
            "flowName",
            "connectorProfileName",
            "forceDelete",
            "FlowName",
            "flowname",
            "name",
            "trigger",
            "account",
            "region",
            "source",
            "destinations",
            "status",
            "",
            "a",
            "flow\\u004eame");
    private static final List<String> WHOLE = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "null",
            "true",
            "1",
            "\"a\"",
            "{}{}",
            "{} x",
            "\ufeff{}",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "<a/>",
            "\u0000",
            "{\"flowName\":\"ab\"",
            "{\"flowName\":\"ab\",\"flowName\":\"ab\"}");

    private final Random random;

    JsonGrammar(Random random) {
        this.random = random;
    }

    /** The body of a call that names a resource by a member, and may say more. */
    byte[] body(String member, boolean state) {
        int kind = random.nextInt(200);
        if (kind < 20) {
            return utf8(one(WHOLE));
        }
        if (kind < 26) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            return noise;
        }
        if (kind < 29) {
            int depth = 1 + random.nextInt(3_000);
            return utf8("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
        }
        if (kind == 29) {
            return utf8("{\"flowName\":\"" + "a".repeat(60_000 + random.nextInt(20_000)) + "\"}");
        }
        StringBuilder object = new StringBuilder("{");
        object.append(member(member, "\"" + mostly("ab", NAMES) + "\""));
        if (state) {
            object.append(',').append(member("trigger", mostly("\"Event\"", VALUES)));
        }
        for (int extra = random.nextInt(8) - 4; extra > 0; extra--) {
            String value = random.nextBoolean() ? one(VALUES) : "\"" + one(NAMES) + "\"";
            object.append(random.nextInt(20) == 0 ? "" : ",").append(member(one(MEMBERS), value));
        }
        return utf8(object.append('}').toString());
    }

    private String member(String name, String value) {
        return "\"" + (random.nextInt(12) == 0 ? one(MEMBERS) : name) + "\":"
                + (random.nextInt(12) == 0 ? one(VALUES) : value);
    }

    private String mostly(String right, List<String> others) {
        return random.nextInt(3) > 0 ? right : one(others);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
