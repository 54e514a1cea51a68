package city.renewal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key with its certificate that signs itself, made by the JDK's own tool for one test. */
public final class Certificates {

    private static final String PASSWORD = "only-for-tests";

    private final Process making;
    private final Path directory;
    private final String name;

    /**
     * Begins to make it.
     *
     * @param subject who it speaks for, as {@code ip:127.0.0.1} or {@code dns:example.cn}
     */
    public Certificates(Path directory, String name, String subject) {
        this.directory = directory;
        this.name = name;
        try {
            making = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "own",
                    "-dname", "CN=" + name, "-ext", "SAN=" + subject, "-validity", "2", "-storetype", "PKCS12",
                    "-storepass", PASSWORD, "-keystore", store().toString())
                    .redirectErrorStream(true).redirectOutput(directory.resolve(name + ".log").toFile()).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path store() {
        return directory.resolve(name + ".p12");
    }

    /** @return what a server with it shows */
    public SSLContext identity() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(read(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    /** @return a file with the certificate, for those who are to trust it */
    public Path pem() {
        try {
            String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(read().getCertificate("own").getEncoded());
            return Files.writeString(directory.resolve(name + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    private KeyStore read() throws GeneralSecurityException {
        try {
            if (making.waitFor() != 0) {
                throw new AssertionError(Files.readString(directory.resolve(name + ".log"), StandardCharsets.UTF_8));
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(store())) {
                store.load(content, PASSWORD.toCharArray());
            }
            return store;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
