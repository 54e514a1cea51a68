package city.renewal.resident.http;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.http.OnThreads;
import city.renewal.base.http.ReaderChoice;
import city.renewal.base.http.ServerAddress;
import city.renewal.project.Kinds;
import city.renewal.resident.ResidentPages;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * {@code /n/…}: what hangs at the door and is read on any telephone. Makes no session, sets no cookie, sends no script.
 * The language is the address's {@code lang}, else the browser's; the size is the address's {@code large}, else what the
 * reader chose on other pages, whose cookie comes along; caches are told so by {@code Vary}, and ask again each time,
 * which costs them a 304. Answers before any servlet is asked, whose container costs more than the page. What lies
 * ready is sent by the thread that read the request, so that readers neither wait for a thread nor take one from those
 * who write; only what has yet to be made is given to the server's other threads.
 */
public final class NoticeHandler extends Handler.Abstract.NonBlocking {

    private static final long PAGE_BYTES = 32L << 20;
    private static final long POSTER_BYTES = 16L << 20;
    /** Half of the two seconds within which a change has to be on the page. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String BELOW = NoticeAddress.ROOT + "/";
    private static final String POLICY = "Content-Security-Policy";
    /** Of addresses that stay read; apart from the pages, since anybody can write one page's address in many ways. */
    private static final int ADDRESS_CHARACTERS = 1 << 20;
    private static final Map<Locale, HttpField> LANGUAGES = Messages.LOCALES.stream().collect(Collectors.toMap(
            Function.identity(), each -> new PreEncodedHttpField(HttpHeader.CONTENT_LANGUAGE, each.toLanguageTag())));
    private static final HttpField ALLOWED = new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD, OPTIONS");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding, Accept-Language, Cookie");
    private static final HttpField ASK_AGAIN = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, no-cache");
    private static final HttpField KEEP_NOWHERE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField RETRY = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "10");
    /** Posters that are drawn at the same time; each takes fonts of twenty megabytes into memory. */
    private static final int DRAWERS = 2;
    /** People who may wait for a poster: for the last of them it takes some ten seconds. */
    static final int MOST_WAITING = 160;

    private final HttpFields always;
    private final HttpField overHttps;
    private final String publicAddress;
    private final Cache<String, Optional<NoticeAddress>> addresses =
            Caffeine.newBuilder().maximumWeight(ADDRESS_CHARACTERS)
                    .weigher((String written, Optional<NoticeAddress> read) -> written.length()).build();
    private final LongAdder asked = new LongAdder();
    private volatile @Nullable Opened opened;

    /** What answers are made with, once the program's services are there. */
    private record Opened(NoticeDesk desk, NoticeShelf<Key, Served> pages, NoticeShelf<Key, Served> posters,
                          Turns<Key, Optional<Served>> drawing, Clock clock, HttpFields always) {
    }

    /** What an answer depends on besides its project. */
    private record Key(NoticeAddress address, String language, String base, LocalDate day) {
    }

    /**
     * @param always        headers of every answer of the program
     * @param overHttps     header of every answer of the program over HTTPS
     * @param publicAddress where residents reach the program, without a slash at its end; empty to take the address on
     *                      which this machine was asked
     */
    public NoticeHandler(HttpFields always, HttpField overHttps, String publicAddress) {
        this.always = HttpFields.build(always).remove(POLICY).add(VARY).asImmutable();
        this.overHttps = overHttps;
        this.publicAddress = publicAddress;
    }

    /** Begins to answer. Called once, before the port is open. */
    public void open(ResidentPages residents, Messages messages, Kinds kinds, ChangeFeed feed, Clock clock) {
        NoticeDesk desk = new NoticeDesk(residents, messages, kinds, feed, clock);
        // Posters lie apart from the pages, and are never made behind anybody: what draws them is bounded.
        opened = new Opened(desk, new NoticeShelf<>(feed, clock, PAGE_BYTES, PATIENCE),
                new NoticeShelf<>(feed, clock, POSTER_BYTES, Duration.ZERO),
                new Turns<>("poster-", DRAWERS, MOST_WAITING), clock,
                HttpFields.build(always).add(new PreEncodedHttpField(POLICY, desk.policy())).asImmutable());
    }

    /** @return requests so far, about */
    public long asked() {
        return asked.sum();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(BELOW) && !path.equals(NoticeAddress.ROOT)) {
            return false;
        }
        asked.increment();
        Opened with = Objects.requireNonNull(opened);
        response.getHeaders().add(with.always());
        if (request.isSecure()) {
            response.getHeaders().add(overHttps);
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(with, request, response, callback);
            case "OPTIONS" -> {
                response.getHeaders().add(ALLOWED);
                response.setStatus(HttpStatus.NO_CONTENT_204);
                callback.succeeded();
            }
            default -> {
                response.getHeaders().add(ALLOWED);
                Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            }
        }
        return true;
    }

    private void answer(Opened with, Request request, Response response, Callback callback) {
        NoticeAddress address = addresses.get(request.getHttpURI().getPathQuery(),
                written -> NoticeAddress.of(request)).map(asked -> sized(asked, request)).orElse(null);
        Locale language = language(request, address);
        response.getHeaders().add(LANGUAGES.get(language));
        if (address == null) {
            unknown(with, language, request, response, callback);
            return;
        }
        String base = ServerAddress.of(publicAddress, Request.getLocalAddr(request), Request.getLocalPort(request));
        NoticeAddress wanted = address.form().drawn() ? address.plain() : address;
        Key key = new Key(wanted, language.getLanguage(), base, LocalDate.now(with.clock()));
        Supplier<Optional<Served>> maker = () -> with.desk().make(wanted, language, base);
        NoticeShelf<Key, Served> shelf = address.form().drawn() ? with.posters() : with.pages();
        Optional<Served> ready = shelf.atHand(key, maker);
        if (ready.isPresent()) {
            send(ready.get(), request, response, callback);
        } else if (address.form().drawn()) {
            draw(with, key, () -> shelf.get(key, maker), new Asked(address, language, request, response, callback));
        } else {
            OnThreads.run(request, callback, () ->
                    new Asked(address, language, request, response, callback).give(with, shelf.get(key, maker)));
        }
    }

    /** A request that waits. */
    private record Asked(NoticeAddress address, Locale language, Request request, Response response,
                         Callback callback) {

        void give(Opened with, Optional<Served> made) {
            made.ifPresentOrElse(served -> send(served, request, response, callback),
                    () -> unknown(with, language, request, response, callback));
        }
    }

    /** Whoever waits for a poster takes none of the server's threads. */
    private static void draw(Opened with, Key key, Supplier<Optional<Served>> maker, Asked asked) {
        with.drawing().ask(key, Request.getRemoteAddr(asked.request()), maker).ifPresentOrElse(turn -> {
            // Nothing goes over the line while somebody waits, which is no fault of theirs.
            asked.request().addIdleTimeoutListener(idle -> false);
            turn.whenComplete((made, failed) -> {
                if (failed != null) {
                    asked.callback().failed(failed);
                } else {
                    asked.give(with, made);
                }
            });
        }, () -> {
            asked.response().getHeaders().add(RETRY);
            refuse(HttpStatus.SERVICE_UNAVAILABLE_503, NoticeDesk.HTML, with.desk().busy(asked.address(),
                    asked.language()), asked.request(), asked.response(), asked.callback());
        });
    }

    private static void unknown(Opened with, Locale language, Request request, Response response, Callback callback) {
        refuse(HttpStatus.NOT_FOUND_404, NoticeDesk.HTML, with.desk().unknown(language), request, response, callback);
    }

    private static void refuse(int status, String type, String text, Request request, Response response,
                               Callback callback) {
        response.setStatus(status);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().add(KEEP_NOWHERE).add(HttpHeader.CONTENT_TYPE, type)
                .add(HttpHeader.CONTENT_LENGTH, body.length);
        write(body, request, response, callback);
    }

    private static NoticeAddress sized(NoticeAddress asked, Request request) {
        boolean elder = asked.size() == null && asked.form() == NoticeAddress.Form.PAGE
                && Request.getCookies(request).stream().anyMatch(each -> each.getName().equals(ReaderChoice.ELDER));
        return elder ? asked.sized(true) : asked;
    }

    private static Locale language(Request request, @Nullable NoticeAddress address) {
        Locale named = address == null ? NoticeAddress.language(Request.extractQueryParameters(request))
                : address.language();
        if (named != null) {
            return named;
        }
        return Messages.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    }

    private static void send(Served served, Request request, Response response, Callback callback) {
        Served.Body body = served.compressed() != null && takesGzip(request) ? served.compressed() : served.plain();
        HttpFields.Mutable headers = response.getHeaders();
        headers.add(body.tag()).add(ASK_AGAIN);
        String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
        if (known != null && served.isAmong(known)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        headers.add(body.headers());
        write(body.bytes(), request, response, callback);
    }

    private static void write(byte[] body, Request request, Response response, Callback callback) {
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
    }

    private static boolean takesGzip(Request request) {
        String taken = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        return taken != null && taken.contains("gzip")
                && (!taken.contains("q=0") || !taken.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?"));
    }
}
