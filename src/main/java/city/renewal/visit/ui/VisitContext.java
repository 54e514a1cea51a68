package city.renewal.visit.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.consent.HouseholdRegister;
import city.renewal.project.Project;
import city.renewal.visit.VisitServices;
import city.renewal.visit.VisitWords;
import java.util.Locale;

/**
 * What every part of a page of appointments works with.
 *
 * @param changed called after something was changed, so that the page shows it elsewhere too
 */
public record VisitContext(VisitServices services, HouseholdRegister register, Actor actor, Project project,
                           Messages messages, VisitWords words, Runnable changed) {

    Locale locale() {
        return words.formats().locale();
    }

    /** @return how the reader's language calls it, where it is known */
    String name(String name) {
        return words.formats().name(name);
    }

    String text(String key, Object... parameters) {
        return messages.text(locale(), key, parameters);
    }
}
