package io.github.appflowkit.server.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.github.appflowkit.contract.control.model.StateDocument;
import java.io.IOException;

/**
 * Passes over the members that an operation does not know, as AWS's services do, so that newer clients are served. In
 * the control API such a member is a slip of its user's, who would get another state than the one asked for.
 */
final class UnknownMembers extends DeserializationProblemHandler {
    private static final String CONTROL = StateDocument.class.getPackageName();

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name)
            throws IOException {
        if (bean.getClass().getPackageName().equals(CONTROL)) {
            return false;
        }
        parser.skipChildren();
        return true;
    }
}
