package city.renewal.app;

/** A setting that cannot be used; the message is one line that names it, its value and what would do. */
public final class ConfigurationException extends RuntimeException {

    ConfigurationException(String message) {
        super(message);
    }
}
