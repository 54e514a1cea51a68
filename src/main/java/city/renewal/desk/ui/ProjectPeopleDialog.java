package city.renewal.desk.ui;

import city.renewal.account.Account;
import city.renewal.account.Actor;
import city.renewal.project.NamedPerson;
import city.renewal.project.PostedParty;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks which engineers and supervisors work on a project, and for which of its parties. */
final class ProjectPeopleDialog extends Dialog {

    private final transient List<PostedParty> posted;
    private final transient Map<Long, PostedParty> chosen = new HashMap<>();
    private final Div parties = new Div();

    /** @param saved called once it is stored */
    ProjectPeopleDialog(ProjectPeople people, Actor actor, Project project, Runnable saved) {
        setHeaderTitle(getTranslation("project.people"));
        setWidth("32rem");
        posted = people.parties(project.id());
        List<Account> all = people.choosable();
        Set<NamedPerson> named = people.of(project.id());
        named.forEach(person -> posted.stream().filter(party -> is(party, person.partyId()))
                .forEach(party -> chosen.put(person.accountId(), party)));
        Set<Long> ids = named.stream().map(NamedPerson::accountId).collect(Collectors.toSet());
        MultiSelectComboBox<Account> choice = new MultiSelectComboBox<>(getTranslation("project.people.named"));
        choice.setItems(all);
        choice.setItemLabelGenerator(this::label);
        choice.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        choice.setClearButtonVisible(true);
        choice.setWidthFull();
        choice.addValueChangeListener(change -> showParties(change.getValue()));
        choice.setValue(all.stream().filter(account -> ids.contains(account.id())).collect(Collectors.toSet()));
        Button save = new Button(getTranslation("action.save"), click -> {
            people.nameWithParties(actor, project.id(), choice.getValue().stream().map(account -> {
                PostedParty party = chosen.get(account.id());
                return new NamedPerson(account.id(), party == null ? null : (Long) party.id());
            }).collect(Collectors.toSet()));
            close();
            saved.run();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("project.people.help")), choice, parties);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }

    private static boolean is(PostedParty party, @Nullable Long id) {
        return id != null && party.id() == id;
    }

    private void showParties(Set<Account> accounts) {
        parties.removeAll();
        if (posted.isEmpty()) {
            return;
        }
        accounts.stream().sorted(Comparator.comparing(Account::name)).forEach(account -> {
            Select<PostedParty> party = new Select<>();
            party.setLabel(getTranslation("project.people.party.of", account.name()));
            party.setItems(posted);
            party.setEmptySelectionAllowed(true);
            party.setEmptySelectionCaption(getTranslation("project.people.party.none"));
            party.setItemLabelGenerator(each -> each == null ? getTranslation("project.people.party.none")
                    : each.organisation() + " · " + getTranslation("party." + each.role()));
            party.setWidthFull();
            party.setValue(chosen.get(account.id()));
            party.addValueChangeListener(change -> chosen.put(account.id(), change.getValue()));
            parties.add(party);
        });
    }

    private String label(Account account) {
        return account.name() + " · " + getTranslation("role." + account.role().name().toLowerCase(Locale.ROOT));
    }
}
