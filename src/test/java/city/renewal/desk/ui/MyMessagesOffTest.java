package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.subscription.QueueAddress;
import city.renewal.testing.People;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;

/** What staff read where no mail server is set up, as in the demonstration. */
class MyMessagesOffTest extends ViewTest {

    @Test
    void it_says_that_nothing_is_sent_and_administrators_how_to_change_that() {
        People people = People.join(services());
        signIn(people.planner());
        open("desk/messages");
        assertThat(page()).contains(translated("my-messages.off")).doesNotContain(translated("my-messages.off.how"));
        assertThat(_find(EmailField.class)).isEmpty();

        assertThat(page()).contains(translated("queue-address.none"));
        _click(_get(Button.class, spec -> spec.withText(translated("queue-address.make"))));
        TextField calendar = _get(TextField.class, spec -> spec.withLabel(translated("queue-address.calendar")));
        assertThat(calendar.getValue()).contains("/queue/rc_").endsWith(".ics?lang=" + UI.getCurrent().getLocale().getLanguage());
        assertThat(service(QueueAddress.class).standing(people.planner())).isPresent();
        open("desk");
        open("desk/messages");
        assertThat(_find(TextField.class)).as("it is shown once").isEmpty();
        _click(_get(Button.class, spec -> spec.withText(translated("queue-address.stop"))));
        assertThat(service(QueueAddress.class).standing(people.planner())).as("it asks first").isPresent();
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(page()).contains(translated("queue-address.none"));
        assertThat(service(QueueAddress.class).standing(people.planner())).isEmpty();

        signIn(new Actor(0, "admin", "Admin", Role.ADMINISTRATOR));
        open("desk");
        open("desk/messages");
        assertThat(page()).contains(translated("my-messages.off.how"));
    }
}
