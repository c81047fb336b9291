package io.github.appflowkit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PlotTest {
    @Test
    void every_point_is_marked_and_every_line_is_named() throws Exception {
        Plot plot = new Plot(
                "a < b",
                "connections",
                "requests/s",
                List.of(
                        new Plot.Line("one", Map.of(1.0, 10.0, 10.0, 40.0, 100.0, 50.0)),
                        new Plot.Line("other", Map.of(1.0, 5.0, 100.0, 0.5))));

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(plot.svg())));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(5);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("a < b", "connections", "requests/s", "one", "other");
        Element middle = (Element) svg.getElementsByTagName("circle").item(1);
        Element last = (Element) svg.getElementsByTagName("circle").item(2);
        assertThat(Double.parseDouble(middle.getAttribute("cx"))).isEqualTo((100 + 680) / 2.0);
        assertThat(Double.parseDouble(last.getAttribute("cy"))).isEqualTo(50);
    }
}
