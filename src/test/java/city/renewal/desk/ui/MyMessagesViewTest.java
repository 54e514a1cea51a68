package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.subscription.MailWorker;
import city.renewal.subscription.StaffMessages;
import city.renewal.subscription.Subscriptions;
import city.renewal.testing.MailServer;
import city.renewal.testing.People;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.EmailField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MyMessagesViewTest extends ViewTest {

    private static final MailServer SERVER = new MailServer();

    private People people;

    MyMessagesViewTest() {
        super(SERVER.environment());
    }

    @BeforeEach
    void openPage() {
        people = People.join(services());
        signIn(people.supervisor());
        open("desk/messages");
    }

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    private void give(String address) {
        _get(EmailField.class).setValue(address);
        _click(_get(Button.class, spec -> spec.withText(translated("my-messages.send"))));
    }

    @Test
    void a_person_gives_an_address_confirms_it_and_stops() {
        assertThat(page()).contains(translated("my-messages.none"), translated("my-messages.about.supervisor"));
        give("first@example.cn");
        assertThat(page()).contains("f***@example.cn", translated("my-messages.waiting"))
                .doesNotContain("first@example.cn");
        service(MailWorker.class).pass();
        String confirm = SERVER.arrived().stream()
                .filter(mail -> mail.to().equals("first@example.cn")).findFirst().orElseThrow().link("/mail/confirm/");
        service(Subscriptions.class).confirm(confirm.substring(confirm.lastIndexOf('/') + 1));
        open("desk");
        open("desk/messages");
        assertThat(page()).contains(translated("my-messages.confirmed"));

        _click(_get(Button.class, spec -> spec.withText(translated("my-messages.stop"))));
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(page()).contains(translated("my-messages.none"));
        assertThat(service(StaffMessages.class).own(people.supervisor())).isEmpty();
    }

    @Test
    void what_is_no_address_is_said_at_its_field_and_another_takes_the_place_of_the_first() {
        give("chen");
        assertThat(_get(EmailField.class).getErrorMessage()).isEqualTo(translated("subscription.address.malformed"));
        give("chen@example.cn");
        give("office@example.cn");

        assertThat(page()).contains("o***@example.cn").doesNotContain("c***@example.cn");
    }

    @Test
    void administrators_see_how_sending_goes() {
        assertThat(byId("sending")).isEmpty();
        give("chen@example.cn");
        signIn(new Actor(0, "admin", "Admin", Role.ADMINISTRATOR));
        try (StatementCount statements = countStatements()) {
            open("desk");
            int before = statements.statements().size();
            open("desk/messages");
            assertThat(statements.statements().size() - before).as("address, sending in two, private address")
                    .isLessThanOrEqualTo(4);
        }

        assertThat(textOf(byId("sending").orElseThrow()))
                .contains(translated("my-messages.sending.mails", 1, 0, 0, 0), "127.0.0.1", MailServer.FROM)
                .doesNotContain("chen@");
    }
}
