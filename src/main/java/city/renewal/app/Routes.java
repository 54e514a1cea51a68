package city.renewal.app;

import city.renewal.account.ui.LoginView;
import city.renewal.base.ui.FailureView;
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
import city.renewal.programme.ui.OverviewView;
import city.renewal.resident.ui.EvidenceView;
import city.renewal.resident.ui.ProjectView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasErrorParameter;
import java.util.Set;

/**
 * Every view, named here so that the start needs no search of the class path. A test compares the lists with the
 * annotated classes.
 */
public final class Routes {

    public static final Set<Class<? extends Component>> VIEWS = Set.of(
            BaselinesView.class,
            CalendarsView.class,
            CommitmentView.class,
            CommitmentsView.class,
            ConfirmationView.class,
            ConflictsView.class,
            ConsentView.class,
            CriticalView.class,
            GridsView.class,
            HandoverView.class,
            ImportView.class,
            EvidenceView.class,
            FindingView.class,
            FindingsView.class,
            LoginView.class,
            LookAheadView.class,
            MatterView.class,
            RepairsView.class,
            RepairView.class,
            MattersView.class,
            MilestonesView.class,
            MissingSheetsView.class,
            MyMessagesView.class,
            MyWorkView.class,
            NewFindingView.class,
            NewNoticeView.class,
            NewPlanView.class,
            NoticeView.class,
            NoticesView.class,
            OverviewView.class,
            PapersView.class,
            PhotosView.class,
            PlanListView.class,
            PlanView.class,
            ProjectView.class,
            ProjectsView.class,
            SCurveView.class,
            SandboxesView.class,
            StatusView.class,
            TaskView.class,
            TemplateView.class,
            TimeLocationView.class,
            TokensView.class,
            VisitDayView.class,
            VisitPlanView.class,
            VisitsView.class,
            WarrantiesView.class,
            WhatIfView.class,
            WindowsView.class);

    public static final Set<Class<? extends HasErrorParameter<?>>> ERROR_VIEWS = Set.of(
            FailureView.class,
            NotFoundView.class);

    private Routes() {
    }
}
