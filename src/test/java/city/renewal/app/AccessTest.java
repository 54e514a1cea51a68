package city.renewal.app;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.LoginView;
import city.renewal.base.ui.NotFoundView;
import city.renewal.desk.ui.BaselinesView;
import city.renewal.desk.ui.CalendarsView;
import city.renewal.desk.ui.CommitmentView;
import city.renewal.desk.ui.CommitmentsView;
import city.renewal.desk.ui.ConfirmationView;
import city.renewal.desk.ui.ConflictsView;
import city.renewal.desk.ui.ConsentView;
import city.renewal.desk.ui.CriticalView;
import city.renewal.desk.ui.FindingView;
import city.renewal.desk.ui.FindingsView;
import city.renewal.desk.ui.GridsView;
import city.renewal.desk.ui.HandoverView;
import city.renewal.desk.ui.ImportView;
import city.renewal.desk.ui.LookAheadView;
import city.renewal.desk.ui.MatterView;
import city.renewal.desk.ui.MattersView;
import city.renewal.desk.ui.MilestonesView;
import city.renewal.desk.ui.MissingSheetsView;
import city.renewal.desk.ui.MyMessagesView;
import city.renewal.desk.ui.MyWorkView;
import city.renewal.desk.ui.NewFindingView;
import city.renewal.desk.ui.NewNoticeView;
import city.renewal.desk.ui.NewPlanView;
import city.renewal.desk.ui.NoticeView;
import city.renewal.desk.ui.NoticesView;
import city.renewal.desk.ui.PapersView;
import city.renewal.desk.ui.PhotosView;
import city.renewal.desk.ui.PlanListView;
import city.renewal.desk.ui.PlanView;
import city.renewal.desk.ui.ProjectsView;
import city.renewal.desk.ui.RepairView;
import city.renewal.desk.ui.RepairsView;
import city.renewal.desk.ui.SCurveView;
import city.renewal.desk.ui.SandboxesView;
import city.renewal.desk.ui.StatusView;
import city.renewal.desk.ui.TaskView;
import city.renewal.desk.ui.TemplateView;
import city.renewal.desk.ui.TimeLocationView;
import city.renewal.desk.ui.TokensView;
import city.renewal.desk.ui.VisitDayView;
import city.renewal.desk.ui.VisitPlanView;
import city.renewal.desk.ui.VisitsView;
import city.renewal.desk.ui.WarrantiesView;
import city.renewal.desk.ui.WhatIfView;
import city.renewal.desk.ui.WindowsView;
import city.renewal.matter.MatterSample;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notices;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.CommitmentSample;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.NewCommitment;
import city.renewal.programme.ui.OverviewView;
import city.renewal.resident.ui.EvidenceView;
import city.renewal.resident.ui.ProjectView;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.photo.Photos;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every view and every role, as people come for them: residents without an account, engineers to report, supervisors to
 * confirm, planners to plan, community workers to answer and to book, district officers to see all and to promise,
 * administrators for everything but confirming, viewers to read.
 */
class AccessTest extends ViewTest {

    private static final Set<Role> STAFF = EnumSet.allOf(Role.class);
    private static final Set<Role> PLANNING = EnumSet.of(Role.PLANNER, Role.ADMINISTRATOR);
    private static final Set<Role> ANSWERING = EnumSet.of(Role.COMMUNITY, Role.ADMINISTRATOR);
    private static final Set<Role> HOMES = EnumSet.of(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR);

    /** @param open null for everybody, also without an account */
    private record Door(String address, Set<Role> open) {
    }

    private final Map<Class<? extends Component>, Door> doors = new LinkedHashMap<>();
    private final Map<Role, Actor> people = new EnumMap<>(Role.class);

