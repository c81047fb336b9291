package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.verdict.RunResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BadgeTest {
    private static final String ALL = SampleReports.BINDING + "/" + SampleReports.BINDING;

    @Test
    void a_right_endpoint_is_green_with_all_its_rules() throws Exception {
        Element svg = svg(SampleReports.green());

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("AppFlow conformance: " + ALL + ". Conformant. Every one of " + SampleReports.BINDING
                        + " rules holds.");
        assertThat(Badge.write(SampleReports.report(SampleReports.green()))).contains(">" + ALL + "</text>", "#2e7d32");
    }

    @Test
    void other_outcomes_have_their_own_words_and_colours() {
        assertThat(badge(SampleReports.notRouted())).contains(">not served</text>", "#616161");
        assertThat(badge(SampleReports.untestable())).contains(">0/" + SampleReports.BINDING + "</text>", "#616161");
        assertThat(badge(SampleReports.error())).contains(">suite failed</text>", "#616161");
        assertThat(badge(SampleReports.run(List.of(SampleReports.violated(
                        "stop-flow.on-demand-refused", SampleReports.stopped(SampleReports.HOSTILE))))))
                .contains(">0/1</text>", "#c62828");
    }

    @Test
    void the_text_fits_its_part() throws Exception {
        Element svg = svg(SampleReports.green());
        Element label = (Element) svg.getElementsByTagName("text").item(0);
        Element box = (Element) ((Element) svg.getElementsByTagName("g").item(0))
                .getElementsByTagName("rect")
                .item(0);

        // 19 letters of 11 pixels in a font like Verdana are 121 pixels wide.
        assertThat(Double.parseDouble(label.getAttribute("textLength"))).isBetween(115.0, 127.0);
        assertThat(Double.parseDouble(box.getAttribute("width")))
                .isGreaterThan(Double.parseDouble(label.getAttribute("textLength")) + 10);
    }

    private static String badge(RunResult run) {
        return Badge.write(SampleReports.report(run));
    }

    private static Element svg(RunResult run) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(badge(run).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
