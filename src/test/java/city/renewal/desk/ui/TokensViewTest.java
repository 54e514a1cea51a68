package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.ApiToken;
import city.renewal.account.NewToken;
import city.renewal.account.Role;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.testing.People;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensViewTest extends ViewTest {

    private Tokens tokens;
    private People people;

    @BeforeEach
    void openPage() {
        people = People.join(services());
        tokens = service(Tokens.class);
        tokens.add(people.planner(),
                new NewToken(people.planner().login(), "planner's scale", Set.of(Scope.REPORTS_WRITE), null));
        signIn(people.engineer());
        open("desk/tokens");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shows_a_new_token_once_and_lists_it() {
        assertThat(page()).contains(translated("token.none")).doesNotContain("planner's scale");
        assertThat(_find(ComboBox.class)).as("one makes tokens for oneself").isEmpty();

        _get(TextField.class, spec -> spec.withLabel(translated("token.name"))).setValue("gate camera");
        _get(CheckboxGroup.class).setValue(Set.of(Scope.PHOTOS_WRITE, Scope.OWN_READ));
        _get(DateField.class).setValue(TODAY.plusDays(7));
        _click(_get(Button.class, spec -> spec.withText(translated("token.make"))));

        String shown = _get(TextField.class, spec -> spec.withLabel(translated("token.made"))).getValue();
        assertThat(tokens.use(shown, Scope.PHOTOS_WRITE, "here").actor()).isEqualTo(people.engineer());
        assertThat(page()).contains("gate camera", translated("token.allows.own-read"), "12月1日");
        open("desk");
        open("desk/tokens");
        assertThat(_find(TextField.class, spec -> spec.withLabel(translated("token.made")))).isEmpty();
        assertThat(page()).contains("gate camera");
    }

    @Test
    void says_what_a_token_lacks() {
        _click(_get(Button.class, spec -> spec.withText(translated("token.make"))));

        assertThat(page()).contains(translated("token.name.unusable", Tokens.LONGEST_NAME));
        assertThat(tokens.own(people.engineer())).isEmpty();
    }

    @Test
    void revokes_after_asking() {
        String token = tokens.add(people.engineer(),
                new NewToken(people.engineer().login(), "lost phone", NewToken.USUAL_SCOPES, null));
        open("desk");
        open("desk/tokens");

        _click(_get(Button.class, spec -> spec.withText(translated("token.revoke"))));
        _fireConfirm(_get(ConfirmDialog.class));

        assertThatThrownBy(() -> tokens.use(token, null, "here")).isInstanceOf(Refusal.class)
                .hasMessage("api.token.revoked");
        assertThat(_find(Button.class, spec -> spec.withText(translated("token.revoke")))).isEmpty();
        assertThat(page()).contains(translated("token.ended", 1));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shows_an_administrator_everybodys_and_makes_them_for_others() {
        Actor administrator = service(Accounts.class).add(Actor.commandLine(), "admin", "The admin",
                Role.ADMINISTRATOR, People.PASSWORD).actor();
        signIn(administrator);
        read(Locale.ENGLISH);
        signIn(administrator);
        open("desk/tokens");
        assertThat(page()).contains("planner's scale", "planner, The planner", "never used");

        ComboBox<Account> owner = _get(ComboBox.class);
        assertThat(owner.getValue().login()).isEqualTo("admin");
        owner.setValue(service(Accounts.class).all().stream()
                .filter(account -> account.login().equals("engineer")).findFirst().orElseThrow());
        _get(TextField.class, spec -> spec.withLabel("Name")).setValue("theirs");
        _get(CheckboxGroup.class).setValue(Set.of(Scope.SHEETS_WRITE));
        _click(_get(Button.class, spec -> spec.withText("Make token")));

        assertThat(tokens.own(people.engineer())).extracting(ApiToken::name).containsExactly("theirs");
    }
}
