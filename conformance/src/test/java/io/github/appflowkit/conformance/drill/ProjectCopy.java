package io.github.appflowkit.conformance.drill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project in a folder of its own, where a maintainer's change can be tried with the commands that a maintainer has:
 * what was built of the contract and of the server comes with it, what is built there stays there.
 */
final class ProjectCopy implements AutoCloseable {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> FILES =
            List.of("pom.xml", "CHANGELOG.md", "openapi", "server/picocli", "server/src/main", "server/target/classes");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final long MAX_MINUTES = 5;

    private final Path folder;

    ProjectCopy(String name) throws IOException {
        folder = Path.of("target", "drills", name).toAbsolutePath();
        close();
        for (String file : FILES) {
            copy(file);
        }
        // Maven reads those of all modules, also where it builds a few.
        Matcher module = MODULE.matcher(read("pom.xml"));
        while (module.find()) {
            copy(module.group(1) + "/pom.xml");
        }
    }

    /**
     * What a command said.
     *
     * @param code its exit code
     * @param text all that it printed, on one line, since it is wrapped
     */
    record Said(int code, String text) {}

    /** Takes more of the project into the copy. */
    void copy(String file) throws IOException {
        try (Stream<Path> paths = Files.walk(PROJECT.resolve(file))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = path.toString();
                if (!name.endsWith(".jar") && !name.contains("surefire-reports")) {
                    Path target = folder.resolve(PROJECT.relativize(path));
                    Files.createDirectories(target.getParent());
                    // With its time, which tells what is up to date.
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    void contract(EditedContract contract) throws IOException {
        write("openapi/appflow.yaml", contract.text());
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    /** Replaces the first of some words in a file. */
    void edit(String file, String words, String others) throws IOException {
        String text = read(file);
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no " + words);
        }
        write(file, text.substring(0, at) + others + text.substring(at + words.length()));
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Runs the contract's own command on the copy. */
    Said contract(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "openapi/bin/contract"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs Maven on the copy, without a network and on the same local repository. */
    Said maven(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                launcher(),
                "--batch-mode",
                "--quiet",
                "--offline",
                "-Dmaven.repo.local=" + System.getProperty("localRepository"),
                "-Dspotless.apply.skip",
                "-Dspotless.check.skip",
                "-Darchive.skip"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs the suite's command, and its reference server, with the contract's classes and the document of the copy. */
    Said suite(String... arguments) throws IOException {
        return suite(
                List.of("conformance/target/classes", "server/target/classes", "openapi/target/classes"), arguments);
    }

    /** The same with the document of the copy alone, and with the server as it was. */
    Said suiteAlone(String... arguments) throws IOException {
        return suite(List.of("."), arguments);
    }

    private Said suite(List<String> classes, String... arguments) throws IOException {
        String path = String.join(
                File.pathSeparator,
                Stream.concat(
                                classes.stream()
                                        .map(folder::resolve)
                                        .filter(Files::isDirectory)
                                        .map(Path::toString),
                                Arrays.stream(System.getProperty("java.class.path")
                                                .split(File.pathSeparator))
                                        .map(entry ->
                                                Path.of(entry).toAbsolutePath().toString()))
                        .toList());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                path,
                "io.github.appflowkit.conformance.cli.Main"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Said run(List<String> command) throws IOException {
        Path out = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // A maintainer's build formats, and writes the contract's page, which one with CI only checks.
        builder.environment().remove("CI");
        Process process = builder.start();
        try {
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(
                        "not done after " + MAX_MINUTES + " minutes: " + command + "\n" + Files.readString(out));
            }
            return new Said(process.exitValue(), Files.readString(out).replaceAll("\\s+", " "));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String launcher() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("mvn", "mvn.cmd").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no mvn on the PATH, and the drills build with it."))
                .toString();
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
