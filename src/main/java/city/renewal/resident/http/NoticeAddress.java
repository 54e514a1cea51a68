package city.renewal.resident.http;

import city.renewal.base.Messages;
import city.renewal.base.http.ReaderChoice;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for under {@code /n}: {@code /n/{code}[/{building}[/{stairwell}]]} and then nothing, {@code /poster},
 * {@code /posters} for all doors below, {@code .ics} or {@code .atom}; {@code ?lang=zh|en}, {@code ?large=1|0} and {@code ?paper=a3} choose how. The choice is
 * carried on by every link of a page, so that none has to be kept anywhere.
 *
 * @param code      of the project, in capital letters
 * @param building  code of one of its places, in capital letters, or null
 * @param stairwell number of a stairwell of the building, 1 to 99, or null
 * @param language  the one that the address names, or null for what the browser asks for
 * @param size      whether the address asks for elder mode, or null where it says nothing
 * @param a3        whether a poster is twice as large
 */
record NoticeAddress(
        String code,
        @Nullable String building,
        @Nullable Integer stairwell,
        Form form,
        @Nullable Locale language,
        @Nullable Boolean size,
        boolean a3) {

    static final String ROOT = "/n";

    private static final Pattern PATH = Pattern.compile(
            "/([A-Za-z0-9-]{1,32})(?:/(?!posters?/?$)([A-Za-z0-9+-]{1,32})(?:/([1-9][0-9]?))?)?(/posters?|\\.ics|\\.atom)?/?");
    private static final String LANGUAGE = ReaderChoice.NAMED_LANGUAGE;
    private static final String LARGE = ReaderChoice.NAMED_ELDER;
    private static final String PAPER = "paper";
    private static final String CHOSEN = ReaderChoice.YES;
    private static final String NOT_CHOSEN = "0";
    private static final String A3 = "a3";

    /** What is made for a project or a door, and how its address ends. */
    enum Form {
        PAGE(""),
        POSTER("/poster"),
        POSTERS("/posters"),
        CALENDAR(".ics"),
        FEED(".atom");

        private final String end;

        Form(String end) {
            this.end = end;
        }

        /** @return whether it is drawn for the printer, which takes long */
        boolean drawn() {
            return this == POSTER || this == POSTERS;
        }

        private static Form of(@Nullable String end) {
            for (Form form : values()) {
                if (form.end.equals(end)) {
                    return form;
                }
            }
            return PAGE;
        }
    }

    /** @return what is asked for, or empty when the path is none of ours */
    static Optional<NoticeAddress> of(Request request) {
        Matcher parts = PATH.matcher(Request.getPathInContext(request).substring(ROOT.length()));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Fields query = Request.extractQueryParameters(request);
        return Optional.of(new NoticeAddress(
                parts.group(1).toUpperCase(Locale.ROOT),
                parts.group(2) == null ? null : parts.group(2).toUpperCase(Locale.ROOT),
                parts.group(3) == null ? null : Integer.valueOf(parts.group(3)),
                Form.of(parts.group(4)),
                language(query),
                query.getValue(LARGE) == null ? null : Boolean.valueOf(CHOSEN.equals(query.getValue(LARGE))),
                A3.equalsIgnoreCase(query.getValue(PAPER))));
    }

    /** @return the language that the address names, or null */
    static @Nullable Locale language(Fields query) {
        String asked = query.getValue(LANGUAGE);
        return Messages.LOCALES.stream()
                .filter(offered -> offered.getLanguage().equals(asked))
                .findFirst()
                .orElse(null);
    }

    /** @return the same for the whole project */
    NoticeAddress ofProject() {
        return new NoticeAddress(code, null, null, form, language, size, a3);
    }

    NoticeAddress at(String place, @Nullable Integer door) {
        return new NoticeAddress(code, place, door, form, language, size, a3);
    }

    NoticeAddress as(Form other) {
        return new NoticeAddress(code, building, stairwell, other, language, size, a3);
    }

    NoticeAddress on(boolean largePaper) {
        return new NoticeAddress(code, building, stairwell, form, language, size, largePaper);
    }

    NoticeAddress in(@Nullable Locale other) {
        return new NoticeAddress(code, building, stairwell, form, other, size, a3);
    }

    /** @return what paper can show of it: no size, and the language of whoever asks */
    NoticeAddress plain() {
        return new NoticeAddress(code, building, stairwell, form, null, null, a3);
    }

    /** @return elder mode */
    boolean large() {
        return Boolean.TRUE.equals(size);
    }

    NoticeAddress sized(boolean elder) {
        return new NoticeAddress(code, building, stairwell, form, language, elder, a3);
    }

    /** @return the path and query, from the root of the server */
    String link() {
        String link = chosen(path());
        return a3 ? link + (link.contains("?") ? '&' : '?') + PAPER + '=' + A3 : link;
    }

    /** @return an address of another page that carries on how the reader wants to read */
    String chosen(String other) {
        StringBuilder link = new StringBuilder(other);
        if (language != null) {
            link.append(link.indexOf("?") < 0 ? '?' : '&').append(LANGUAGE).append('=').append(language.getLanguage());
        }
        if (size != null) {
            link.append(link.indexOf("?") < 0 ? '?' : '&').append(LARGE).append('=').append(size ? CHOSEN : NOT_CHOSEN);
        }
        return link.toString();
    }

    /** @return without how to show it: what is printed beside a door */
    String path() {
        StringBuilder path = new StringBuilder(ROOT).append('/').append(code);
        if (building != null) {
            path.append('/').append(building);
        }
        if (stairwell != null) {
            path.append('/').append(stairwell);
        }
        return path.append(form.end).toString();
    }
}
