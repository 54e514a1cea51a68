package city.renewal.consent.http;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Sha256;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Household;
import city.renewal.consent.Receipt;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * One voting page as HTML: plain forms that work without script, session and cookie, at 360 px and in large type. Every
 * text that comes from people is escaped where it is written, by {@link #escaped}.
 */
final class VotePage {

    private static final String STYLE = """
            :root{--ink:#1b2733;--soft:#55626e;--jade:#0f6b5c;--late:#b93a0e;--line:#d5dbd8}
            *{box-sizing:border-box}
            body{margin:0;background:#f6f7f4;color:var(--ink);font:17px/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC",\
            "Microsoft YaHei",system-ui,sans-serif}
            [lang^=en] body{font-variant-east-asian:proportional-width}
            body.large{font-size:24px;--ink:#000;--soft:#26303a;--jade:#074a3f;--late:#8c2600}
            .banner{margin:0;background:#fbf1dc;color:#1b2733;padding:6px 16px;font-size:.8em;text-align:center}
            header,main{max-width:720px;margin:0 auto;padding:12px 16px}
            header{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between}
            header form,header div{display:inline-flex;gap:8px}
            h1{font-size:1.4em;line-height:1.3;margin:.2em 0}
            h2{font-size:1.15em;line-height:1.4;margin:0}
            article,section{background:#fff;border:1px solid var(--line);border-radius:12px;padding:16px;margin:16px 0}
            p{margin:.5em 0}
            .soft{color:var(--soft);font-size:.92em}
            .alert{border-left:6px solid var(--late)}
            .done{border-left:6px solid var(--jade)}
            dl{margin:.5em 0}
            dt{color:var(--soft);font-size:.92em}
            dd{margin:0 0 .4em}
            img{max-width:100%;height:auto;border-radius:8px;display:block;margin:8px 0}
            label{display:block}
            input[name=code]{display:block;width:100%;font:inherit;font-size:1.3em;letter-spacing:.05em;padding:10px;\
            border:2px solid var(--soft);border-radius:8px;margin:6px 0 12px;text-transform:uppercase}
            fieldset{border:0;padding:0;margin:12px 0 0;min-width:0}
            legend{padding:0;font-weight:600}
            fieldset label{display:flex;gap:12px;align-items:center;border:2px solid var(--line);border-radius:8px;\
            padding:10px 12px;margin:8px 0;min-height:48px}
            input[type=radio]{width:1.2em;height:1.2em;accent-color:var(--jade)}
            button{font:inherit;font-weight:600;min-height:48px;padding:8px 20px;border-radius:8px;\
            border:2px solid var(--jade);background:var(--jade);color:#fff;width:100%}
            header button,.plain{width:auto;background:transparent;color:var(--jade);border-color:transparent;\
            padding:4px 8px;font-weight:400;text-decoration:underline}
            a{color:var(--jade)}
            :focus-visible{outline:3px solid #22609f;outline-offset:2px}
            code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
            @media print{header form,button{display:none}}
            """;
    /** Takes the code from behind the number sign of the letter's address, where no server sees it. */
    private static final String SCRIPT = """
            var f=document.getElementById('code');\
            if(f&&location.hash.length>1){f.value=decodeURIComponent(location.hash.slice(1));\
            history.replaceState(null,'',location.pathname+location.search)}\
            """;
    /** What the page may load: its own style and script, told by their hashes, and pictures of this server. */
    static final String POLICY = "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
            + "; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Messages messages;
    private final Reading reading;
    private final boolean demonstration;
    private final ConsentWords words;
    private final Formats formats;
    private final ZoneId zone;
    private final StringBuilder body = new StringBuilder();

    /**
     * How somebody reads: language and size of letters.
     *
     * @param large whether in large type
     */
    record Reading(Locale locale, boolean large) {
    }

    /** @param demonstration whether the data are made up, which the page then says */
    VotePage(Messages messages, Reading reading, boolean demonstration, Formats formats, ZoneId zone) {
        this.messages = messages;
        this.reading = reading;
        this.demonstration = demonstration;
        this.formats = formats;
        this.words = new ConsentWords(formats);
        this.zone = zone;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private String text(String key, Object... parameters) {
        return escaped(messages.text(reading.locale(), key, parameters));
    }

    private void add(String html, Object... parts) {
        body.append(String.format(Locale.ROOT, html, parts));
    }

    /** @param alert whether it is something that went wrong */
    void say(String message, boolean alert) {
        add("<section class=\"%s\" role=\"%s\"><p>%s</p></section>\n", alert ? "alert" : "done",
                alert ? "alert" : "status", escaped(message));
    }

    void askForCode(String path, String typed, List<ConsentItem> open) {
        add("""
                <section><form method="post" action="%s">%s
                <label for="code">%s</label>
                <input id="code" name="code" value="%s" autocomplete="off" autocapitalize="characters" \
                spellcheck="false" required maxlength="40" aria-describedby="code-help">
                <p class="soft" id="code-help">%s</p>
                <button type="submit">%s</button></form></section>
                """, path, choices(), text("vote.code"), escaped(typed), text("vote.code.help"), text("vote.enter"));
        if (open.isEmpty()) {
            add("<p>%s</p>\n", text("vote.none"));
        } else {
            add("<h2>%s</h2>\n<ul>\n", text("vote.open"));
            open.forEach(item -> add("<li>%s<br><span class=\"soft\">%s</span></li>\n",
                    escaped(item.titles().in(reading.locale())), until(item)));
            add("</ul>\n");
        }
    }

    private String until(ConsentItem item) {
        return text("vote.until", item.closesOn() == null ? "" : formats.date(item.closesOn()));
    }

    void household(Household household) {
        add("<p>%s</p>\n", text("vote.household", household.buildings().in(reading.locale()), household.stairwell(),
                formats.number(household.floorArea())));
    }

    void receipt(Receipt receipt, ConsentItem item) {
        add("""
                <section class="done" role="status" id="receipt"><h2>%s</h2>
                <p>%s</p><p>%s<br><code>%s</code></p><p class="soft">%s</p></section>
                """, text("vote.stored"),
                text("vote.stored.as", item.titles().in(reading.locale()), words.choice(receipt.choice())),
                text("vote.receipt"), ConsentWords.tag(receipt.tag()), text("vote.receipt.help", receipt.number()));
    }

    void paper(String path, String code, Ballots.Paper paper) {
        ConsentItem item = paper.item();
        add("<article id=\"item-%d\"><h2>%s</h2>\n", item.id(), escaped(item.titles().in(reading.locale())));
        if (item.picture() != null) {
            add("<img src=\"/consent/picture/%s.jpg\" alt=\"%s\">\n", item.picture(),
                    text("vote.picture", item.titles().in(reading.locale())));
        }
        item.explanations().in(reading.locale()).lines().filter(line -> !line.isBlank())
                .forEach(line -> add("<p>%s</p>\n", escaped(line)));
        add("<dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl><p class=\"soft\">%s</p>\n",
                text("consent.cost"), escaped(formats.name(item.costShare())),
                text("consent.basis"), escaped(formats.name(item.legalBasis())), escaped(words.rule(item)));
        if (paper.votedAt() != null && paper.tag() != null) {
            add("<p><strong>%s</strong></p><p>%s<br><code>%s</code></p>\n",
                    text("vote.voted", formats.moment(paper.votedAt(), zone)), text("vote.receipt"),
                    ConsentWords.tag(paper.tag()));
        } else {
            ballot(path, code, item);
        }
        add("</article>\n");
    }

    private void ballot(String path, String code, ConsentItem item) {
        add("""
                <p>%s</p><form method="post" action="%s">%s
                <input type="hidden" name="code" value="%s"><input type="hidden" name="item" value="%d">
                <fieldset><legend>%s</legend>
                """, until(item), path, choices(), escaped(code), item.id(), text("vote.choose"));
        for (Choice choice : Choice.values()) {
            add("<label><input type=\"radio\" name=\"choice\" value=\"%s\" required>%s</label>\n",
                    choice.name().toLowerCase(Locale.ROOT), escaped(words.choice(choice)));
        }
        add("</fieldset><p class=\"soft\">%s</p><button type=\"submit\">%s</button></form>\n",
                text("vote.final"), text("vote.cast"));
    }

    void none() {
        add("<section><p>%s</p></section>\n", text("vote.nothing"));
    }

    private String choices() {
        return "<input type=\"hidden\" name=\"lang\" value=\"" + reading.locale().getLanguage()
                + "\"><input type=\"hidden\" name=\"size\" value=\"" + (reading.large() ? "large" : "usual") + "\">";
    }

    /** @param code who holds it goes on with it in the other language or size; empty for the first page */
    String whole(String path, String project, String code) {
        boolean english = reading.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><title>%s</title><link rel="icon" href="/icons/huanxin.svg">
                <style>%s</style></head>
                <body class="%s">
                %s<header><a href="/project/%s">%s</a><div>%s%s</div></header>
                <main><h1>%s</h1>
                %s</main>
                <script>%s</script>
                </body></html>
                """.formatted(reading.locale().toLanguageTag(), text("vote.title"), STYLE,
                reading.large() ? "large" : "usual",
                demonstration ? "<p class=\"banner\">" + text("demonstration.banner") + "</p>\n" : "",
                path.substring(path.lastIndexOf('/') + 1), escaped(project),
                change(path, code, english ? "zh" : "en", reading.large(), "nav.other-language"),
                change(path, code, reading.locale().getLanguage(), !reading.large(),
                        reading.large() ? "nav.elder.off" : "nav.elder.on"),
                text("vote.title"), body, SCRIPT);
    }

    private String change(String path, String code, String language, boolean large, String key) {
        String choices = "<input type=\"hidden\" name=\"lang\" value=\"" + language
                + "\"><input type=\"hidden\" name=\"size\" value=\"" + (large ? "large" : "usual") + "\">";
        return "<form method=\"" + (code.isEmpty() ? "get" : "post") + "\" action=\"" + path + "\">" + choices
                + (code.isEmpty() ? "" : "<input type=\"hidden\" name=\"code\" value=\"" + escaped(code) + "\">")
                + "<button type=\"submit\">" + text(key) + "</button></form>";
    }

    private static String hash(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'";
    }
}
