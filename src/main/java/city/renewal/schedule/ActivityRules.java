package city.renewal.schedule;

import java.time.LocalDate;
import java.util.List;

/** What makes an activity fit to be scheduled, and the unit of time that a network needs. */
final class ActivityRules {

    private ActivityRules() {
    }

    /** @throws IllegalArgumentException with the activity's id and what is wrong with it */
    static void check(Activity activity, boolean summary) {
        if (activity.durationMinutes() < 0) {
            throw wrong(activity, "has a negative duration");
        }
        Integer remaining = activity.remainingMinutes();
        if (remaining != null && remaining < 0) {
            throw wrong(activity, "has a negative remaining duration");
        }
        if (!summary && activity.constraint().needsDate() && activity.constraintDate() == null) {
            throw wrong(activity, "needs a date for its constraint " + activity.constraint());
        }
        LocalDate start = activity.actualStart();
        LocalDate finish = activity.actualFinish();
        if (finish != null && (start == null || finish.isBefore(start))) {
            throw wrong(activity, "has an actual finish before its actual start");
        }
    }

    static boolean isHeldByLinksOnly(Activity activity) {
        return activity.constraint() == ConstraintType.AS_SOON_AS_POSSIBLE && activity.actualStart() == null;
    }

    /**
     * Most plans count in whole days; a plan with half days is scheduled in half days, and so on.
     *
     * @return the most minutes of which every duration and lag, and the working day, is a multiple
     */
    static int sharedStep(Activity[] activities, List<Link> links) {
        int step = WorkingTime.MINUTES_PER_DAY;
        for (Activity activity : activities) {
            step = divisor(step, activity.durationMinutes());
            Integer remaining = activity.remainingMinutes();
            if (remaining != null) {
                step = divisor(step, remaining);
            }
        }
        for (Link link : links) {
            step = divisor(step, link.lagMinutes());
        }
        return step;
    }

    private static int divisor(int step, int minutes) {
        int a = step;
        int b = Math.abs(minutes % step);
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static IllegalArgumentException wrong(Activity activity, String what) {
        return new IllegalArgumentException("Activity " + activity.id() + " (" + activity.name() + ") " + what);
    }
}
