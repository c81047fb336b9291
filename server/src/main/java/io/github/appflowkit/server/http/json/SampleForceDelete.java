package io.github.appflowkit.server.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Lets {@code forceDelete} be the string that the documented sample sends, beside the Boolean that it is. */
interface SampleForceDelete {
    @JsonDeserialize(using = BooleanOrItsName.class)
    void setForceDelete(Boolean forceDelete);

    /** Reads a Boolean, or exactly the string "true" or "false". */
    final class BooleanOrItsName extends StdDeserializer<Boolean> {
        private static final long serialVersionUID = 1;

        BooleanOrItsName() {
            super(Boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                switch (parser.getText()) {
                    case "true":
                        return true;
                    case "false":
                        return false;
                    default:
                        break;
                }
            }
            return _parseBoolean(parser, context, Boolean.class);
        }
    }
}
