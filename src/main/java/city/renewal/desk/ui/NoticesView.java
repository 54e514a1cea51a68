package city.renewal.desk.ui;

import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeClash;
import city.renewal.notice.NoticeKind;
import city.renewal.notice.NoticeRules;
import city.renewal.notice.NoticeWords;
import city.renewal.notice.Notices;
import city.renewal.notice.ui.NoticeItem;
import city.renewal.notice.ui.NoticeMonth;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All notices of a month, of every project or of one, with the days on which a building has two cuts. */
@Route(value = "desk/notices", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/notices.css")
public final class NoticesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PROJECT = "project";

    private static final String MONTH = "month";
    private static final String KIND = "kind";
    /** Months around today that can be looked at. */
    private static final int MOST_MONTHS = 240;

    private final transient Notices notices;
    private final transient NoticeRules rules;
    private final transient Projects projects;
    private final transient NoticeWords words;
    private final transient Clock clock;
    private transient YearMonth month;
    private transient @Nullable String project;
    private transient @Nullable String kind;

    NoticesView(Notices notices, NoticeRules rules, Projects projects, Messages messages, ChangeFeed feed,
                Clock clock) {
        this.notices = notices;
        this.rules = rules;
        this.projects = projects;
        this.clock = clock;
        month = YearMonth.now(clock);
        words = new NoticeWords(new Formats(messages, getLocale(), LocalDate.now(clock)), clock.getZone());
        addClassNames("desk-page", "notices-view");
        ChangeSubscription.keep(this, feed, change -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        month = query.getSingleParameter(MONTH).map(this::month).orElse(YearMonth.now(clock));
        project = query.getSingleParameter(PROJECT).filter(code -> !code.isBlank()).orElse(null);
        kind = query.getSingleParameter(KIND).filter(id -> rules.find(id).isPresent()).orElse(null);
        show();
    }

    private YearMonth month(String text) {
        YearMonth now = YearMonth.now(clock);
        try {
            YearMonth asked = YearMonth.parse(text);
            return Math.abs(asked.getYear() - now.getYear()) * 12L > MOST_MONTHS ? now : asked;
        } catch (DateTimeException notAMonth) {
            return now;
        }
    }

    private void show() {
        removeAll();
        List<Project> all = projects.all();
        Project only = all.stream().filter(each -> each.code().equalsIgnoreCase(project)).findFirst().orElse(null);
        List<Notice> found = notices.between(month.atDay(1), month.atEndOfMonth(), only == null ? null : only.code());
        // Two cuts meet whichever kind is looked at.
        List<NoticeClash> clashes = NoticeClash.among(found, words.zone());
        List<Notice> shown = found.stream().filter(each -> kind == null || each.kind().id().equals(kind)).toList();
        add(head(only), filters(all, only));
        if (!clashes.isEmpty()) {
            add(clashes(clashes));
        }
        add(new NoticeMonth(month, shown, only != null,
                clashes.stream().flatMap(each -> each.days().stream()).collect(Collectors.toSet()), words), list(shown));
    }

    private Div head(@Nullable Project only) {
        Div head = new Div(new H1(getTranslation("notice.title")));
        head.addClassName("notices-head");
        if (only != null) {
            head.add(new RouterLink(only.names().in(getLocale()), PlanView.class, PlanPages.of(only)));
        }
        if (Notices.mayWrite(SignedIn.required())) {
            RouterLink write = new RouterLink(getTranslation("notice.new"), NewNoticeView.class);
            write.setQueryParameters(only == null ? QueryParameters.empty() : QueryParameters.of(PROJECT, only.code()));
            write.setId("notice-new");
            head.add(write);
        }
        return head;
    }

    private Div filters(List<Project> all, @Nullable Project only) {
        ComboBox<Project> projectField = new ComboBox<>();
        projectField.setLabel(getTranslation("column.project"));
        projectField.setItems(all);
        projectField.setItemLabelGenerator(each -> each.code() + " " + each.names().in(getLocale()));
        projectField.setPlaceholder(getTranslation("notice.all-projects"));
        projectField.setClearButtonVisible(true);
        projectField.setValue(only);
        projectField.setId("notices-project");
        projectField.addValueChangeListener(change ->
                go(month, change.getValue() == null ? null : change.getValue().code(), kind));
        Select<NoticeKind> kindField = new Select<>();
        kindField.setLabel(getTranslation("notice.kind"));
        kindField.setItems(rules.kinds());
        kindField.setEmptySelectionAllowed(true);
        kindField.setEmptySelectionCaption(getTranslation("notice.all-kinds"));
        kindField.setItemLabelGenerator(each ->
                each == null ? getTranslation("notice.all-kinds") : each.name().in(getLocale()));
        kindField.setValue(rules.find(kind).orElse(null));
        kindField.setId("notices-kind");
        kindField.addValueChangeListener(change ->
                go(month, project, change.getValue() == null ? null : change.getValue().id()));
        Div row = new Div(months(), projectField, kindField);
        row.addClassNames("notice-row", "notices-filters");
        return row;
    }

    private Nav months() {
        H2 name = new H2(DateTimeFormatter.ofPattern(getTranslation("notice.month"), getLocale()).format(month));
        name.setId("notices-month");
        Nav nav = new Nav(way("‹", "notice.month.before", month.minusMonths(1)), name,
                way("›", "notice.month.after", month.plusMonths(1)));
        nav.addClassName("notices-months");
        nav.getElement().setAttribute("aria-label", getTranslation("notice.months"));
        return nav;
    }

    private RouterLink way(String sign, String key, YearMonth to) {
        RouterLink link = new RouterLink(sign, NoticesView.class);
        link.setQueryParameters(query(to, project, kind));
        link.getElement().setAttribute("aria-label", getTranslation(key));
        link.setHighlightCondition((any, event) -> false);
        return link;
    }

    private void go(YearMonth to, @Nullable String code, @Nullable String id) {
        getUI().ifPresent(ui -> ui.navigate(NoticesView.class, query(to, code, id)));
    }

    private QueryParameters query(YearMonth to, @Nullable String code, @Nullable String id) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!to.equals(YearMonth.now(clock))) {
            query.put(MONTH, to.toString());
        }
        if (code != null) {
            query.put(PROJECT, code);
        }
        if (id != null) {
            query.put(KIND, id);
        }
        return QueryParameters.simple(query);
    }

    private Section clashes(List<NoticeClash> clashes) {
        UnorderedList list = new UnorderedList();
        for (NoticeClash clash : clashes) {
            String where = clash.place() == null ? getTranslation("notice.everywhere")
                    : clash.place().in(getLocale()) + (clash.others() ? getTranslation("notice.and-others") : "");
            ListItem item = new ListItem(getTranslation("notice.clash.line", words.formats().date(clash.days().getFirst()),
                    clash.one().projectName().in(getLocale()), where) + " ");
            item.add(NoticeView.link(words.kind(clash.one()) + " " + words.hour(clash.one().span()), clash.one().id()),
                    new Span(" + "),
                    NoticeView.link(words.kind(clash.other()) + " " + words.hour(clash.other().span()),
                            clash.other().id()));
            list.add(item);
        }
        Section card = new Section(new H2(getTranslation("notice.clash.title", clashes.size())), list);
        card.addClassNames("card", "notice-clashes");
        card.setId("notice-clashes");
        return card;
    }

    private Section list(List<Notice> shown) {
        Section section = new Section(new H2(getTranslation("notice.list.title", shown.size())));
        section.addClassName("notices-list");
        if (shown.isEmpty()) {
            section.add(new Paragraph(getTranslation("notice.none")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("notice-cards");
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Notice notice : shown) {
            NoticeItem item = new NoticeItem(NoticeView.link(words.kind(notice) + " · "
                    + notice.projectName().in(getLocale()), notice.id()), notice, words, now);
            item.addClassName("card");
            list.add(item);
        }
        section.add(list);
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.title");
    }
}
