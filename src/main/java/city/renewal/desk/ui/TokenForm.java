package city.renewal.desk.ui;

import city.renewal.account.Account;
import city.renewal.account.Actor;
import city.renewal.account.NewToken;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.base.Messages;
import city.renewal.base.Names;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Makes a token, and shows it the one time that it can be seen. */
final class TokenForm extends Section {

    private final transient Tokens tokens;
    private final transient Messages messages;
    private final Actor actor;
    private final transient Runnable made;
    private final TextField name = new TextField(getTranslation("token.name"));
    private final ComboBox<Account> owner = new ComboBox<>(getTranslation("token.owner"));
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>(getTranslation("token.scopes"));
    private final DateField expiry = new DateField(getTranslation("token.expiry"), getLocale());
    private final Paragraph problem = new Paragraph();
    private final Div secret = new Div();

    /**
     * @param owners for whom the actor may make tokens
     * @param made   called after a token was made
     */
    TokenForm(Tokens tokens, Messages messages, Actor actor, List<Account> owners, Runnable made) {
        this.tokens = tokens;
        this.messages = messages;
        this.actor = actor;
        this.made = made;
        addClassNames("card", "token-form");
        name.setMaxLength(Tokens.LONGEST_NAME);
        name.setHelperText(getTranslation("token.name.help"));
        owner.setItems(owners);
        owner.setItemLabelGenerator(account -> account.login() + " · " + Names.of(account.name()).in(getLocale()));
        owner.setVisible(owners.size() > 1);
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(this::words);
        scopes.setHelperText(getTranslation("token.scopes.help"));
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        expiry.setHelperText(getTranslation("token.expiry.help", tokens.lastEnd().toString()));
        expiry.setMax(tokens.lastEnd());
        Button make = new Button(getTranslation("token.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        secret.addClassName("token-secret");
        secret.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("token.new")), name, owner, scopes, expiry, problem, make, secret);
        empty();
    }

    private String words(Scope scope) {
        return words(this::getTranslation, scope);
    }

    /** @return what the scope lets a program do, and its id */
    static String words(DeskParts.Words words, Scope scope) {
        return words.of("token.allows." + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                + " (" + scope.id() + ")";
    }

    private void empty() {
        name.clear();
        owner.setValue(owner.getListDataView().getItems()
                .filter(account -> account.login().equals(actor.login())).findFirst().orElse(null));
        scopes.setValue(EnumSet.noneOf(Scope.class));
        expiry.setValue(tokens.usualEnd());
        problem.setVisible(false);
    }

    private void make() {
        secret.removeAll();
        try {
            String login = owner.getValue() == null ? actor.login() : owner.getValue().login();
            String token = tokens.add(actor,
                    new NewToken(login, name.getValue(), scopes.getValue(), expiry.getValue()));
            show(token);
            empty();
            made.run();
        } catch (Refusal refusal) {
            problem.setText(refusal.in(messages, getLocale()));
            problem.setVisible(true);
        }
    }

    private void show(String token) {
        TextField shown = new TextField(getTranslation("token.made"));
        shown.setValue(token);
        shown.setReadOnly(true);
        shown.setAutoselect(true);
        shown.setHelperText(getTranslation("token.made.help"));
        Button copy = new Button(getTranslation("token.copy"));
        copy.addClickListener(click -> copy.getElement().executeJs(
                "navigator.clipboard.writeText($0).then(() => { this.textContent = $1; })",
                token, getTranslation("token.copied")));
        secret.add(shown, copy);
    }
}
