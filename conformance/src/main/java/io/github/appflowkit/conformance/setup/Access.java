package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Sender;
import java.util.Optional;

/** By what scenarios reach the target: the live one, one whose exchanges are kept, or a recording of one. */
public interface Access {
    /**
     * What sends a scenario's requests.
     *
     * @param scenario its key, which is the same in every run
     */
    Sender sender(String scenario);

    /**
     * What puts a scenario's resources at the target.
     *
     * @param scenario its key, which is the same in every run
     */
    Setup setup(String scenario);

    /** Whether requests go out now, so that they can take time. */
    boolean isLive();

    /** Why scenarios of a recorded run were not begun, if it ended early; empty for a live target. */
    Optional<String> endedEarly();

    /** Access to a live target, which all scenarios share. */
    static Access live(Sender sender, Setup setup) {
        return new Access() {
            @Override
            public Sender sender(String scenario) {
                return sender;
            }

            @Override
            public Setup setup(String scenario) {
                return setup;
            }

            @Override
            public boolean isLive() {
                return true;
            }

            @Override
            public Optional<String> endedEarly() {
                return Optional.empty();
            }
        };
    }
}
