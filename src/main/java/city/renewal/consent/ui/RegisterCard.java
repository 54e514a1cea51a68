package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.UploadWords;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.RegisterChange;
import city.renewal.consent.RegisterReport;
import city.renewal.consent.RegisterSummary;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The household register: what it holds, and bringing in or correcting it by a file. */
public final class RegisterCard extends DeskCard {

    private static final int MEGABYTES = 4;

    private final transient HouseholdRegister register;
    private final transient Formats formats;
    private final transient Runnable changed;
    private final Actor actor;
    private final long projectId;
    private final Div buildings = new Div();
    private final Div problems = new Div();
    private final TextField reason = new TextField(getTranslation("register.reason"));
    private final Upload upload;

    /** @param changed called after the register changed */
    public RegisterCard(HouseholdRegister register, Actor actor, long projectId, Messages messages, Formats formats,
                        Runnable changed) {
        super(messages.text(formats.locale(), "register.title"), messages);
        this.register = register;
        this.actor = actor;
        this.projectId = projectId;
        this.formats = formats;
        this.changed = changed;
        upload = new Upload(UploadHandler.inMemory((about, content) -> take(about.fileName(), content)));
        UploadWords.say(upload, getTranslation("register.choose"), MEGABYTES);
        upload.setAcceptedFileTypes(".csv", "text/csv");
        reason.setMaxLength(HouseholdRegister.LONGEST_REASON);
        reason.setHelperText(getTranslation("register.reason.help"));
        reason.setWidthFull();
        Paragraph about = new Paragraph(getTranslation("register.about", getTranslation("register.columns")));
        about.addClassName("secondary");
        problems.getElement().setAttribute("role", "alert");
        add(about, buildings, reason, upload, problems);
        show();
    }

    private void show() {
        reason.setVisible(!register.open(projectId));
        buildings.removeAll();
        List<RegisterSummary> summary = register.summary(projectId);
        if (summary.isEmpty()) {
            buildings.add(new Paragraph(getTranslation("register.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        summary.forEach(building -> list.add(new ListItem(getTranslation("register.line",
                building.names().in(getLocale()), building.households(), formats.number(building.area()),
                building.coded()))));
        buildings.add(new Paragraph(getTranslation("register.total",
                summary.stream().mapToInt(RegisterSummary::households).sum(),
                formats.number(summary.stream().map(RegisterSummary::area).reduce(BigDecimal.ZERO, BigDecimal::add)),
                register.owners(projectId))),
                new Details(getTranslation("register.buildings"), list));
    }

    /** Reads the file, and brings it in when every line is right; asks first when households would leave the register. */
    public void take(String name, byte[] content) {
        upload.clearFileList();
        problems.removeAll();
        attempt(() -> {
            RegisterReport report = register.read(actor, projectId, content);
            if (!report.right()) {
                UnorderedList lines = new UnorderedList();
                report.problems().forEach(problem -> lines.add(new ListItem(
                        getTranslation("register.problem", String.valueOf(problem.number()), text(problem.why())))));
                problems.add(lines);
            }
            RegisterChange change = register.preview(actor, projectId, report);
            if (change.leaving() > 0) {
                ask(name, report, change);
                return "";
            }
            return store(name, report, change);
        });
    }

    private void ask(String name, RegisterReport report, RegisterChange change) {
        String leaving = register.summary(projectId).stream()
                .filter(building -> change.gone().containsKey(building.placeId()))
                .map(building -> getTranslation("register.sure.building", building.names().in(getLocale()),
                        change.gone().get(building.placeId())))
                .collect(Collectors.joining(getTranslation("list.separator")));
        ConfirmDialog sure = new ConfirmDialog(getTranslation("register.sure", change.leaving()),
                getTranslation("register.sure.text", name, leaving, change.coded(), change.added(), change.changed()),
                getTranslation("register.replace"), yes -> attempt(() -> store(name, report, change)));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("action.cancel"));
        sure.open();
    }

    private String store(String name, RegisterReport report, RegisterChange change) {
        if (register.open(projectId)) {
            register.bringIn(actor, projectId, report);
        } else {
            register.correct(actor, projectId, report, reason.getValue());
        }
        reason.clear();
        show();
        changed.run();
        return getTranslation("register.done", name, report.lines().size(), change.added(), change.changed(),
                change.leaving());
    }
}
