package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.testing.People;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.textfield.EmailField;
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

        signIn(new Actor(0, "admin", "Admin", Role.ADMINISTRATOR));
        open("desk");
        open("desk/messages");
        assertThat(page()).contains(translated("my-messages.off.how"));
    }
}
