package io.github.appflowkit.conformance.cli;

/** An option, a variable or a file is not what it may be: one line for people, and exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String option;
    private final String value;

    /** Creates one whose message says everything. */
    UsageException(String message) {
        this("", "", message);
    }

    /**
     * Creates one about the value of an option, wherever the value came from.
     *
     * @param option the option's name, such as {@code --workers}
     * @param problem what follows the two in a sentence, such as "is not between 1 and 64"
     */
    UsageException(String option, Object value, String problem) {
        super(problem);
        this.option = option;
        this.value = String.valueOf(value);
    }

    /** The sentence, with the value named as its source shows it. */
    String text(Sources sources) {
        return option.isEmpty() ? getMessage() : sources.named(option, value) + " " + getMessage();
    }
}
