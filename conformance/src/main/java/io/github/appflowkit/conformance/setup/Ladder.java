package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which resources can get to a target, from the one that serves most to the one that serves nothing, and the
 * choice among them. A file of names comes first where one is given, for who gives one wants it used.
 *
 * @param sender sends to the target
 * @param control calls the state control API, where there is one
 * @param signer holds the credentials of the target's own operations; empty to send requests unsigned
 * @param templates make the requests of the target's own operations
 * @param names what the user's file names; empty if there is none
 * @param paths where the judged operations are called
 * @param ledger notes what is made
 */
public record Ladder(
        Sender sender,
        ControlClient control,
        Optional<Signer> signer,
        RequestTemplates templates,
        Optional<ExistingResources> names,
        Set<String> paths,
        Ledger ledger) {
    /** What can be asked for. */
    public enum Rung {
        AUTO,
        CONTROL,
        API,
        NAMES,
        NONE
    }

    public Ladder {
        paths = Set.copyOf(paths);
    }

    /**
     * What the ladder came to.
     *
     * @param access by what scenarios reach the target
     * @param setup the rung that serves
     * @param passedOver why rungs that were tried do not serve, a line each
     */
    public record Choice(Access access, Setup setup, List<String> passedOver) implements AutoCloseable {
        public Choice {
            passedOver = List.copyOf(passedOver);
        }

        /** Why the rung that was asked for does not serve; empty if it does. */
        public Optional<String> refusal(Rung asked) {
            boolean served = asked == Rung.AUTO || setup.rung().equalsIgnoreCase(asked.name());
            return served ? Optional.empty() : Optional.of(passedOver.get(passedOver.size() - 1));
        }

        /** Whether scenarios have to come one after the other. */
        public boolean oneByOne() {
            return setup instanceof NamesSetup;
        }

        /** What the user's file still names although it may be stopped or deleted. */
        public List<String> usedUp() {
            return setup instanceof NamesSetup names ? names.usedUp() : List.of();
        }

        @Override
        public void close() {
            setup.close();
        }
    }

    /**
     * Chooses the rung that is asked for, or with {@link Rung#AUTO} the first that works. What serves of the second rung is
     * found out by making one resource of every kind, which is removed again.
     *
     * @param name a name that nothing bears
     * @return the choice; with no setup at all, and the reason, if the rung that was asked for does not serve
     */
    public Choice choose(Rung asked, String name) {
        List<String> passedOver = new ArrayList<>();
        return switch (asked) {
            case NAMES -> names(passedOver).orElseGet(() -> none(passedOver));
            case CONTROL -> control(name, passedOver).orElseGet(() -> none(passedOver));
            case API -> api(name, passedOver).orElseGet(() -> none(passedOver));
            case NONE -> none(passedOver);
            case AUTO ->
                names.flatMap(given -> names(passedOver))
                        .or(() -> control(name, passedOver))
                        .or(() -> api(name, passedOver))
                        .orElseGet(() -> none(passedOver));
        };
    }

    private Optional<Choice> names(List<String> passedOver) {
        if (names.isEmpty()) {
            passedOver.add("names: no file is given with --names");
            return Optional.empty();
        }
        NamesSetup setup = new NamesSetup(names.get(), paths);
        return Optional.of(new Choice(Access.live(new WatchedSender(sender, setup), setup), setup, passedOver));
    }

    private Optional<Choice> control(String name, List<String> passedOver) {
        ControlSetup setup = new ControlSetup(control, sender.target().endpoint(), ledger);
        Optional<String> refusal = setup.refusal(name);
        refusal.ifPresent(reason -> passedOver.add("control: no state control API can be used at "
                + control.sender().target().endpoint() + " (" + reason + "); --control-url says where it is"));
        return refusal.isPresent() ? Optional.empty() : Optional.of(live(protecting(setup), passedOver));
    }

    private Optional<Choice> api(String name, List<String> passedOver) {
        ApiSetup setup = new ApiSetup(sender.target(), signer, templates, ledger);
        setup.tryEverything(name);
        Optional<String> refusal = setup.refusal();
        if (refusal.isPresent()) {
            passedOver.add("api: " + refusal.get());
            setup.close();
            return Optional.empty();
        }
        return Optional.of(live(protecting(setup), passedOver));
    }

    private Choice none(List<String> passedOver) {
        return live(new NoSetup(), passedOver);
    }

    private Setup protecting(Setup setup) {
        return names.<Setup>map(given -> new ProtectingSetup(setup, given)).orElse(setup);
    }

    /** What a user's file protects is protected on every rung. */
    private Choice live(Setup setup, List<String> passedOver) {
        Sender guarded = names.<Sender>map(given -> new WatchedSender(sender, new NamesSetup(given, paths)))
                .orElse(sender);
        return new Choice(Access.live(guarded, setup), setup, passedOver);
    }
}
