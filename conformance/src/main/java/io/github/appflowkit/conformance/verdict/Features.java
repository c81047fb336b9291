package io.github.appflowkit.conformance.verdict;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.resource.Resource;
import io.github.appflowkit.conformance.rule.Catalogue;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The suite's features as Cucumber runs them, parsed once for all runs of a process. */
final class Features {
    private static final FeatureParser PARSER = new FeatureParser(UUID::randomUUID);
    private static final List<Feature> PARSED = Catalogue.FEATURES.stream()
            .map(path -> PARSER.parseResource(new ClassPathFile(path)).orElseThrow())
            .toList();

    private Features() {}

    static List<Feature> parsed() {
        return PARSED;
    }

    /** A file that is read without a list of all the files beside it, which takes long in a large jar. */
    private record ClassPathFile(String path) implements Resource {
        @Override
        public URI getUri() {
            return URI.create("classpath:" + path);
        }

        @Override
        public InputStream getInputStream() {
            return Features.class.getClassLoader().getResourceAsStream(path);
        }
    }
}
