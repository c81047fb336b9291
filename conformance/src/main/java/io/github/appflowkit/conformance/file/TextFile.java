package io.github.appflowkit.conformance.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that a user gave. */
public final class TextFile {
    private TextFile() {}

    /**
     * The text of a file.
     *
     * @throws InvalidFileException if it cannot be read
     */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(file, "the file is not UTF-8 text");
        } catch (IOException e) {
            throw new InvalidFileException(
                    file,
                    Files.isDirectory(file)
                            ? "a file is needed, and this is a folder"
                            : "the file cannot be read: " + e);
        }
    }
}
