package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.json.ContractValidator;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Holds every body that was read against the contract before an operation sees it. */
final class Validating implements ReaderInterceptor {
    private final ContractValidator validator;

    Validating(ContractValidator validator) {
        this.validator = validator;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return validator.requireValid(context.proceed());
    }
}
