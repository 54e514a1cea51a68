package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DeskCard;
import city.renewal.base.ui.UploadWords;
import city.renewal.consent.Ballots;
import city.renewal.consent.Consents;
import city.renewal.consent.ItemKind;
import city.renewal.consent.NewItem;
import city.renewal.consent.RegisterSummary;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a new item, as a draft. */
public final class ItemForm extends DeskCard {

    private static final int MEGABYTES = 20;

    private final transient Consents consents;
    private final transient Ballots ballots;
    private final transient Runnable changed;
    private final Actor actor;
    private final long projectId;
    private final Select<ItemKind> kind = new Select<>();
    private final TextField title = new TextField(getTranslation("consent.title"));
    private final TextField titleEn = new TextField(getTranslation("consent.title-en"));
    private final TextArea explanation = new TextArea(getTranslation("consent.explanation"));
    private final TextArea explanationEn = new TextArea(getTranslation("consent.explanation-en"));
    private final TextField cost = new TextField(getTranslation("consent.cost"));
    private final TextField basis = new TextField(getTranslation("consent.basis"));
    private final MultiSelectComboBox<RegisterSummary> buildings =
            new MultiSelectComboBox<>(getTranslation("consent.buildings"));
    private final Upload upload;
    private @Nullable String picture;

    /** @param changed called after a draft was added */
    public ItemForm(Consents consents, Ballots ballots, List<RegisterSummary> summary, Actor actor, long projectId,
                    Messages messages, Runnable changed) {
        super(messages.text(UI.getCurrent().getLocale(), "consent.new"), messages);
        this.consents = consents;
        this.ballots = ballots;
        this.actor = actor;
        this.projectId = projectId;
        this.changed = changed;
        kind.setLabel(getTranslation("consent.kind"));
        kind.setItems(ItemKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("consent.kind." + each.name().toLowerCase(Locale.ROOT)));
        kind.setHelperText(getTranslation("consent.kind.help"));
        title.setMaxLength(Consents.LONGEST_TITLE);
        titleEn.setMaxLength(Consents.LONGEST_TITLE);
        explanation.setMaxLength(Consents.LONGEST_TEXT);
        explanationEn.setMaxLength(Consents.LONGEST_TEXT);
        cost.setMaxLength(Consents.LONGEST_COST);
        cost.setHelperText(getTranslation("consent.cost.help"));
        basis.setMaxLength(Consents.LONGEST_BASIS);
        buildings.setItems(summary);
        buildings.setItemLabelGenerator(each -> each.names().in(getLocale()));
        buildings.setHelperText(getTranslation("consent.buildings.help"));
        upload = new Upload(UploadHandler.inMemory((about, content) -> attempt(() -> {
            picture = ballots.receivePicture(actor, new ByteArrayInputStream(content));
            return getTranslation("consent.picture.kept", about.fileName());
        })));
        UploadWords.say(upload, getTranslation("consent.picture"), MEGABYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png");
        Button save = new Button(getTranslation("consent.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(kind, title, titleEn, explanation, explanationEn, cost, basis, buildings, upload, save);
        fields.addClassName("desk-fields");
        add(fields);
        empty();
    }

    private void empty() {
        kind.setValue(ItemKind.ORDINARY);
        basis.setValue(getTranslation("consent.basis.usual"));
        List.of(title, titleEn, cost).forEach(TextField::clear);
        explanation.clear();
        explanationEn.clear();
        buildings.clear();
        upload.clearFileList();
        picture = null;
    }

    private void save() {
        attempt(() -> {
            String saved = title.getValue().strip();
            consents.add(actor, projectId, new NewItem(kind.getValue(), saved, orNull(titleEn.getValue()),
                    explanation.getValue().strip(), orNull(explanationEn.getValue()), cost.getValue().strip(),
                    basis.getValue().strip(), null, null, picture,
                    buildings.getValue().stream().map(RegisterSummary::placeId).collect(Collectors.toSet())));
            empty();
            changed.run();
            return getTranslation("consent.saved", saved);
        });
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
