package city.renewal.account.ui;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.base.Messages;
import city.renewal.base.Names;
import city.renewal.base.Refusal;
import city.renewal.base.http.Callers;
import city.renewal.base.ui.PublicLayout;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signing in. Shows the demonstration's accounts where their passwords may be known. */
@Route(value = "login", layout = PublicLayout.class)
@AnonymousAllowed
@CssImport("./styles/login.css")
public final class LoginView extends Main implements HasDynamicTitle {

    private static final String DESK = "/desk";

    private final transient Accounts accounts;
    private final transient Messages messages;
    private final LoginForm form = new LoginForm();

    LoginView(Accounts accounts, Messages messages) {
        this.accounts = accounts;
        this.messages = messages;
        addClassName("login-page");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        form.addLoginListener(event -> signIn(event.getUsername(), event.getPassword()));
        add(form);
        List<Account> demonstration = accounts.demonstration();
        if (!demonstration.isEmpty()) {
            add(demonstration(demonstration));
        }
    }

    private void signIn(String login, String password) {
        try {
            Optional<Account> account = accounts.signIn(login, password,
                    Callers.of(VaadinRequest.getCurrent().getRemoteAddr()));
            if (account.isPresent()) {
                enter(account.get());
            } else {
                showError("login.wrong.title", getTranslation("login.wrong.text"));
            }
        } catch (Refusal throttled) {
            showError("login.throttled.title", throttled.in(messages, getLocale()));
        }
    }

    private void enter(Account account) {
        Object wanted = VaadinRequest.getCurrent().getWrappedSession()
                .getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        SignedIn.begin(account.actor());
        UI.getCurrent().getPage().setLocation(wanted == null ? DESK : "/" + wanted);
    }

    private void showError(String title, String text) {
        LoginI18n words = words();
        words.getErrorMessage().setTitle(getTranslation(title));
        words.getErrorMessage().setMessage(text);
        form.setI18n(words);
        form.setError(true);
    }

    private LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form labels = words.getForm();
        labels.setTitle(getTranslation("login.title"));
        labels.setUsername(getTranslation("login.name"));
        labels.setPassword(getTranslation("login.password"));
        labels.setSubmit(getTranslation("login.submit"));
        words.getErrorMessage().setUsername(getTranslation("login.name.missing"));
        words.getErrorMessage().setPassword(getTranslation("login.password.missing"));
        return words;
    }

    /** The demonstration's password of an account is its login and a fixed ending, as the loader sets it. */
    private Div demonstration(List<Account> offered) {
        Div box = new Div(new H2(getTranslation("login.demonstration.title")),
                new Paragraph(getTranslation("login.demonstration.text")));
        box.addClassName("demonstration-accounts");
        for (Account account : offered) {
            String password = Accounts.demonstrationPassword(account.login());
            Button enter = new Button(getTranslation("login.demonstration.account",
                    getTranslation("role." + account.role().name().toLowerCase(Locale.ROOT)),
                    account.login(), password, Names.of(account.name()).in(getLocale())),
                    click -> signIn(account.login(), password));
            enter.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            enter.setId("demonstration-" + account.login());
            box.add(enter);
        }
        return box;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title");
    }
}