    @BeforeEach
    void open() throws IOException {
        MatterSample matters = new MatterSample(services());
        CommitmentSample commitments = new CommitmentSample(services());
        PublicSample sample = commitments.projects();
        SmallPlan plan = sample.compound("C01", "示例里", "示例街");
        People staff = sample.people();
        people.putAll(Map.of(Role.PLANNER, staff.planner(), Role.ENGINEER, staff.engineer(),
                Role.SUPERVISOR, staff.supervisor(), Role.COMMUNITY, matters.worker, Role.VIEWER, staff.viewer(),
                Role.OFFICER, commitments.officer(), Role.ADMINISTRATOR, new Actor(0, "admin", "Admin", Role.ADMINISTRATOR)));
        int commitment = service(Commitments.class).add(commitments.officer(), new NewCommitment(TODAY.getYear(), null,
                "改造", null, Basis.FINISHED, null, null, "compound", BigDecimal.ONE, TODAY.plusDays(20), "示例区住建委", "科",
                "022-0000-8000", Set.of("C01")));
        long notice = service(Notices.class).publish(staff.planner(), new NewNotice("C01", "water", List.of(),
                TODAY.plusDays(3).atTime(9, 0), TODAY.plusDays(3).atTime(17, 0), false, "更换管道", null, "示例公司",
                "022-0000-1001", null, null, null)).id();
        long finding = service(Findings.class).raise(staff.supervisor(), new NewFinding(plan.project().id(), "quality",
                "minor", "开裂", null, null, service(Findings.class).parties(plan.project().id()).getFirst().id(),
                TODAY.plusDays(3), List.of(service(Photos.class).receive(staff.supervisor(), picture())), null)).id();
        long sandbox = service(Sandboxes.class).make(staff.planner(), plan.project().id(), "两班倒");
        String matter = matters.leak(plan.project()).number();

        everybody(OverviewView.class, "");
        everybody(ProjectView.class, "project/C01");
        everybody(EvidenceView.class, "project/C01/evidence");
        door(MyWorkView.class, "desk", STAFF);
        door(MyMessagesView.class, "desk/messages", STAFF);
        door(TokensView.class, "desk/tokens", STAFF);
        door(ProjectsView.class, "desk/projects", STAFF);
        door(CommitmentsView.class, "desk/commitments?year=" + TODAY.getYear(), STAFF);
        door(CommitmentView.class, "desk/commitment/" + TODAY.getYear() + "/" + commitment, STAFF);
        door(MissingSheetsView.class, "desk/missing", STAFF);
        door(FindingsView.class, "desk/findings", STAFF);
        door(FindingView.class, "desk/finding/" + finding, STAFF);
        door(NoticesView.class, "desk/notices", STAFF);
        door(NoticeView.class, "desk/notices/" + notice, STAFF);
        door(WarrantiesView.class, "desk/warranties", STAFF);
        door(HandoverView.class, "desk/handover/C01", STAFF);
        door(ConflictsView.class, "desk/conflicts", STAFF);
        door(PlanView.class, "desk/plan/C01", STAFF);
        door(PlanListView.class, "desk/plan/C01/list", STAFF);
        door(BaselinesView.class, "desk/plan/C01/baselines", STAFF);
        door(CalendarsView.class, "desk/plan/C01/calendars", STAFF);
        door(CriticalView.class, "desk/plan/C01/critical", STAFF);
        door(LookAheadView.class, "desk/plan/C01/look-ahead", STAFF);
        door(MilestonesView.class, "desk/plan/C01/milestones", STAFF);
        door(PapersView.class, "desk/plan/C01/papers", STAFF);
        door(PhotosView.class, "desk/plan/C01/photos", STAFF);
        door(SCurveView.class, "desk/plan/C01/s-curve", STAFF);
        door(StatusView.class, "desk/plan/C01/status", STAFF);
        door(TimeLocationView.class, "desk/plan/C01/time-location", STAFF);
        door(TaskView.class, "desk/task/" + plan.pipes(), STAFF);
        door(TemplateView.class, "desk/plan/C01/template", PLANNING);
        door(SandboxesView.class, "desk/plan/C01/what-if", PLANNING);
        door(WhatIfView.class, "desk/plan/C01/what-if/" + sandbox, PLANNING);
        door(NewPlanView.class, "desk/new-plan", PLANNING);
        door(ImportView.class, "desk/import", PLANNING);
        door(WindowsView.class, "desk/windows", PLANNING);
        door(NewNoticeView.class, "desk/notices/new?project=C01", EnumSet.of(Role.PLANNER, Role.ENGINEER, Role.ADMINISTRATOR));
        door(NewFindingView.class, "desk/findings/new?project=C01",
                EnumSet.of(Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR));
        door(ConfirmationView.class, "desk/confirm", EnumSet.of(Role.SUPERVISOR));
        door(MattersView.class, "desk/matters", ANSWERING);
        door(MatterView.class, "desk/matter/" + matter, ANSWERING);
        door(RepairsView.class, "desk/repairs", EnumSet.of(Role.ENGINEER));
        door(RepairView.class, "desk/repair/" + matter, EnumSet.of(Role.ENGINEER));
        door(GridsView.class, "desk/grids", EnumSet.of(Role.ADMINISTRATOR));
        door(ConsentView.class, "desk/consent/C01",
                EnumSet.of(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR, Role.OFFICER, Role.VIEWER));
        door(VisitsView.class, "desk/visits/C01", EnumSet.of(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR,
                Role.ENGINEER, Role.OFFICER, Role.VIEWER));
        door(VisitPlanView.class, "desk/visits/C01/plan", HOMES);
        door(VisitDayView.class, "desk/visits/C01/day",
                EnumSet.of(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR, Role.ENGINEER));
    }

