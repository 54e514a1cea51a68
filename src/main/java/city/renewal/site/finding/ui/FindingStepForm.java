package city.renewal.site.finding.ui;

import city.renewal.base.Formats;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.project.PostedParty;
import city.renewal.site.finding.FindingAct;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.photo.ui.PhotoField;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one step of a finding asks for. It speaks of the finding as it was when the form was opened. */
@CssImport("./styles/findings.css")
public final class FindingStepForm extends Section {

    private final FindingAct act;
    private final transient SiteFinding finding;
    private final Select<PostedParty> party = new Select<>();
    private final DateField dueOn;
    private final TextArea remark = new TextArea();
    private final PhotoField photos;
    private final String requestId = UUID.randomUUID().toString();

    /** Is handed what was entered. */
    @FunctionalInterface
    public interface Send {
        /** @throws Refusal said at its field */
        void accept(FindingAction action, @Nullable PostedParty party, @Nullable LocalDate dueOn);
    }

    /**
     * @param parties among whom to choose, for {@link FindingAct#ASSIGN}; else empty
     * @param say     says a refusal in the reader's language
     */
    public FindingStepForm(FindingAct act, SiteFinding finding, FindingRules rules, Formats formats,
                           List<PostedParty> parties, PhotoField photos, Send send, Runnable cancel,
                           Function<Refusal, String> say) {
        this.act = act;
        this.finding = finding;
        this.photos = photos;
        LocalDate today = formats.today();
        dueOn = new DateField(getTranslation("finding.due"), formats.locale());
        addClassNames("card", "finding-step");
        setId("step");
        H2 title = new H2(getTranslation("finding.do." + id(act)));
        party.setLabel(getTranslation("finding.party"));
        party.setItems(parties);
        party.setItemLabelGenerator(new FindingWords(rules, formats)::party);
        party.setValue(parties.stream().filter(each -> Long.valueOf(each.id()).equals(finding.partyId())).findFirst()
                .or(() -> parties.stream().filter(each -> each.role().equals("contractor")).findFirst()).orElse(null));
        dueOn.setMax(today.plusDays(Findings.LONGEST_DUE_DAYS));
        dueOn.setValue(act == FindingAct.ASSIGN ? finding.dueOn()
                : rules.dueOn(finding.kind(), finding.severity(), today));
        dueOn.setHelperText(getTranslation("finding.due.help"));
        remark.setLabel(getTranslation("finding.remark." + id(act)));
        remark.setMaxLength(Findings.LONGEST_TEXT);
        remark.setRequiredIndicatorVisible(act == FindingAct.RECTIFY || act == FindingAct.REOPEN);
        List.<HasSize>of(party, dueOn, remark).forEach(HasSize::setWidthFull);
        Button button = new Button(getTranslation("finding.send." + id(act)), click -> send(send, say));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setId("step-send");
        Div buttons = new Div(button, new Button(getTranslation("action.cancel"), click -> cancel.run()));
        buttons.addClassName("finding-buttons");
        add(title);
        if (act == FindingAct.ASSIGN) {
            add(party);
        }
        if (act == FindingAct.ASSIGN || act == FindingAct.REOPEN) {
            add(dueOn);
        }
        add(remark);
        if (act != FindingAct.ASSIGN) {
            Span label = new Span(getTranslation(act == FindingAct.RECTIFY ? "finding.photos" : "finding.photos.optional"));
            label.addClassName("label");
            add(label, photos);
        }
        add(buttons);
    }

    private void send(Send send, Function<Refusal, String> say) {
        List.<HasValidation>of(party, dueOn, remark).forEach(field -> field.setInvalid(false));
        photos.say("");
        if (photos.uploading()) {
            photos.say(getTranslation("finding.photo.uploading"));
            return;
        }
        if (act == FindingAct.ASSIGN && party.getValue() == null) {
            wrong(party, getTranslation("finding.party.missing"));
            return;
        }
        if (act == FindingAct.REOPEN && dueOn.getValue() == null) {
            wrong(dueOn, getTranslation("finding.due.missing"));
            return;
        }
        try {
            send.accept(new FindingAction(finding.id(), finding.steps(), remark.getValue(), photos.received(),
                    requestId), party.getValue(), dueOn.getValue());
        } catch (Refusal refused) {
            show(FindingWords.part(refused), say.apply(refused));
        }
    }

    private void show(String part, String why) {
        switch (part) {
            case "due" -> wrong(dueOn, why);
            case "party" -> wrong(party, why);
            case "photo", "photos" -> photos.say(why);
            default -> wrong(remark, why);
        }
    }

    private static void wrong(HasValidation field, String why) {
        field.setInvalid(true);
        field.setErrorMessage(why);
    }

    private static String id(FindingAct act) {
        return act.name().toLowerCase(Locale.ROOT);
    }
}
