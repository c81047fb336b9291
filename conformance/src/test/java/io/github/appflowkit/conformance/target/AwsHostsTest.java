package io.github.appflowkit.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts are AWS itself, where nothing is ever judged. */
class AwsHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "amazonaws.com",
                "amazonaws.com.cn",
                "amazonaws.eu",
                "amazonwebservices.com.cn",
                "amazonwebservices.eu",
                "api.aws",
                "c2s.ic.gov",
                "sc2s.sgov.gov",
                "cloud.adc-e.uk",
                "csp.hci.ic.gov"
            })
    void every_partition_is_aws(String domain) {
        assertThat(AwsHosts.contains(URI.create("https://" + domain))).isTrue();
        assertThat(AwsHosts.contains(URI.create("https://appflow.some-region-1." + domain)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566",
                "http://amazonaws.com.localhost",
                "https://myamazonaws.com",
                "http://api.aws.test",
                "https://ic.gov",
                "https://notamazonaws.eu"
            })
    void another_host_is_not_aws(String url) {
        assertThat(AwsHosts.contains(URI.create(url))).isFalse();
    }
}
