package city.renewal.subscription;

import city.renewal.base.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;

/** Lays letters out as mails: plain text and HTML that says the same, with whole addresses and the way to leave. */
final class LetterLayout {

    /** Where a reader leaves, before the key. */
    static final String LEAVE_PATH = "/mail/leave/";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Messages messages;
    private final Keys keys;
    private final String base;

    /** @param base where readers reach the program, without a slash at its end */
    LetterLayout(Messages messages, Keys keys, String base) {
        this.messages = messages;
        this.keys = keys;
        this.base = base;
    }

    Envelope lay(Letter letter, MailDao.Due mail, String to) {
        Locale language = Locale.forLanguageTag(mail.language());
        String leave = base + LEAVE_PATH + keys.leaving(mail.subscriptionId());
        MailPage page = new MailPage(mail.language(), messages.text(language, "brand.name"), letter.subject(),
                letter.heading(), letter.intro(),
                letter.items().stream().map(item -> new MailPage.Item(item.title(), item.text(), base + item.link()))
                        .toList(),
                letter.more(), base + letter.link(), letter.linkText(), letter.note(), leave,
                messages.text(language, "letter.leave"));
        StringOutput html = new StringOutput();
        templates.render("letter/mail.jte", page, html);
        return new Envelope(mail.messageId(), to, page.brand(), letter.subject(), page.plain(), html.toString(), leave);
    }
}
