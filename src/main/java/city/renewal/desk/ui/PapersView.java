package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.project.Projects;
import city.renewal.site.paper.PaperKind;
import city.renewal.site.paper.Period;
import city.renewal.site.paper.SitePapers;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The papers that site and office hand over, each for days that are proposed and may be chosen otherwise. */
@Route(value = "desk/plan/:code/papers", layout = DeskLayout.class)
@PermitAll
public final class PapersView extends PlanPageView {

    private final transient SitePapers papers;
    private final transient Messages messages;
    private final Actor actor = SignedIn.required();
    /** Kept while the page shows the plan anew. */
    private final transient Map<PaperKind, Period> chosen = new EnumMap<>(PaperKind.class);

    PapersView(Projects projects, Plans plans, SitePapers papers, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.papers = papers;
        this.messages = messages;
    }

    @Override
    String name() {
        return "papers";
    }

    @Override
    String title() {
        return getTranslation("plan.page.papers");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        into.addClassName("papers");
        for (PaperKind kind : PaperKind.values()) {
            into.add(card(kind, chosen.getOrDefault(kind, usual(kind, formats.today()))));
        }
    }

    /** The day that ends, the week up to its Sunday, the month up to its last day. */
    private static Period usual(PaperKind kind, LocalDate today) {
        return switch (kind) {
            case DIARY -> new Period(today, today);
            case WEEKLY -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday, monday.plusDays(6));
            }
            case QUANTITIES -> new Period(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()));
        };
    }

    private Section card(PaperKind kind, Period period) {
        DateField from = day("paper.from", period.first());
        DateField to = day("paper.to", period.last());
        Locale locale = getLocale();
        List<Anchor> files = new ArrayList<>();
        for (ExportFormat format : SitePapers.FORMATS) {
            Anchor file = new Anchor(DownloadHandler.fromInputStream(download ->
                    file(kind, period(from.getValue(), to.getValue()), format, locale)),
                    getTranslation("paper.format." + format.extension()));
            file.addClassName("paper-file");
            file.getElement().setAttribute("aria-label", getTranslation("paper.kind." + kind.id()) + " "
                    + getTranslation("paper.format." + format.extension()));
            files.add(file);
        }
        from.addValueChangeListener(change -> check(kind, from, to, files));
        to.addValueChangeListener(change -> check(kind, from, to, files));
        Div days = new Div(from, to);
        days.addClassName("paper-days");
        Div links = new Div();
        links.addClassName("paper-files");
        files.forEach(links::add);
        Section card = new Section(new H2(getTranslation("paper.kind." + kind.id())),
                new Paragraph(getTranslation("paper.about." + kind.id())), days, links);
        card.addClassNames("card", "paper");
        return card;
    }

    private DateField day(String key, LocalDate value) {
        DateField day = new DateField(getTranslation(key), getLocale());
        day.setValue(value);
        day.setRequired(true);
        return day;
    }

    /** Files of days that will not do cannot be asked for. */
    private void check(PaperKind kind, DateField from, DateField to, List<Anchor> files) {
        String refusal = "";
        try {
            chosen.put(kind, period(from.getValue(), to.getValue()));
        } catch (Refusal refused) {
            refusal = refused.in(messages, getLocale());
        }
        boolean usable = refusal.isEmpty();
        to.setErrorMessage(refusal);
        to.setInvalid(!usable);
        files.forEach(file -> file.setEnabled(usable));
    }

    private static Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            throw new Refusal("paper.period.unusable", Period.MOST_DAYS);
        }
        return new Period(from, to);
    }

    private DownloadResponse file(PaperKind kind, Period period, ExportFormat format, Locale locale) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        papers.write(actor, project(), kind, period, format, locale, file);
        String name = project().code() + "-" + kind.id() + "-" + period.first() + "-" + period.last() + "."
                + format.extension();
        return new DownloadResponse(new ByteArrayInputStream(file.toByteArray()), name, format.mediaType(), file.size());
    }
}
