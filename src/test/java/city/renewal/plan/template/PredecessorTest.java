package city.renewal.plan.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.renewal.schedule.LinkType;
import org.junit.jupiter.api.Test;

class PredecessorTest {

    @Test
    void aBareItemIsWaitedForToTheEnd() {
        assertThat(Predecessor.parse("stair-paint"))
                .isEqualTo(new Predecessor("stair-paint", LinkType.FINISH_TO_START, 0));
    }

    @Test
    void readsTypeAndLag() {
        assertThat(Predecessor.parse("scaffold SS+12"))
                .isEqualTo(new Predecessor("scaffold", LinkType.START_TO_START, 12));
    }

    @Test
    void readsALead() {
        assertThat(Predecessor.parse("drains FF-2")).isEqualTo(new Predecessor("drains", LinkType.FINISH_TO_FINISH, -2));
    }

    @Test
    void refusesWhatPlannersDoNotWrite() {
        assertThatIllegalArgumentException().isThrownBy(() -> Predecessor.parse("drains XX+2"))
                .withMessageContaining("drains XX+2");
    }
}
