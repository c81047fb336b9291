package io.github.appflowkit.server.http.json;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;

/** Holds values of the contract's types against the contract's constraints. */
public final class ContractValidator {
    /** An ordinary outcome, whose stack trace nobody reads. */
    private static final class Refusal extends ConstraintViolationException {
        private static final long serialVersionUID = 1;

        Refusal(Set<? extends ConstraintViolation<?>> violations) {
            super(null, violations);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** The messages are AWS's (see ConstraintMessages): Hibernate's own would be made for nothing, and take their time. */
    private static final MessageInterpolator NO_MESSAGES = new MessageInterpolator() {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    };

    private final Validator validator;

    public ContractValidator() {
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure().ignoreXmlConfiguration();
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(CodePointSize.class);
        validator = configuration
                .addMapping(mapping)
                .messageInterpolator(NO_MESSAGES)
                .buildValidatorFactory()
                .getValidator();
    }

    /**
     * Lets a value pass that keeps every constraint.
     *
     * @throws ConstraintViolationException naming all that it breaks
     */
    public <T> T requireValid(T value) {
        Set<ConstraintViolation<T>> violations = violations(value);
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
        return value;
    }

    /** Every constraint that a value breaks. */
    public <T> Set<ConstraintViolation<T>> violations(T value) {
        return validator.validate(value);
    }
}
