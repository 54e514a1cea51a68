package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.RateBasis;
import city.renewal.plan.Task;
import city.renewal.plan.forecast.DelayNeed;
import city.renewal.plan.forecast.PlanForecast;
import city.renewal.plan.forecast.ProjectForecast;
import city.renewal.schedule.OutOfSequence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says when work will be done, against what was promised, and what still has to be said about it. */
public final class ForecastWords {

    private final Messages messages;
    private final Formats formats;

    public ForecastWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** @return the headline of a plan, such as {@code Finishes 2026-12-27, 7 days after the original promise …} */
    public String headline(PlanForecast forecast) {
        LocalDate finish = forecast.finish();
        String basis = text("forecast.basis." + forecast.plan().head().rateBasis().name().toLowerCase(Locale.ROOT));
        if (forecast.originalFinish() == null) {
            return text("forecast.headline.unpromised", formats.date(finish), basis);
        }
        String original = against(finish, forecast.originalFinish());
        return forecast.currentNumber() > 1
                ? text("forecast.headline.both", formats.date(finish), basis, original,
                        forecast.currentNumber(), against(finish, forecast.currentFinish()))
                : text("forecast.headline", formats.date(finish), basis, original);
    }

    /** @return both finishes, the one that counts named first: {@code by plan’s rate 12-20, by observed rate 12-27} */
    public String rates(RateBasis basis, ProjectForecast forecast) {
        return text("forecast.rates." + basis.name().toLowerCase(Locale.ROOT), formats.date(forecast.finishByPlan()),
                formats.date(forecast.finishByObserved()));
    }

    /** @return such as {@code 7 days late}; what there is no promise for gets a dash */
    public String against(LocalDate finish, @Nullable LocalDate promised) {
        Integer days = PlanForecast.daysLate(finish, promised);
        if (days == null) {
            return text("forecast.unpromised");
        }
        if (days == 0) {
            return text("forecast.on-time");
        }
        return days > 0 ? text("forecast.late", days) : text("forecast.early", -days);
    }

    /** @return which link progress passed over, and by how much */
    public String passed(OutOfSequence passed, Map<Long, Task> tasks) {
        return text("forecast.passed." + passed.link().type().code().toLowerCase(Locale.ROOT),
                tasks.get(passed.link().predecessor()).names().in(formats.locale()), formats.date(passed.happened()),
                formats.date(passed.allowed()), passed.days());
    }

    /**
     * @param passed as {@link city.renewal.plan.forecast.Forecasts#outOfSequence} found it in the plan
     * @return for each task in one text which links its progress passed over
     */
    public Map<Long, String> passed(Map<Long, List<OutOfSequence>> passed, PlanSnapshot plan) {
        Map<Long, Task> tasks = passed.isEmpty() ? Map.of() : plan.byId();
        Map<Long, String> words = new HashMap<>();
        passed.forEach((id, links) -> words.put(id,
                links.stream().map(link -> passed(link, tasks)).collect(Collectors.joining(" "))));
        return words;
    }

    /** @return what has to be said about a late finish */
    public String need(DelayNeed need, DelayNeed.Why why) {
        String key = "delay.need." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (why) {
            case GREW -> text(key, need.daysLate(), need.slipDays());
            case CATCH_UP_PASSED -> text(key, need.daysLate(), formats.date(need.catchUpOn()));
            case UNEXPLAINED, NO_CATCH_UP -> text(key, need.daysLate());
        };
    }

    private String text(String key, Object... parameters) {
        return messages.text(formats.locale(), key, parameters);
    }
}
