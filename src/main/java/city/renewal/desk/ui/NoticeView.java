package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeAdvice;
import city.renewal.notice.NoticeRefusal;
import city.renewal.notice.NoticeRules;
import city.renewal.notice.NoticeVersion;
import city.renewal.notice.NoticeWords;
import city.renewal.notice.Notices;
import city.renewal.notice.ui.NoticeItem;
import city.renewal.notice.ui.NoticeMoveForm;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One notice with everything that it ever said, and the ways to give it another time or to cancel it. */
@Route(value = "desk/notices/:id([0-9]{1,18})", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/notices.css")
public final class NoticeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ID = "id";
    private static final int SHOWN_MILLIS = 4_000;

    private final transient Notices notices;
    private final transient NoticeRules rules;
    private final transient NoticeWords words;
    private final transient Messages messages;
    private final transient Clock clock;
    private final Actor actor = SignedIn.required();
    private final Div body = new Div();
    private final Div action = new Div();
    private transient @Nullable Notice shown;

    NoticeView(Notices notices, NoticeRules rules, Messages messages, ChangeFeed feed, Clock clock) {
        this.notices = notices;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
        words = new NoticeWords(new Formats(messages, getLocale(), LocalDate.now(clock)), clock.getZone());
        addClassNames("desk-page", "notices-view");
        body.addClassName("notice-page");
        action.setId("notice-action");
        add(body, action);
        // What somebody is writing stays: they are told when they save that the notice has changed.
        ChangeSubscription.keep(this, feed, change -> {
            if (shown != null && change.projectId() == shown.projectId() && action.getComponentCount() == 0) {
                notices.find(shown.id()).ifPresent(this::show);
            }
        });
    }

    static RouteParameters address(long id) {
        return new RouteParameters(ID, String.valueOf(id));
    }

    static RouterLink link(String text, long id) {
        return new RouterLink(text, NoticeView.class, address(id));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(ID).orElse("");
        Optional<Notice> found = notices.find(Long.parseLong(id));
        show(found.orElseThrow(() -> new NotFoundException(messages.text(getLocale(), "notice.unknown", id))));
    }

    private void show(Notice notice) {
        shown = notice;
        action.removeAll();
        body.removeAll();
        OffsetDateTime now = OffsetDateTime.now(clock);
        UnorderedList only = new UnorderedList(new NoticeItem(new H2(words.kind(notice)), notice, words, now));
        only.addClassNames("notice-one", "card");
        Div ways = new Div(new RouterLink(notice.projectName().in(getLocale()), PlanView.class,
                PlanPages.of(notice.projectCode())),
                new Anchor("/desk/notices?" + NoticesView.PROJECT + "=" + notice.projectCode(),
                        getTranslation("notice.of-project")),
                new Anchor("/project/" + notice.projectCode(), getTranslation("plan.public-page")));
        if (notice.taskId() != null) {
            ways.add(new RouterLink(getTranslation("notice.task"), TaskView.class, notice.taskId()));
        }
        ways.addClassName("notice-ways");
        body.add(new H1(getTranslation("notice.heading", words.kind(notice), notice.projectName().in(getLocale()))),
                ways, only);
        Notice.State state = notice.state(now);
        if (Notices.mayWrite(actor) && (state == Notice.State.COMING || state == Notice.State.VALID)) {
            body.add(actions(notice));
        }
        body.add(history(notices.versions(notice.id())));
    }

    private Div actions(Notice notice) {
        Button move = new Button(getTranslation("notice.move"), click -> open(new NoticeMoveForm(notice, words,
                rules.night(), OffsetDateTime.now(clock), this::advise, made ->
                        done("notice.move.done", notices.move(actor, notice.id(), made)))));
        move.setId("notice-move");
        Button cancel = new Button(getTranslation("notice.cancel"), click -> open(cancelForm(notice)));
        cancel.setId("notice-cancel");
        cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Div row = new Div(move, cancel);
        row.addClassName("notice-row");
        return row;
    }

    private NoticeAdvice advise(NewNotice notice) {
        return notices.advise(notice, shown);
    }

    private void open(Div form) {
        action.removeAll();
        action.add(form);
        form.scrollIntoView();
    }

    private Div cancelForm(Notice notice) {
        TextField why = new TextField(getTranslation("notice.why"));
        why.setMaxLength(NewNotice.LONGEST_WHY);
        why.setId("notice-why");
        why.addClassName("notice-wide");
        Button cancel = new Button(getTranslation("notice.cancel.do"), click -> {
            try {
                String said = why.getValue().isBlank() ? null : why.getValue().strip();
                done("notice.cancel.done", notices.cancel(actor, notice.id(), notice.revision(), said));
            } catch (NoticeRefusal refusal) {
                why.setErrorMessage(refusal.in(messages, getLocale()));
                why.setInvalid(true);
            }
        });
        cancel.setId("notice-cancel-do");
        cancel.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        Div form = new Div(why, cancel);
        form.addClassNames("card", "notice-form");
        return form;
    }

    private void done(String key, Notice now) {
        show(now);
        Notification.show(getTranslation(key), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private Section history(List<NoticeVersion> versions) {
        OrderedList list = new OrderedList();
        for (NoticeVersion version : versions) {
            String what = version.versionNo() == 1 ? getTranslation("notice.history.published")
                    : getTranslation(version.cancelled() ? "notice.state.cancelled" : "notice.moved");
            Span who = new Span(getTranslation("notice.history.by", words.moment(version.writtenAt()),
                    words.formats().name(version.author())));
            who.addClassName("secondary");
            ListItem item = new ListItem(new Span(what + " · " + words.when(version.span())), who);
            if (version.dueAt() != null && !version.cancelled()) {
                item.add(new Span(getTranslation(version.late() ? "notice.history.late" : "notice.history.in-time",
                        words.moment(version.dueAt()))));
            }
            if (version.why() != null) {
                item.add(new Span(words.formats().name(version.why())));
            }
            list.add(item);
        }
        Section section = new Section(new H2(getTranslation("notice.history")), list);
        section.addClassNames("card", "notice-history");
        section.setId("notice-history");
        return section;
    }

    @Override
    public String getPageTitle() {
        return shown == null ? getTranslation("notice.title")
                : getTranslation("notice.heading", words.kind(shown), shown.projectName().in(getLocale()));
    }
}
