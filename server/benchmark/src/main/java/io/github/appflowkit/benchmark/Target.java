package io.github.appflowkit.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server that can be measured.
 *
 * @param name what it is called in tables
 * @param command what starts it; {@code {port}} stands for the port that it is to listen on
 * @param needed the file without which it is not installed
 * @param install how it is
 * @param call what it is asked for
 */
record Target(String name, List<String> command, Path needed, String install, Call call) {
    private static final String PORT = "{port}";
    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0";
    private static final String INSTALL = "server/benchmark/bin/install-peers";
    private static final Call STOP = Call.stopFlow("nightly-export", 200);

    /** The reference server as users get it: by its launcher, with nothing but a state. */
    static Target ours(Project project) {
        Path launcher = project.path("server/bin/appflow-server");
        Path state = project.path("server/benchmark/peers/state.json");
        return new Target(
                "server",
                List.of(launcher.toString(), "--port", PORT, "--state", state.toString()),
                project.path("server/target/appflow-server.jar"),
                "mvn -q -DskipTests package",
                STOP);
    }

    /** Another build of the reference server, to see what a change is worth. */
    static Target build(Path jar, Project project) {
        Path state = project.path("server/benchmark/peers/state.json");
        return new Target(
                jar.getFileName().toString(),
                List.of(project.java(), "-jar", jar.toString(), "--port", PORT, "--state", state.toString()),
                jar,
                "there is no such file",
                STOP);
    }

    /** The container that the server runs in, with nothing in it. */
    static Target bareGrizzly(Project project) {
        String classPath = System.getProperty("java.class.path");
        return new Target(
                "bare Grizzly",
                List.of(project.java(), "-cp", classPath, BareGrizzly.class.getName(), PORT),
                Path.of(project.java()),
                "it is part of this",
                STOP);
    }

    /** WireMock with a stub for StopFlow, and as it is. */
    static Target wireMock(Project project) {
        Path jar = project.path("server/benchmark/target/peers/wiremock-standalone.jar");
        Path stubs = project.path("server/benchmark/peers/wiremock");
        return new Target(
                "WireMock",
                List.of(
                        project.java(),
                        "-jar",
                        jar.toString(),
                        "--bind-address",
                        "127.0.0.1",
                        "--port",
                        PORT,
                        "--root-dir",
                        stubs.toString()),
                jar,
                INSTALL,
                STOP);
    }

    /** Prism, which mocks the contract by its examples, for whoever signs. */
    static Target prism(Project project) {
        Path prism = project.path("server/benchmark/target/peers/node_modules/.bin/prism");
        Path contract = project.path("openapi/appflow.yaml");
        return new Target(
                "Prism",
                List.of(prism.toString(), "mock", "--host", "127.0.0.1", "--port", PORT, contract.toString()),
                prism,
                INSTALL,
                STOP.with("Authorization", SIGNATURE.formatted("appflow")));
    }

    /** Moto, which has other services of AWS, by a call of one that speaks JSON and does as little. */
    static Target moto() {
        Path moto = Project.onPath("moto_server");
        return new Target(
                "moto_server",
                List.of(moto.toString(), "-H", "127.0.0.1", "-p", PORT),
                moto,
                "pip install 'moto[server]'",
                new Call(
                        "/",
                        Map.of(
                                "Content-Type",
                                "application/x-amz-json-1.0",
                                "X-Amz-Target",
                                "DynamoDB_20120810.ListTables",
                                "Authorization",
                                SIGNATURE.formatted("dynamodb")),
                        "{}",
                        200));
    }

    /** The same with other arguments after those that it has. */
    Target with(String... arguments) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(arguments));
        return new Target(name, longer, needed, install, call);
    }

    boolean isInstalled() {
        return Files.exists(needed);
    }

    List<String> command(int port) {
        return command.stream()
                .map(part -> part.replace(PORT, String.valueOf(port)))
                .toList();
    }
}
