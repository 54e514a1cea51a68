package city.renewal.plan.interchange;

import city.renewal.base.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in sentences what a file would change of a plan, the same on the screen and on the command line. */
public final class PlanUpdateWords {

    /** Tasks that are named; of more only the number is said. */
    private static final int NAMED = 12;

    private final Messages messages;
    private final Locale locale;

    public PlanUpdateWords(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @return at least one sentence */
    public List<String> sentences(PlanUpdate update) {
        List<String> said = new ArrayList<>();
        if (update.isEmpty()) {
            said.add(text("plan.update.same"));
        }
        name(said, "plan.update.added", update.added());
        name(said, "plan.update.changed", update.changed().stream()
                .map(each -> text("plan.update.changed.task", each.name(), fields(each)))
                .toList());
        name(said, "plan.update.dropped", update.dropped().stream()
                .map(each -> each.reported() ? text("plan.update.dropped.reported", each.name()) : each.name())
                .toList());
        if (update.linksAdded() + update.linksRemoved() > 0) {
            said.add(text("plan.update.links", update.linksAdded(), update.linksRemoved()));
        }
        name(said, "plan.update.calendars", update.calendars());
        if (update.progressNotTaken() > 0) {
            said.add(text("plan.update.progress", update.progressNotTaken()));
        }
        return said;
    }

    private String fields(PlanUpdate.Changed changed) {
        return changed.fields().stream()
                .map(field -> text("plan.update.field." + field.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(text("plan.update.separator")));
    }

    private void name(List<String> said, String key, List<String> names) {
        if (!names.isEmpty()) {
            String shown = names.stream().limit(NAMED).collect(Collectors.joining(text("plan.update.separator")));
            said.add(text(key, names.size(), names.size() > NAMED ? shown + " …" : shown));
        }
    }

    private String text(String key, Object... parameters) {
        return messages.text(locale, key, parameters);
    }
}
