package io.github.appflowkit.server;

import io.github.appflowkit.server.store.StoreSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say where the state is kept. */
final class StoreOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "memory",
            converter = OptionTypes.Store.class,
            description = "Where state is kept: memory, which forgets it at the end; jdbc:h2:file:PATH, a file; or"
                    + " jdbc:postgresql://HOST/DATABASE, which servers can share (default: ${DEFAULT-VALUE}).")
    private String store;

    @Option(names = "--store-user", paramLabel = "USER", description = "The user of the database, if it has users.")
    private String storeUser;

    @Option(
            names = "--store-password",
            paramLabel = "PASSWORD",
            description = "The password of that user. Others can see an option, but not APPFLOW_STORE_PASSWORD.")
    private String storePassword;

    /**
     * What the options say.
     *
     * @throws ParameterException if they do not go together
     */
    StoreSettings settings() {
        try {
            return new StoreSettings(store, storeUser, storePassword);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
