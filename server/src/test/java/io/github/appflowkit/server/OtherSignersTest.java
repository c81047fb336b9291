package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signers of other languages, where they are installed, are let in with the right keys and kept out with others. */
class OtherSignersTest {
    private static final String TOKEN = "Bearer token";

    private static final String SCRIPT = """
            const { AppflowClient, StopFlowCommand } = require('@aws-sdk/client-appflow');
            (async () => {
                const client = new AppflowClient({ endpoint: process.argv[2], region: 'eu-central-1' });
                try {
                    const stopped = await client.send(new StopFlowCommand({ flowName: 'nightly' }));
                    console.log(stopped.flowStatus);
                } catch (refused) {
                    console.log(refused.name + ' ' + refused.$metadata.httpStatusCode);
                }
            })();
            """;

    private record Outcome(int exitCode, String output) {}

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws StartException {
        server = TestServer.start(Configuration.builder()
                .credentials(Path.of("examples/credentials.yaml"))
                .controlToken("token"));
        for (String account : List.of("123456789012", "210987654321")) {
            server.put(
                    "/_control/flows",
                    "{\"name\":\"nightly\",\"trigger\":\"Event\",\"region\":\"eu-central-1\",\"account\":\"" + account
                            + "\"}",
                    "Authorization",
                    TOKEN);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_aws_cli_is_let_in() throws Exception {
        assumeTrue(isInstalled("aws", "--version"), "The AWS CLI is not installed");

        assertThat(cli("other", "other").output()).contains("arn:aws:appflow:eu-central-1:210987654321:flow/nightly");
        assertThat(cli("other", "guess").output()).contains("InvalidSignatureException");
    }

    @Test
    void the_sdk_for_javascript_is_let_in() throws Exception {
        assumeTrue(
                isInstalled("node", "-e", "require.resolve('@aws-sdk/client-appflow')"),
                "Node.js does not find @aws-sdk/client-appflow, in NODE_PATH for instance");
        Path script = Files.writeString(folder.resolve("stop.cjs"), SCRIPT);

        assertThat(node(script, "test", "test")).isEqualTo(new Outcome(0, "Suspended\n"));
        assertThat(node(script, "test", "guess")).isEqualTo(new Outcome(0, "InvalidSignatureException 403\n"));
        assertThat(node(script, "stranger", "test")).isEqualTo(new Outcome(0, "UnrecognizedClientException 403\n"));
    }

    private Outcome cli(String key, String secret) throws IOException {
        return run(
                credentials(key, secret),
                "aws",
                "--endpoint-url",
                server.uri().toString(),
                "--region",
                "eu-central-1",
                "appflow",
                "stop-flow",
                "--flow-name",
                "nightly");
    }

    private Outcome node(Path script, String key, String secret) throws IOException {
        return run(
                credentials(key, secret),
                "node",
                script.toString(),
                server.uri().toString());
    }

    private static Map<String, String> credentials(String key, String secret) {
        return Map.of("AWS_ACCESS_KEY_ID", key, "AWS_SECRET_ACCESS_KEY", secret, "NODE_NO_WARNINGS", "1");
    }

    private static boolean isInstalled(String... command) {
        try {
            return run(Map.of(), command).exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Outcome run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
