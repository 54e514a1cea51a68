package city.renewal.desk.ui;

import city.renewal.account.Account;
import city.renewal.account.Actor;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks which engineers and supervisors work on a project. */
final class ProjectPeopleDialog extends Dialog {

    /** @param saved called once it is stored */
    ProjectPeopleDialog(ProjectPeople people, Actor actor, Project project, Runnable saved) {
        setHeaderTitle(getTranslation("project.people"));
        setWidth("32rem");
        List<Account> all = people.choosable();
        Set<Long> named = people.of(project.id());
        MultiSelectComboBox<Account> choice = new MultiSelectComboBox<>(getTranslation("project.people.named"));
        choice.setItems(all);
        choice.setItemLabelGenerator(this::label);
        choice.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        choice.setClearButtonVisible(true);
        choice.setWidthFull();
        choice.setValue(all.stream().filter(account -> named.contains(account.id())).collect(Collectors.toSet()));
        Button save = new Button(getTranslation("action.save"), click -> {
            people.name(actor, project.id(),
                    choice.getValue().stream().map(Account::id).collect(Collectors.toSet()));
            close();
            saved.run();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("project.people.help")), choice);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }

    private String label(Account account) {
        return account.name() + " · " + getTranslation("role." + account.role().name().toLowerCase(Locale.ROOT));
    }
}
