package io.github.appflowkit.server.http.page;

import java.nio.charset.StandardCharsets;

/**
 * What a page answers.
 *
 * @param type the media type
 */
public record Content(int status, String type, byte[] body) {
    public static Content of(int status, String type, String text) {
        return new Content(status, type, text.getBytes(StandardCharsets.UTF_8));
    }
}
