package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.consent.ConsentLetters;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.LetterKind;
import city.renewal.consent.RegisterSummary;
import city.renewal.project.Project;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Prints letters with new codes: for all, for a building, or for one door. */
public final class LettersCard extends DeskCard {

    private static final int USUAL_DAYS = 180;

    private final transient HouseholdRegister register;
    private final transient ConsentLetters letters;
    private final transient Project project;
    private final LetterKind kind;
    private final transient Runnable changed;
    private final Actor actor;
    private final DoorFields whose;
    private final DateField until = new DateField(getTranslation("letter.valid"), getLocale());
    private final Div file = new Div();

    /**
     * @param kind    what the letters ask households to do
     * @param changed called after codes were issued
     */
    public LettersCard(HouseholdRegister register, ConsentLetters letters, LetterKind kind,
                       List<RegisterSummary> summary, Actor actor, Project project, Messages messages,
                       Formats formats, Runnable changed) {
        super(messages.text(formats.locale(), "letter.card"), messages);
        this.register = register;
        this.letters = letters;
        this.project = project;
        this.kind = kind;
        this.actor = actor;
        this.changed = changed;
        whose = new DoorFields(summary);
        until.setValue(formats.today().plusDays(USUAL_DAYS));
        Paragraph about = new Paragraph(getTranslation("letter.card.about"));
        about.addClassName("secondary");
        Button print = new Button(getTranslation("letter.print"), click -> ask());
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(about, whose, until, print, file);
    }

    private void ask() {
        attempt(() -> {
            List<Household> households = households();
            ConfirmDialog sure = new ConfirmDialog(getTranslation("letter.sure", households.size()),
                    getTranslation("letter.sure.text"), getTranslation("letter.print"), yes -> print(households));
            sure.setCancelable(true);
            sure.setCancelText(getTranslation("action.cancel"));
            sure.open();
            return "";
        });
    }

    private List<Household> households() {
        if (whose.namesDoor()) {
            return List.of(whose.find(register, actor, project.id()));
        }
        return register.households(actor, project.id()).stream()
                .filter(household -> whose.building().map(each -> each.placeId() == household.placeId()).orElse(true))
                .toList();
    }

    private void print(List<Household> households) {
        file.removeAll();
        attempt(() -> {
            if (until.getValue() == null) {
                throw new Refusal("code.day.unusable", HouseholdCodes.LONGEST_DAYS);
            }
            byte[] pdf = letters.print(actor, project, kind, households, until.getValue(), address());
            Anchor download = new Anchor(DownloadHandler.fromInputStream(asked -> new DownloadResponse(
                    new ByteArrayInputStream(pdf), project.code() + "-letters.pdf", "application/pdf", pdf.length)),
                    getTranslation("letter.download", households.size()));
            download.setId("letters");
            file.add(download);
            changed.run();
            return getTranslation("letter.printed", households.size());
        });
    }

    /** As the browser of the desk reaches this server. */
    private static String address() {
        return VaadinServletRequest.getCurrent() == null ? "/"
                : VaadinServletRequest.getCurrent().getRequestURL().toString().replaceFirst("^(https?://[^/]+/).*$", "$1");
    }
}
