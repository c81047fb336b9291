package io.github.appflowkit.server.http.json;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

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

    private final Validator validator;

    public ContractValidator() {
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure().ignoreXmlConfiguration();
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(CodePointSize.class);
        // Our messages are AWS's (see ConstraintMessages); without an expression language there is none to inject into.
        validator = configuration
                .addMapping(mapping)
                .messageInterpolator(new ParameterMessageInterpolator())
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
