package city.renewal.app;

import city.renewal.account.TokenLimits;
import city.renewal.base.DatabaseSettings;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.matter.MatterSettings;
import city.renewal.plan.Season;
import city.renewal.site.photo.PhotoLimits;
import city.renewal.subscription.MailAddress;
import city.renewal.subscription.MailSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force. A flag beats the environment, the environment beats the file, the file beats the default.
 *
 * @param metrics       to whom {@code /metrics} answers
 * @param publicAddress where residents reach the program, without a slash at its end; empty where nobody said
 * @param trustedProxy  address of the proxy that is believed about whom it asks for; empty for none
 * @param heatingSeason when heating is on every year
 * @param demonstration whether to load the demonstration into an empty database: yes, no, or when it is empty
 * @param consentKeepDays days after the last vote of a project for which owners' names and scans of votes are kept
 * @param mail          how mails are sent, if they are
 * @param privacyKey    file of the key under which households' data are sealed, null for the usual one
 * @param privacyOffice who answers for residents' data, empty where nobody said
 * @param privacyContact how they are reached, empty where nobody said
 */
public record Configuration(
        String host,
        int port,
        Duration sessionTimeout,
        Metrics metrics,
        String publicAddress,
        String trustedProxy,
        DatabaseSettings database,
        Demonstration demonstration,
        ZoneId zone,
        Season heatingSeason,
        int importMegabytes,
        Duration importTime,
        int importHeapMegabytes,
        PhotoLimits photoLimits,
        int silentDays,
        MatterSettings matters,
        int consentKeepDays,
        MailSettings mail,
        TokenLimits tokenLimits,
        @Nullable Path privacyKey,
        String privacyOffice,
        String privacyContact) {

    /** When the demonstration programme is loaded. It never goes over existing data. */
    public enum Demonstration {
        /** Wanted; refused when the database has projects of its own. */
        YES,
        NO,
        /** Loaded when the database is empty. */
        AUTO
    }

    /** Who may read how the program does. */
    public enum Metrics {
        LOOPBACK,
        ANYONE,
        OFF
    }

    /** @return where the key lies under which households' data in this directory are sealed */
    Path keyFile(Path directory) {
        return privacyKey == null ? directory.resolve(Vault.USUAL_FILE) : privacyKey;
    }

    /** @return whether only programs on this machine can reach the server */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * @param flags       what the command line sets
     * @param environment the process's variables
     * @param file        a properties file in UTF-8, or null
     * @throws ConfigurationException when the file cannot be read, a key is unknown or a value will not do
     */
    public static Configuration read(Map<Setting, String> flags, Map<String, String> environment,
                                     @Nullable Path file) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.fallback());
        }
        if (file != null) {
            values.putAll(fromFile(file));
        }
        for (Setting setting : Setting.values()) {
            String set = environment.get(setting.variable());
            if (set != null) {
                values.put(setting, set);
            }
        }
        values.putAll(flags);
        return new Parsed(values).configuration();
    }

    private static Map<Setting, String> fromFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException failed) {
            throw new ConfigurationException("Cannot read the configuration file " + file + ": " + failed);
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (String key : properties.stringPropertyNames()) {
            Setting setting = Setting.byKey(key).orElseThrow(() -> new ConfigurationException(
                    "Unknown setting '" + key + "' in " + file + "; config/renewal.properties lists them all"));
            values.put(setting, properties.getProperty(key).strip());
        }
        return values;
    }

    /** Turns texts into values and says which one will not do. */
    private record Parsed(Map<Setting, String> values) {

        /** Scheme, host and perhaps a port, in the characters that an address has. */
        private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,200}");
        private static final Pattern NUMBERS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
        private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{0,200}");

        Configuration configuration() {
            String url = text(Setting.DATABASE_URL);
            return new Configuration(
                    text(Setting.SERVER_HOST),
                    number(Setting.SERVER_PORT, 0, 65_535),
                    Duration.ofMinutes(number(Setting.SERVER_SESSION_MINUTES, 1, 1_440)),
                    metrics(),
                    publicAddress(),
                    trustedProxy(),
                    new DatabaseSettings(
                            path(Setting.DATA_DIRECTORY),
                            url.isEmpty() ? null : postgresql(url),
                            optional(Setting.DATABASE_USER),
                            optional(Setting.DATABASE_PASSWORD),
                            number(Setting.DATABASE_CONNECTIONS, 2, 64)),
                    demonstration(),
                    zone(),
                    heatingSeason(),
                    number(Setting.IMPORT_MEGABYTES, 1, 1_024),
                    Duration.ofSeconds(number(Setting.IMPORT_SECONDS, 1, 3_600)),
                    number(Setting.IMPORT_HEAP_MEGABYTES, 64, 16_384),
                    new PhotoLimits(number(Setting.PHOTO_MEGABYTES, 1, 200),
                            number(Setting.PHOTO_MEGAPIXELS, 1, 400)),
                    number(Setting.SITE_SILENT_DAYS, 1, 60),
                    new MatterSettings(number(Setting.MATTER_REOPEN_DAYS, 1, 365),
                            number(Setting.MATTER_PHONE_DAYS, 0, 3_660)),
                    number(Setting.CONSENT_KEEP_DAYS, 366, 36_500),
                    mail(),
                    tokenLimits(),
                    privacyKey(),
                    text(Setting.PRIVACY_OFFICE),
                    text(Setting.PRIVACY_CONTACT));
        }

        private String text(Setting setting) {
            return values.get(setting).strip();
        }

        private @Nullable String optional(Setting setting) {
            return text(setting).isEmpty() ? null : text(setting);
        }

        private int number(Setting setting, int least, int most) {
            try {
                int value = Integer.parseInt(text(setting));
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, together with numbers out of range.
            }
            throw bad(setting, "a whole number from " + least + " to " + most);
        }

        private Path path(Setting setting) {
            try {
                if (!text(setting).isEmpty()) {
                    return Path.of(text(setting));
                }
            } catch (InvalidPathException notAPath) {
                // Said below, together with an empty one.
            }
            throw bad(setting, "the path of a directory");
        }

        private @Nullable Path privacyKey() {
            return text(Setting.PRIVACY_KEY_FILE).isEmpty() ? null : path(Setting.PRIVACY_KEY_FILE);
        }

        private String postgresql(String url) {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw bad(Setting.DATABASE_URL, "empty, or an address that begins with jdbc:postgresql:");
            }
            return url;
        }

        private Demonstration demonstration() {
            return switch (text(Setting.DATA_DEMONSTRATION)) {
                case "yes" -> Demonstration.YES;
                case "no" -> Demonstration.NO;
                case "auto" -> Demonstration.AUTO;
                default -> throw bad(Setting.DATA_DEMONSTRATION, "yes, no or auto");
            };
        }

        private Metrics metrics() {
            return switch (text(Setting.SERVER_METRICS)) {
                case "loopback" -> Metrics.LOOPBACK;
                case "anyone" -> Metrics.ANYONE;
                case "off" -> Metrics.OFF;
                default -> throw bad(Setting.SERVER_METRICS, "loopback, anyone or off");
            };
        }

        private String publicAddress() {
            String address = text(Setting.SERVER_PUBLIC_ADDRESS).replaceFirst("/$", "");
            if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
                throw bad(Setting.SERVER_PUBLIC_ADDRESS, "empty, or an address such as https://renewal.example.cn");
            }
            return address;
        }

        private String trustedProxy() {
            String address = text(Setting.SERVER_TRUSTED_PROXY);
            if (!address.isEmpty() && !NUMBERS.matcher(address).matches()) {
                throw bad(Setting.SERVER_TRUSTED_PROXY, "empty, or the proxy's address in numbers such as 127.0.0.1");
            }
            return address;
        }

        /** With a server, its sender and the address that its links lead to are needed too. */
        private MailSettings mail() {
            String host = text(Setting.MAIL_HOST);
            if (!HOST.matcher(host).matches()) {
                throw bad(Setting.MAIL_HOST, "empty, or the name of a mail server such as smtp.example.cn");
            }
            if (!host.isEmpty() && publicAddress().isEmpty()) {
                throw bad(Setting.SERVER_PUBLIC_ADDRESS,
                        "an address such as https://renewal.example.cn, because mail.host is set");
            }
            return new MailSettings(host, number(Setting.MAIL_PORT, 1, 65_535), optional(Setting.MAIL_USER),
                    optional(Setting.MAIL_PASSWORD), mailSecurity(), mailCertificates(),
                    host.isEmpty() ? "" : mailFrom(), publicAddress(),
                    number(Setting.MAIL_KEEP_DAYS, 0, 3_660));
        }

        private MailSettings.Security mailSecurity() {
            return switch (text(Setting.MAIL_SECURITY)) {
                case "starttls" -> MailSettings.Security.STARTTLS;
                case "tls" -> MailSettings.Security.TLS;
                case "none" -> MailSettings.Security.NONE;
                default -> throw bad(Setting.MAIL_SECURITY, "starttls, tls or none");
            };
        }

        private @Nullable Path mailCertificates() {
            String file = text(Setting.MAIL_CERTIFICATES);
            try {
                if (file.isEmpty() || Files.isReadable(Path.of(file))) {
                    return file.isEmpty() ? null : Path.of(file);
                }
            } catch (InvalidPathException notAPath) {
                // Said below, together with one that cannot be read.
            }
            throw bad(Setting.MAIL_CERTIFICATES, "empty, or a file of certificates in PEM that can be read");
        }

        private String mailFrom() {
            try {
                return MailAddress.of(text(Setting.MAIL_FROM)).text();
            } catch (Refusal malformed) {
                throw bad(Setting.MAIL_FROM, "an e-mail address such as renewal@example.cn, because mail.host is set");
            }
        }

        private ZoneId zone() {
            try {
                return ZoneId.of(text(Setting.TIME_ZONE));
            } catch (DateTimeException unknown) {
                throw bad(Setting.TIME_ZONE, "a zone such as Asia/Shanghai");
            }
        }

        private TokenLimits tokenLimits() {
            int longest = number(Setting.TOKEN_LONGEST_DAYS, 1, 3_660);
            return new TokenLimits(Math.min(number(Setting.TOKEN_DAYS, 1, 3_660), longest), longest);
        }

        private Season heatingSeason() {
            try {
                return Season.parse(text(Setting.WORK_HEATING_SEASON));
            } catch (IllegalArgumentException malformed) {
                throw bad(Setting.WORK_HEATING_SEASON, "a season such as 11-15..03-15");
            }
        }

        private ConfigurationException bad(Setting setting, String wanted) {
            String shown = setting == Setting.DATABASE_PASSWORD || setting == Setting.MAIL_PASSWORD ? "…" : text(setting);
            return new ConfigurationException("Setting " + setting.key() + " (" + setting.variable() + ") is '"
                    + shown + "', but must be " + wanted);
        }
    }
}