    private static ByteArrayInputStream picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    private void everybody(Class<? extends Component> view, String address) {
        doors.put(view, new Door(address, null));
    }

    private void door(Class<? extends Component> view, String address, Set<Role> open) {
        doors.put(view, new Door(address, open));
    }

    private static Class<?> entered() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst().getClass();
    }

    @Test
    void every_view_is_for_whom_it_is_for_and_for_nobody_else() {
        assertThat(doors.keySet()).as("the door where one signs in is open to all").hasSize(Routes.VIEWS.size() - 1)
                .isSubsetOf(Routes.VIEWS).doesNotContain(LoginView.class);
        Map<String, Set<Role>> found = new TreeMap<>();
        Map<String, Set<Role>> wanted = new TreeMap<>();
        doors.forEach((view, door) -> {
            wanted.put(view.getSimpleName(), door.open() == null ? STAFF : door.open());
            found.put(view.getSimpleName(), Arrays.stream(Role.values()).filter(role -> new AccessAnnotationChecker()
                            .hasAccess(view, () -> "somebody", held -> held.equals(role.name())))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
        });
        assertThat(found).containsExactlyEntriesOf(wanted);
    }

    @Test
    void a_closed_door_stays_closed_to_whoever_knows_the_address() {
        for (Role role : Role.values()) {
            signIn(people.get(role));
            doors.forEach((view, door) -> {
                if (door.open() != null && !door.open().contains(role)) {
                    open(door.address());
                    assertThat(entered()).as("%s at %s", role, door.address()).isEqualTo(NotFoundView.class);
                }
            });
        }
    }

    @Test
    void a_district_officer_finds_something_behind_every_open_door() {
        signIn(people.get(Role.OFFICER));
        doors.forEach((view, door) -> {
            if (door.open() == null || door.open().contains(Role.OFFICER)) {
                open(door.address());
                assertThat(entered()).as(door.address()).isEqualTo(view);
                assertThat(page()).as(door.address()).isNotBlank();
            }
        });
    }

    @Test
    void without_an_account_the_desk_asks_for_one() {
        doors.forEach((view, door) -> {
            open(door.address());
            assertThat(entered()).as(door.address()).isEqualTo(door.open() == null ? view : LoginView.class);
        });
    }

    @Test
    void the_navigation_leads_nobody_to_a_closed_door() {
        for (Role role : Role.values()) {
            read(Locale.SIMPLIFIED_CHINESE);
            signIn(people.get(role));
            open("desk");
            List<String> ways = _find(SideNavItem.class).stream().map(SideNavItem::getPath).toList();
            assertThat(ways).as("%s", role).contains("desk", "desk/projects", "desk/commitments");
            for (String way : ways) {
                doors.values().stream().filter(door -> door.address().replaceFirst("[?].*", "").equals(way))
                        .forEach(door -> assertThat(door.open() == null || door.open().contains(role)).as("%s to %s", role, way)
                                .isTrue());
            }
        }
    }
}
