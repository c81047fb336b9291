package io.github.appflowkit.server.tls;

import io.github.appflowkit.server.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A PKCS#12 file with a server's key and certificates.
 *
 * @param password what it is locked with, or null if it is not
 */
public record Keystore(Path file, Secret password) {
    /**
     * Reads the file and makes of it what a server speaks TLS with.
     *
     * @throws KeystoreException if it is no keystore, is locked otherwise, or has no key
     */
    public SSLContext open() throws KeystoreException {
        char[] unlocking = password == null ? new char[0] : password.reveal().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, unlocking);
            if (!hasKey(store)) {
                throw new KeystoreException(file, "has no private key, only certificates");
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, unlocking);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (NoSuchFileException e) {
            throw new KeystoreException(file, "does not exist");
        } catch (IOException e) {
            throw new KeystoreException(file, reason(e));
        } catch (GeneralSecurityException e) {
            throw new KeystoreException(file, "cannot be used: " + e.getMessage());
        }
    }

    private static boolean hasKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    /** What a file that is there and yet cannot be read lacks; the JDK tells a wrong password by its cause alone. */
    private String reason(IOException failure) {
        if (failure.getCause() instanceof UnrecoverableKeyException) {
            return password == null ? "is locked: give its password" : "is not unlocked by the password given";
        }
        return Files.isReadable(file) && Files.isRegularFile(file)
                ? "is not a PKCS#12 keystore"
                : "cannot be read: " + failure.getMessage();
    }
}
