package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Services ask for the role again, before they look at anything else: every method that is told who acts is called by every
 * role with nothing in its hands. Who is refused for the role stands here; a new method has to be put where it belongs.
 */
class ServiceRolesTest {

    private final Map<String, Set<Role>> wanted = new TreeMap<>();

    private void may(Set<Role> roles, String... methods) {
        Arrays.stream(methods).forEach(method -> wanted.put(method, roles));
    }

    private void table() {
        may(EnumSet.of(Role.ADMINISTRATOR),
                "Accounts.add", "Accounts.addForDemonstration", "Accounts.setPassword", "Grids.take",
                "MilestoneForecasts.takeOver", "Photos.takeOver", "Signoffs.takeOver", "StaffMessages.sending",
                "Tokens.all");
        may(EnumSet.of(Role.COMMUNITY),
                "MatterDisclosures.openPhone", "MatterDisclosures.openReport", "MatterDisclosures.sharePhone",
                "MatterHandling.answer", "MatterHandling.mediate", "MatterHandling.note", "MatterHandling.part",
                "MatterHandling.publish", "MatterHandling.take");
        may(EnumSet.of(Role.ENGINEER),
                "Repairs.mended", "Repairs.openPhone", "Repairs.page", "Repairs.plan", "Repairs.queue", "Repairs.refuse");
        may(EnumSet.of(Role.SUPERVISOR),
                "Findings.close", "Findings.reopen", "Signoffs.sign", "SiteReports.confirm", "SiteReports.confirmAll",
                "SiteReports.confirmLess", "SiteReports.giveBack");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.COMMUNITY),
                "MatterDesk.count", "MatterHandling.handOver", "MatterHandling.merge", "MatterHandling.nameWarranty",
                "MatterDesk.page", "MatterDesk.queue", "MatterHandling.withdraw");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.OFFICER),
                "Commitments.add", "Commitments.correct", "Commitments.link", "Commitments.promise",
                "Commitments.report", "Commitments.withdraw", "Indicators.add");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER),
                "Delays.explain", "HandoverPapers.close", "HandoverPapers.open", "HandoverPapers.put",
                "HandoverPapers.withdraw", "Handovers.accept", "Handovers.handOver", "NewPlans.create", "PlanCalendars.apply",
                "PlanCalendars.preview", "PlanEditing.carryOut", "PlanEditing.change", "PlanEditing.link",
                "PlanEditing.move", "PlanEditing.planBy", "PlanEditing.redo", "PlanEditing.setPredecessors",
                "PlanEditing.stretch", "PlanEditing.undo", "PlanEditing.unlink", "PlanImports.store",
                "PlanImports.update", "PlanOutlining.copy", "PlanOutlining.indent", "PlanOutlining.outdent",
                "PlanOutlining.place", "PlanOutlining.remove", "PlanOutlining.shift", "PlanTemplates.bringIn",
                "PlanTemplates.retire", "PlanTemplates.saveFrom", "Plans.create", "Plans.takeBaseline",
                "ProjectPeople.name", "ProjectPeople.nameWithParties", "Projects.add", "Projects.complete",
                "Projects.leave", "Projects.reach", "Projects.setOpenToPublic", "Projects.setPoint",
                "RoadConflicts.place", "Sandboxes.apply", "Sandboxes.edit", "Sandboxes.leaveOutConflicts",
                "Sandboxes.make", "Sandboxes.open", "Sandboxes.redo", "Sandboxes.throwAway", "Sandboxes.undo",
                "StopWindows.declare", "StopWindows.preview", "StopWindows.previewWithdrawal", "StopWindows.withdraw",
                "Warranties.change", "Warranties.withdraw");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER, Role.COMMUNITY),
                "Ballots.castOnPaper", "Ballots.openScan", "Ballots.receivePicture", "Ballots.receiveScan",
                "ConsentLetters.print", "Consents.add", "Consents.close", "Consents.open", "Consents.removeDraft", "HouseholdRegister.bringIn",
                "HouseholdRegister.correct", "HouseholdRegister.find", "HouseholdRegister.get",
                "HouseholdRegister.households", "HouseholdRegister.preview", "HouseholdRegister.read", "VisitBoard.due", "VisitBoard.line",
                "VisitBoard.phone", "VisitOffers.to", "VisitPlanning.bar", "VisitPlanning.offer", "VisitPlanning.unbar",
                "VisitPlanning.withdraw", "VisitWorks.add", "VisitWorks.link", "VisitWorks.remove", "Visits.bookFor",
                "Visits.cancelFor", "Visits.moveFor");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER, Role.ENGINEER),
                "DaySheets.submit", "Findings.rectify", "Notices.cancel", "Notices.move", "Notices.publish",
                "PhoneDesk.read", "Photos.add", "Photos.attach", "Photos.sent", "SitePauses.explain",
                "SiteReports.submit", "SiteReports.submitInside", "VisitReports.correct",
                "VisitReports.report");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER, Role.SUPERVISOR),
                "Findings.assign", "Findings.raise", "Warranties.check");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER, Role.ENGINEER, Role.COMMUNITY),
                "CrewSheet.print", "HouseholdRegister.doors", "VisitBoard.day", "VisitMarks.mark",
                "VisitReports.of", "VisitReports.unreported");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER, Role.ENGINEER, Role.SUPERVISOR),
                "Photos.receive");
        may(EnumSet.of(Role.ADMINISTRATOR, Role.PLANNER, Role.COMMUNITY, Role.OFFICER, Role.VIEWER),
                "Consents.all", "Consents.counts");
        // Reading for everybody signed in, what is one's own, and what others call inside their transactions.
        may(EnumSet.allOf(Role.class),
                "AuditTrail.record", "AuditTrail.recordAll", "AuditTrail.recordApart", "ConfirmationQueue.days",
                "ConfirmationQueue.page", "DaySheets.own", "DaySheets.projects", "DaySheets.reports", "DaySheets.since",
                "Findings.mine", "Findings.open", "Findings.openParty", "HandoverPapers.read", "HearingSheet.write", "MatterPhotos.copy",
                "Photos.addToStep", "ProjectPeople.open", "ProjectPeople.openParty", "ProjectPeople.require",
                "ProjectPeople.requireParty", "QueueAddress.make", "QueueAddress.standing", "QueueAddress.stop",
                "Sandboxes.mayEdit", "SheetInbox.kept", "SheetInbox.putAway",
                "SheetInbox.receive", "SheetInbox.report", "SitePapers.write", "SiteReports.countWaiting",
                "StaffMessages.give", "StaffMessages.own", "StaffMessages.stop", "Tokens.add", "Tokens.own",
                "Tokens.revoke");
        // Put together what they then hand on to methods above.
        may(EnumSet.allOf(Role.class), "ConsentLetters.issue", "PlanOutlining.add");
    }

    @Test
    void every_method_that_is_told_who_acts_refuses_the_roles_that_it_is_not_for() throws IllegalAccessException {
        table();
        Map<String, Set<Role>> found = new TreeMap<>();
        try (TestDatabase database = TestDatabase.embedded()) {
            Services services = database.services(TestClock.at(LocalDate.of(2026, 3, 10)));
            for (Object service : services.all()) {
                for (Method method : service.getClass().getMethods()) {
                    if (!Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0
                            && method.getParameterTypes()[0] == Actor.class) {
                        Set<Role> roles = found.computeIfAbsent(service.getClass().getSimpleName() + "." + method.getName(),
                                none -> EnumSet.noneOf(Role.class));
                        for (Role role : Role.values()) {
                            if (!refused(service, method, role)) {
                                roles.add(role);
                            }
                        }
                    }
                }
            }
        }
        assertThat(new TreeSet<>(found.keySet())).isEqualTo(new TreeSet<>(wanted.keySet()));
        assertThat(found).containsExactlyEntriesOf(wanted);
    }

    private static boolean refused(Object service, Method method, Role role) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(ServiceRolesTest::nothing).toArray();
        arguments[0] = new Actor(900L + role.ordinal(), "somebody", "Somebody", role);
        try {
            method.invoke(service, arguments);
            return false;
        } catch (InvocationTargetException failed) {
            return failed.getCause() instanceof Refusal refusal && refusal.key().equals("refused.role");
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == String.class) {
            return "";
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == Set.class ? Set.of() : type == Map.class ? Map.of()
                : type == List.class || type == Collection.class ? List.of() : null;
    }
}
