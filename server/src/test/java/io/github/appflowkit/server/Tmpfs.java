package io.github.appflowkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A small file system of its own, which can be full or only be read; a test that may not mount one does not run. */
public final class Tmpfs implements AutoCloseable {
    private final Path folder;

    private Tmpfs(Path folder) {
        this.folder = folder;
    }

    /** Mounts one at a new folder; its options are such as "size=1m" and "ro". */
    public static Tmpfs mount(Path folder, String options) throws IOException {
        Files.createDirectory(folder);
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "none", folder.toString()),
                "No file system can be mounted here, so that full and read-only disks were not tried");
        return new Tmpfs(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Lets it only be read from now on. */
    public void protect() {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    /** Writes a file that leaves no room. */
    public void fill() throws IOException {
        byte[] block = new byte[4096];
        try (var rest = Files.newOutputStream(folder.resolve("rest"))) {
            while (true) {
                rest.write(block);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    /** Makes room again. */
    public void empty() throws IOException {
        Files.delete(folder.resolve("rest"));
    }

    @Override
    public void close() {
        // Lazily, for what still has a file open.
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
