package city.renewal.desk.ui;

import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeRules;
import city.renewal.notice.NoticeWords;
import city.renewal.notice.Notices;
import city.renewal.notice.ui.NoticeForm;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Writes a notice. The address may name the project and the task that it is for. */
@Route(value = "desk/notices/new", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ENGINEER, Role.Names.ADMINISTRATOR})
@CssImport("./styles/notices.css")
public final class NewNoticeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TASK = "task";
    private static final int SHOWN_MILLIS = 4_000;

    private final transient Notices notices;
    private final transient Projects projects;
    private final transient Plans plans;
    private final transient List<Project> all;
    private final NoticeForm form;

    NewNoticeView(Notices notices, NoticeRules rules, Projects projects, Plans plans, Messages messages, Clock clock) {
        this.notices = notices;
        this.projects = projects;
        this.plans = plans;
        all = projects.all();
        NoticeWords words = new NoticeWords(new Formats(messages, getLocale(), LocalDate.now(clock)), clock.getZone());
        form = new NoticeForm(words, rules, all, this::offer, notice -> notices.advise(notice, null), this::publish);
        addClassNames("desk-page", "notices-view");
        Paragraph intro = new Paragraph(getTranslation("notice.new.intro"));
        intro.addClassName("secondary");
        add(new H1(getTranslation("notice.new")), intro, form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String code = query.getSingleParameter(NoticesView.PROJECT).orElse("");
        Long task = query.getSingleParameter(TASK).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf)
                .orElse(null);
        form.choose(all.stream().filter(each -> each.code().equalsIgnoreCase(code)).findFirst().orElse(null), task);
    }

    private NoticeForm.Offer offer(Project project) {
        return new NoticeForm.Offer(projects.places(project.id()), projects.parties(project.id()),
                unfinished(project));
    }

    private List<Task> unfinished(Project project) {
        PlanSnapshot plan;
        try {
            plan = plans.readDates(project.id());
        } catch (Refusal none) {
            return List.of();
        }
        Set<Long> summaries = plan.children().keySet();
        return plan.tasks().stream()
                .filter(task -> !summaries.contains(task.id()) && !task.finished() && !task.input().milestone())
                .toList();
    }

    private void publish(NewNotice written) {
        Notice notice = notices.publish(SignedIn.required(), written);
        UI.getCurrent().navigate(NoticeView.class, NoticeView.address(notice.id()));
        Notification.show(getTranslation("notice.published"), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.new");
    }
}
