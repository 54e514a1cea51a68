package city.renewal.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting, with its default. {@code config/renewal.properties} documents each; a test keeps the two together.
 * The environment variable is {@code RENEWAL_} and the name in capitals with underscores.
 */
public enum Setting {
    SERVER_HOST("127.0.0.1"),
    SERVER_PORT("8080"),
    SERVER_SESSION_MINUTES("30"),
    SERVER_METRICS("loopback"),
    SERVER_PUBLIC_ADDRESS(""),
    SERVER_TRUSTED_PROXY(""),
    DATA_DIRECTORY("data"),
    DATA_DEMONSTRATION("auto"),
    DATABASE_URL(""),
    DATABASE_USER(""),
    DATABASE_PASSWORD(""),
    DATABASE_CONNECTIONS("10"),
    TIME_ZONE("Asia/Shanghai"),
    WORK_HEATING_SEASON("11-15..03-15"),
    IMPORT_MEGABYTES("50"),
    IMPORT_SECONDS("60"),
    IMPORT_HEAP_MEGABYTES("512"),
    PHOTO_MEGABYTES("25"),
    PHOTO_MEGAPIXELS("64"),
    SITE_SILENT_DAYS("7"),
    MATTER_REOPEN_DAYS("14"),
    MATTER_PHONE_DAYS("90"),
    CONSENT_KEEP_DAYS("1095"),
    MAIL_HOST(""),
    MAIL_PORT("587"),
    MAIL_SECURITY("starttls"),
    MAIL_CERTIFICATES(""),
    MAIL_USER(""),
    MAIL_PASSWORD(""),
    MAIL_FROM(""),
    MAIL_KEEP_DAYS("90"),
    TOKEN_DAYS("90"),
    TOKEN_LONGEST_DAYS("366"),
    PRIVACY_KEY_FILE(""),
    PRIVACY_OFFICE(""),
    PRIVACY_CONTACT("");

    private final String fallback;

    Setting(String fallback) {
        this.fallback = fallback;
    }

    /** @return the name in the properties file, such as {@code server.port} */
    public String key() {
        String lower = name().toLowerCase(Locale.ROOT);
        int group = lower.indexOf('_');
        return lower.substring(0, group) + "." + lower.substring(group + 1).replace('_', '-');
    }

    /** @return the environment variable that sets it */
    public String variable() {
        return "RENEWAL_" + name();
    }

    /** @return the value where nobody set one; empty for none */
    public String fallback() {
        return fallback;
    }

    static Optional<Setting> byKey(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
    }
}
