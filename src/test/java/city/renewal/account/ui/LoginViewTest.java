package city.renewal.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LoginFormKt._login;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.People;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.login.LoginForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginViewTest extends ViewTest {

    private People people;

    @BeforeEach
    void addPeople() {
        people = People.join(services());
        open("login");
    }

    @Test
    void lets_in_with_the_right_password() {
        _login(_get(LoginForm.class), people.engineer().login(), People.PASSWORD);

        assertThat(SignedIn.now()).contains(people.engineer());
    }

    @Test
    void says_no_to_a_wrong_password() {
        _login(_get(LoginForm.class), people.engineer().login(), "not this one");

        assertThat(SignedIn.now()).isEmpty();
        assertThat(_get(LoginForm.class).isError()).isTrue();
    }

    @Test
    void shows_no_accounts_where_there_is_no_demonstration() {
        assertThat(page()).doesNotContain(translated("login.demonstration.title"));
    }
}
