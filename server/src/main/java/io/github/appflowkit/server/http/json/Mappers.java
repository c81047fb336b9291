package io.github.appflowkit.server.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.appflowkit.contract.model.DeleteConnectorProfileRequest;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;

/** Makes the mappers between text and the contract's types: strict, and without coercion. */
public final class Mappers {
    private Mappers() {}

    /** Reads and writes bodies; a member that it does not know is an error in those of the control API alone. */
    public static ObjectMapper body() {
        return strict(JsonMapper.builder(json()))
                .addHandler(new UnknownMembers())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(DeleteConnectorProfileRequest.class, SampleForceDelete.class)
                .build();
    }

    /** Reads state files in JSON; a member that it does not know is an error. */
    public static ObjectMapper jsonFile() {
        return strict(JsonMapper.builder(json())).build();
    }

    /** Reads state files in YAML; a member that it does not know is an error. */
    public static ObjectMapper yamlFile() {
        LoaderOptions unlimited = new LoaderOptions();
        unlimited.setCodePointLimit(Integer.MAX_VALUE);
        YAMLFactory yaml = YAMLFactory.builder()
                .loaderOptions(unlimited)
                // The builder forgets this default.
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
        return strict(YAMLMapper.builder(yaml)).build();
    }

    private static JsonFactory json() {
        // Names are neither cached nor limited: a client chooses them, and may choose ones that collide.
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        return builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(config -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .withConfigOverride(
                        List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                // A whole number is a number, too.
                .withCoercionConfig(
                        LogicalType.Float,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS));
    }
}
