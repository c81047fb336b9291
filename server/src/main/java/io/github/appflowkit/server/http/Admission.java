package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.Scope;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;

/** Decides who gets in: it stands between routing, which tells nothing that is not public, and all the rest. */
final class Admission {
    private final Identification identification;
    private final boolean proves;
    private final ControlGuard control;
    private final Caller own;

    /**
     * Creates the admission.
     *
     * @param proves whether the identification proves what it tells
     * @param own what requests mean that say nothing of account and region
     */
    Admission(Identification identification, boolean proves, ControlGuard control, Scope own) {
        this.identification = identification;
        this.proves = proves;
        this.control = control;
        this.own = new Caller(own, true);
    }

    /** Whom a request counts for that is not let in, or not yet: nobody, if that takes a proof. */
    Caller unproved() {
        return proves ? Caller.NOBODY : own;
    }

    /**
     * Lets a request in.
     *
     * @throws io.github.appflowkit.server.problem.Problem if it stays outside
     */
    Caller admit(Request request) throws IOException {
        if (control.guards(request)) {
            control.refuseOtherSites(request);
            if (control.isBorne(request)) {
                return own;
            }
            if (!proves) {
                control.requireOpen(request);
            }
        }
        return new Caller(identification.of(request), !proves);
    }
}
