package io.github.appflowkit.server.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a body as the contract has it: a JSON object in UTF-8 and nothing else; an empty body is an empty object. */
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements MessageBodyReader<Object> {
    /** How Jackson's message begins where a member is there twice. */
    private static final String TWICE = "Duplicate field";

    /** How it begins where there is too much nesting; the other thing that has a limit is the length of numbers. */
    private static final String TOO_DEEP = "Document nesting depth";

    private static final String GOES_ON = "The request body goes on behind its JSON object.";

    private final ObjectMapper mapper;
    private final BoundedBody bounds;

    public JsonBodyReader(ObjectMapper mapper, BoundedBody bounds) {
        this.mapper = mapper;
        this.bounds = bounds;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String announced = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        byte[] bytes = bounds.read(body, announced == null ? -1 : Long.parseLong(announced));
        return bytes.length == 0 ? parse("{}", type) : parse(decode(bytes), type);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The request body is not UTF-8.");
        }
    }

    private Object parse(String text, Class<?> type) throws IOException {
        try {
            requireObjectOfWholeCharacters(text);
            return mapper.readValue(text, type);
        } catch (JsonMappingException e) {
            throw malformed("The request body cannot be read: " + BindingFailure.description(e) + ".");
        } catch (StreamConstraintsException e) {
            throw malformed(
                    e.getOriginalMessage().startsWith(TOO_DEEP)
                            ? "The request body is nested more than " + StreamReadConstraints.DEFAULT_MAX_DEPTH
                                    + " levels deep."
                            : "The request body has a number of more than " + StreamReadConstraints.DEFAULT_MAX_NUM_LEN
                                    + " digits.");
        } catch (JsonProcessingException e) {
            String place = BindingFailure.place(e);
            String fault =
                    e.getOriginalMessage().startsWith(TWICE) ? "has a member twice in one object" : "is not valid JSON";
            throw malformed("The request body " + fault + (place.isEmpty() ? "" : " (" + place + ")") + ".");
        }
    }

    /**
     * Checks what the mapper does not, or tells less clearly: the type of the root, that nothing follows it, and that
     * no name or string is cut within a character.
     */
    private void requireObjectOfWholeCharacters(String text) throws IOException {
        if (text.startsWith("\ufeff")) {
            throw malformed("The request body begins with a byte order mark.");
        }
        boolean ended = false;
        try (JsonParser parser = mapper.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("The request body is not a JSON object.");
            }
            for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
                if (ended) {
                    throw malformed(GOES_ON);
                }
                boolean characters = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
                if (characters && !StandardCharsets.UTF_8.newEncoder().canEncode(parser.getText())) {
                    throw malformed("The request body has half of a surrogate pair.");
                }
                ended = token == JsonToken.END_OBJECT
                        && parser.getParsingContext().inRoot();
            }
        } catch (JsonProcessingException e) {
            if (ended) {
                throw malformed(GOES_ON);
            }
            throw e;
        }
    }

    private static RefusedRequest malformed(String message) {
        return new RefusedRequest(ErrorType.SERIALIZATION, message);
    }
}
