package city.renewal.testing;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;

/** The views that the public reads, on a day in the middle of {@link SmallPlan}. */
public abstract class PublicViewTest extends ViewTest {

    /** A Tuesday, when the plan's first task is under way. */
    protected static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    protected PublicSample sample;

    @BeforeEach
    void startDay() {
        clock.moveTo(DAY);
        sample = new PublicSample(services());
    }
}
