package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class MaskingTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCY";
    private static final Masking MASKING = Masking.of(List.of(SECRET, "test"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key wJalrXUtnFEMI/K7MDENG+bPxRfiCY.",
                "{\"k\":\"wJalrXUtnFEMI\\/K7MDENG+bPxRfiCY\"}",
                "/p?k=wJalrXUtnFEMI%2FK7MDENG%2BbPxRfiCY&x=1",
                "cut here: wJalrXUtnFEMI/K7M…",
            })
    void the_runs_own_secrets_are_masked_in_every_spelling_and_when_cut(String text) {
        assertThat(MASKING.mask(text)).contains("***").doesNotContain("wJal", "FEMI", "RfiCY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headers\":{\"Authorization\":\"AWS4-HMAC-SHA256 hidden\"}}",
                "{\"message\":\"{\\\"Authorization\\\":\\\"hidden\\\"}\"}",
                "{'X-Amz-Security-Token': 'hidden'}",
                "Proxy-Authorization: hidden",
                "{\"Authorization\": [\"hidden\"]}",
                "{\"sessionToken\" : \"hidden\"}",
                "{\"secretAccessKey\":\"hidden\"}",
                "{\"aws_secret_access_key\":\"hidden\\/hidden\"}",
                "Authorization: hidden and hidden",
                "GET / HTTP/1.1\nx-amz-security-token: hidden\nHost: a",
                "bad AWS4-HMAC-SHA256 Credential=hidden/20200101, SignedHeaders=host, Signature=hidden",
                "http://h/?X-Amz-Credential=hidden%2F1&X-Amz-Signature=hidden&X-Amz-Security-Token=hidden",
                "<SecretAccessKey>hidden</SecretAccessKey>",
                "Set-Cookie: sid=hidden; Path=/",
            })
    void what_looks_like_a_secret_is_masked(String text) {
        assertThat(MASKING.mask(text)).contains("***").doesNotContain("hidden");
    }

    @Test
    void access_keys_are_masked_and_account_numbers_are_not() {
        assertThat(MASKING.mask("AKIAIOSFODNN7EXAMPLE of arn:aws:appflow:us-east-1:123456789012:flow/test"))
                .isEqualTo("*** of arn:aws:appflow:us-east-1:123456789012:flow/test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "403 AccessDeniedException {\"message\":\"The signature of the request is wrong\"}",
                "a test of a flow",
                "the header X-Amzn-Errortype",
                "{\"flowName\":\"nightly\",\"message\":\"Authorization is needed\"}",
            })
    void what_is_no_secret_stays(String text) {
        assertThat(MASKING.mask(text)).isEqualTo(text);
    }

    @Test
    void a_long_text_is_masked_in_no_time() {
        String text = "\"authorization\":\"" + "a\\\"".repeat(500_000) + "Authorization: ".repeat(50_000);

        assertThat(MASKING.mask(text)).isNotEmpty();
    }

    @Test
    void no_report_holds_what_an_endpoint_repeats(@TempDir Path folder) throws Exception {
        String echo = "{\"message\":\"" + SampleReports.SECRET + "\",\"headers\":{\"authorization\":\"AWS4-HMAC-SHA256"
                + " Credential=AKIAIOSFODNN7EXAMPLE/20200101/us-east-1/appflow/aws4_request, Signature=0123456789abcdef\","
                + "\"token\":\"" + SampleReports.TOKEN + "\"}}";
        Reports reports = new Reports("1", List.of(SampleReports.SECRET));
        StringWriter out = new StringWriter();

        reports.tell(
                SampleReports.run(
                        List.of(SampleReports.violated("stop-flow.on-demand-refused", SampleReports.stopped(echo)))),
                folder,
                new PrintWriter(out),
                new PrintWriter(out),
                Ansi.OFF);

        StringBuilder all = new StringBuilder(out.toString());
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(all.toString())
                .contains("***")
                .doesNotContain(
                        SampleReports.SECRET,
                        SampleReports.SECRET.substring(0, 10),
                        SampleReports.TOKEN,
                        SampleReports.TOKEN.substring(0, 10),
                        "AKIAIOSFODNN7EXAMPLE",
                        "0123456789abcdef");
    }
}
