package city.renewal.visit.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a household sees: first the field for its code, then the works in its home. Public because templates are classes
 * of a package of their own.
 *
 * @param refused   why something was not done, or null
 * @param done      what was done, or null
 * @param action    where forms go
 * @param code      as it was typed or, once it was taken, as it is sent on
 * @param offered   works of the project, for those who have not shown a code yet
 * @param household who books, or null before the code was taken
 * @param kept      who reads what is written, and for how long
 * @param vote      address at which the household votes
 * @param help      whom to telephone, or null where nobody's number is published
 * @param script    takes the code out of the letter's address; null once it was taken
 */
public record VisitPage(Frame frame, @Nullable String refused, @Nullable String done, String action, String code,
                        List<String> offered, @Nullable String household, List<Work> works, String kept,
                        String vote, @Nullable String help, @Nullable String script) {

    /**
     * @param prepare what to do before the crew comes, or null
     * @param state   what is so now, such as when nobody was at home; null while nothing was booked
     * @param good    whether that is how it should be
     * @param visit   the booked appointment, or null
     * @param when    day and hours of the booked appointment
     * @param crew    who comes then
     * @param barred  why the appointment cannot stay, or null
     * @param fixed   why the appointment cannot be changed here, or null
     * @param times   days with their times that can be taken
     * @param open    whether times are shown at once and not unfolded
     * @param finished whether nothing is left to book
     */
    public record Work(long id, String title, @Nullable String prepare, @Nullable String state, boolean good,
                       @Nullable Long visit, String when, String crew, @Nullable String barred,
                       @Nullable String fixed, List<Day> times, boolean open, boolean finished) {
    }

    public record Day(String day, List<Time> times) {
    }

    public record Time(long slot, String hours, String free) {
    }
}
