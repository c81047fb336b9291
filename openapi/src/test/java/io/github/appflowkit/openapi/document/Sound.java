package io.github.appflowkit.openapi.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A contract that keeps every rule, to be changed at one place. */
public final class Sound {
    private final String text;

    private Sound(String text) {
        this.text = text;
    }

    /** The contract as it is. */
    public static Sound contract() {
        try (InputStream in = Sound.class.getResourceAsStream("/sound.yaml")) {
            return new Sound(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract with the first of these words replaced. */
    public Sound with(String words, String others) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the contract: " + words);
        }
        return new Sound(text.substring(0, at) + others + text.substring(at + words.length()));
    }

    /** The contract with another version. */
    public Sound version(String version) {
        return with("version: 1.4.2", "version: " + version);
    }

    public String text() {
        return text;
    }

    public Document document() {
        return Document.of("openapi/appflow.yaml", text);
    }

    /** Where the first of these words stand. */
    public String place(String words) {
        String before = text.substring(0, text.indexOf(words));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return "openapi/appflow.yaml:" + line + ":" + (before.length() - before.lastIndexOf('\n'));
    }
}
