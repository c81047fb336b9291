package io.github.appflowkit.server.http.page;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The contract as documents and as a page; all that a browser needs for it is in the jar. */
public final class Docs {
    private static final String YAML = "application/yaml";
    private static final String CONTRACT = "/openapi/appflow.yaml";
    private static final String RENDERER = "swagger-ui-bundle.js";

    private Docs() {}

    /** The pages by their paths; there is none to look at in a jar without the renderer. */
    public static Map<String, Supplier<Content>> pages() {
        Map<String, Supplier<Content>> pages = new HashMap<>();
        pages.put("/openapi.yaml", () -> resource(CONTRACT, YAML));
        pages.put("/openapi.json", Docs::json);
        if (Docs.class.getResource(RENDERER) != null) {
            pages.put("/docs", () -> resource("docs.html", "text/html; charset=utf-8"));
            pages.put("/docs/docs.js", () -> resource("docs.js", "text/javascript"));
            pages.put("/docs/swagger-ui-bundle.js", () -> resource(RENDERER, "text/javascript"));
            pages.put("/docs/swagger-ui.css", () -> resource("swagger-ui.css", "text/css"));
            pages.put("/docs/control.yaml", () -> resource("/openapi/control.yaml", YAML));
            pages.put("/docs/service.yaml", () -> resource("/openapi/service.yaml", YAML));
        }
        pages.replaceAll((path, page) -> once(page));
        return pages;
    }

    /** Reads a page when it is asked for first: to unpack it takes longer than to send it. */
    private static Supplier<Content> once(Supplier<Content> page) {
        AtomicReference<Content> content = new AtomicReference<>();
        return () -> content.updateAndGet(read -> read == null ? page.get() : read);
    }

    private static Content json() {
        try {
            byte[] json = new JsonMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new YAMLMapper().readTree(bytes(CONTRACT)));
            return new Content(200, "application/json", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content resource(String name, String type) {
        return new Content(200, type, bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Docs.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
