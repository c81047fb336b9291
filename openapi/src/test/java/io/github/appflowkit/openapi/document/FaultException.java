package io.github.appflowkit.openapi.document;

/** Something that a maintainer has to mend: its message is the one line that says where, why and what to do. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one for a finding that ends the work. */
    public FaultException(Finding finding) {
        this(finding.toString());
    }

    /** Creates one for a whole file. */
    public FaultException(String file, String reason) {
        this(file + ": " + reason);
    }

    /** Creates one that says everything. */
    public FaultException(String line) {
        super(line, null, false, false);
    }

    /** The line alone, so that whoever prints the exception prints nothing else. */
    @Override
    public String toString() {
        return getMessage();
    }
}
