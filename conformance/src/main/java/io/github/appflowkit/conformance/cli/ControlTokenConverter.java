package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.setup.ControlToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a token, or with {@code file:PATH} the first line of a file. Its messages follow the option's masked value. */
final class ControlTokenConverter implements ITypeConverter<ControlToken> {
    private static final String FILE = "file:";

    @Override
    public ControlToken convert(String text) {
        String token = text.startsWith(FILE) ? firstLine(text.substring(FILE.length())) : text;
        if (token.isEmpty()) {
            throw new TypeConversionException("is empty: give a token, or file:PATH to read it from a file");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new TypeConversionException(
                    "cannot be sent: a token has no spaces, and no other characters than those of ASCII");
        }
        return new ControlToken(token);
    }

    private static String firstLine(String path) {
        try (Stream<String> lines = Files.lines(Path.of(path))) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw new TypeConversionException("names the file '" + path + "', which cannot be read");
        }
    }
}
