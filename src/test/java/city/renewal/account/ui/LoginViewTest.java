package city.renewal.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LoginViewTest extends ViewTest {

    @Test
    void speaks_the_readers_language() {
        open("login");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("登录");

        read(Locale.ENGLISH);
        open("login");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Sign in");
    }

    @Test
    void offers_no_account_where_there_is_no_demonstration() {
        open("login");

        assertThat(_get(LoginForm.class).isVisible()).isTrue();
        assertThat(_find(Button.class, search -> search.withId("demonstration-engineer"))).isEmpty();
    }

    @Test
    void offers_the_demonstrations_accounts_with_their_passwords() {
        service(Accounts.class).addForDemonstration(Actor.commandLine(), "engineer", "Engineer", Role.ENGINEER);

        open("login");

        assertThat(_get(Button.class, search -> search.withId("demonstration-engineer")).getText())
                .contains("engineer", Accounts.demonstrationPassword("engineer"));
    }
}
