package io.github.appflowkit.server.http.json;

import io.github.appflowkit.contract.model.DeleteConnectorProfileRequest;
import io.github.appflowkit.contract.model.StopFlowRequest;
import io.github.appflowkit.server.fuzz.Flaw;
import jakarta.validation.ConstraintViolationException;
import java.nio.charset.StandardCharsets;

/** Any text as a name: the validator says what a reading of the documentation, character by character, says. */
public final class NameFuzz {
    private static final ContractValidator VALIDATOR = new ContractValidator();
    private static final String DIGITS_AND_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LONGEST = 256;

    private NameFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String name = new String(input, StandardCharsets.UTF_8);
        requireSame(isFlowName(name), new StopFlowRequest().flowName(name), name);
        requireSame(
                consistsOf(name, DIGITS_AND_LETTERS + "_/!@#+=.-"),
                new DeleteConnectorProfileRequest().connectorProfileName(name),
                name);
    }

    private static boolean isFlowName(String name) {
        return name.length() > 1
                && DIGITS_AND_LETTERS.indexOf(name.charAt(0)) >= 0
                && consistsOf(name, DIGITS_AND_LETTERS + "_!@#.-");
    }

    private static boolean consistsOf(String name, String allowed) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.chars().allMatch(character -> allowed.indexOf(character) >= 0);
    }

    private static void requireSame(boolean expected, Object request, String name) {
        boolean accepted = true;
        try {
            VALIDATOR.requireValid(request);
        } catch (ConstraintViolationException e) {
            accepted = false;
        }
        Flaw.unless(accepted == expected, (accepted ? "Accepted is " : "Refused is ") + name);
    }
}
