package city.renewal.plan.template.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.UploadWords;
import city.renewal.plan.template.PlanTemplates;
import city.renewal.plan.template.PlanTemplates.Offer;
import city.renewal.plan.template.SavedTemplate;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which template: one packed for the kind of project, or one that was saved. */
final class KindStep extends WizardStep {

    private static final int MEGABYTES = 2;

    private final transient PlanTemplates templates;
    private final transient Messages messages;
    private final transient Formats formats;
    private final Actor actor;
    private final RadioButtonGroup<Offer> choice = new RadioButtonGroup<>();
    private final Div actions = new Div();

    KindStep(PlanTemplates templates, Messages messages, Formats formats, Actor actor) {
        this.templates = templates;
        this.messages = messages;
        this.formats = formats;
        this.actor = actor;
        choice.setLabel(getTranslation("new-plan.template"));
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setItemLabelGenerator(this::label);
        choice.addValueChangeListener(change -> showActions());
        actions.addClassName("wizard-actions");
        Upload upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((metadata, content) ->
                getUI().ifPresent(ui -> ui.access(() -> {
                    upload.clearFileList();
                    bringIn(metadata.fileName(), content);
                }))));
        UploadWords.say(upload, getTranslation("template.bring-in"), MEGABYTES);
        add(choice, actions, upload, faults());
    }

    private String label(Offer offer) {
        SavedTemplate saved = offer.saved();
        return saved == null ? offer.name().in(getLocale())
                : getTranslation("template.saved-as", saved.name(), saved.versionNo(), saved.author(),
                        formats.date(saved.createdAt().toLocalDate()));
    }

    private void showActions() {
        actions.removeAll();
        Offer offer = choice.getValue();
        if (offer == null) {
            return;
        }
        actions.add(new Anchor(DownloadHandler.fromInputStream(download -> {
            byte[] file = templates.file(offer.id()).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(file), offer.id() + ".yaml", "application/yaml",
                    file.length);
        }), getTranslation("template.export")));
        if (offer.saved() != null) {
            Button retire = new Button(getTranslation("template.retire"), click -> askRetire(offer));
            retire.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(retire);
        }
    }

    private void askRetire(Offer offer) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("template.retire"),
                getTranslation("template.retire.text", offer.name().in(getLocale())),
                getTranslation("template.retire"), confirmed -> {
                    templates.retire(actor, offer.id());
                    offer(null);
                }, getTranslation("action.cancel"), cancelled -> { });
        dialog.open();
    }

    /** Takes in a template's file and chooses it. */
    void bringIn(String name, byte[] content) {
        clearFault();
        try {
            offer(templates.bringIn(actor, new String(content, StandardCharsets.UTF_8), name));
        } catch (Refusal refused) {
            refuse(refused.in(messages, getLocale()));
        }
    }

    private void offer(@Nullable String chosen) {
        List<Offer> offers = templates.offered();
        choice.setItems(offers);
        offers.stream().filter(offer -> offer.id().equals(chosen)).findFirst().ifPresent(choice::setValue);
        showActions();
    }

    @Override
    void show(NewPlanForm form) {
        offer(form.template == null ? null : form.template.id());
    }

    @Override
    boolean take(NewPlanForm form) {
        clearFault();
        Offer offer = choice.getValue();
        choice.setInvalid(offer == null);
        if (offer == null) {
            choice.setErrorMessage(getTranslation("new-plan.template.missing"));
            return false;
        }
        try {
            form.choose(templates.get(offer.id()));
            return true;
        } catch (Refusal refused) {
            return refuse(refused.in(messages, getLocale()));
        }
    }
}
