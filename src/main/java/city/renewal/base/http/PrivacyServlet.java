package city.renewal.base.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code /privacy}: what is kept of residents, why, how long, who sees it, and what they may ask for. The Personal
 * Information Protection Law wants that told before anything is collected (个人信息保护法 art. 17; the rights are those
 * of arts. 44 to 50), so every public page leads here.
 */
public final class PrivacyServlet extends HttpServlet {

    private final transient PublicPages pages;
    private final Terms terms;

    /**
     * @param office      who answers for the data, empty where nobody said
     * @param contact     how they are reached, empty where nobody said
     * @param matterDays  after which telephone numbers and photos of closed matters are deleted
     * @param consentDays after which scans of votes, and owners' names that nothing uses any more, are deleted
     * @param visitDays   after which telephone numbers and notes of appointments are deleted
     * @param mailDays    after which addresses of finished projects are deleted
     */
    public record Terms(String office, String contact, int matterDays, int consentDays, int visitDays, int mailDays) {
    }

    public PrivacyServlet(PublicPages pages, Terms terms) {
        this.pages = pages;
        this.terms = terms;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "page/privacy.jte", new PrivacyPage(
                pages.frame(reader, reader.text("personal-data.title"), PublicPages.PRIVACY),
                List.of(new PrivacyPage.Part(reader.text("personal-data.who"), who(reader)),
                        part(reader, "personal-data.read", "personal-data.read.text"),
                        part(reader, "personal-data.matter", "personal-data.matter.text", terms.matterDays()),
                        part(reader, "personal-data.consent", "personal-data.consent.text", terms.consentDays()),
                        part(reader, "personal-data.visit", "personal-data.visit.text", terms.visitDays()),
                        part(reader, "personal-data.mail", "personal-data.mail.text", terms.mailDays()),
                        part(reader, "personal-data.safe", "personal-data.safe.text"),
                        part(reader, "personal-data.rights", "personal-data.rights.text"))));
    }

    private String who(PageReader reader) {
        return terms.office().isEmpty() || terms.contact().isEmpty() ? reader.text("personal-data.who.unsaid")
                : reader.text("personal-data.who.text", terms.office(), terms.contact());
    }

    private static PrivacyPage.Part part(PageReader reader, String heading, String text, Object... values) {
        return new PrivacyPage.Part(reader.text(heading), reader.text(text, values));
    }
}
