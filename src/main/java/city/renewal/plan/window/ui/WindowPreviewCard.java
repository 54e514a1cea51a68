package city.renewal.plan.window.ui;

import city.renewal.base.Formats;
import city.renewal.plan.window.ProjectEffect;
import city.renewal.plan.window.ProjectEffect.MovedTask;
import city.renewal.plan.window.WindowPreview;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a window would move, project by project, and the one button that lets it happen. */
public final class WindowPreviewCard extends Div {

    /** Tasks of a project that are listed; more are counted. */
    private static final int TASKS_LISTED = 40;

    private final transient WindowWords words;
    private final Checkbox tell = new Checkbox(getTranslation("window.tell-residents"), true);

    /**
     * @param withdrawing whether the window goes rather than comes
     * @param apply       told whether residents shall read the window's words as the reason
     * @param leave       called when nothing shall happen
     */
    public WindowPreviewCard(WindowWords words, WindowPreview preview, boolean withdrawing, Consumer<Boolean> apply,
                             Runnable leave) {
        this.words = words;
        addClassNames("card", "window-preview");
        add(new H2(getTranslation(withdrawing ? "window.preview.withdraw" : "window.preview.declare",
                words.label(preview.window()))), new Paragraph(summary(preview)));
        if (preview.untyped() > 0) {
            Paragraph note = new Paragraph(getTranslation("window.preview.untyped", preview.untyped()));
            note.addClassName("window-note");
            add(note);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("window-effects");
        preview.effects().forEach(effect -> list.add(effect(effect)));
        Button go = new Button(getTranslation(withdrawing ? "window.withdraw.apply" : "window.apply"),
                click -> apply.accept(tell.getValue()));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setId("window-apply");
        Button no = new Button(getTranslation("action.cancel"), click -> leave.run());
        Div actions = new Div(go, no);
        actions.addClassName("window-row");
        tell.setVisible(!withdrawing && preview.delayed() > 0);
        add(list, tell, actions);
    }

    private String summary(WindowPreview preview) {
        return preview.effects().isEmpty()
                ? getTranslation("window.preview.nothing", preview.untouched())
                : getTranslation("window.preview.summary", preview.effects().size(), preview.delayed(),
                        preview.untouched());
    }

    private ListItem effect(ProjectEffect effect) {
        Span name = new Span(effect.project().code() + " " + effect.project().names().in(getLocale()));
        name.addClassName("window-project");
        Span finish = new Span(getTranslation("window.preview.finish", date(effect.finishBefore()),
                date(effect.finishAfter())));
        Div head = new Div(name, finish, moves(effect.finishMoves()));
        if (effect.daysLate() != null) {
            head.add(promise(effect.daysLate()));
        }
        head.addClassName("window-effect");
        ListItem item = new ListItem(head);
        if (!effect.paused().isEmpty()) {
            Paragraph paused = new Paragraph(getTranslation("window.preview.paused",
                    effect.paused().stream()
                            .map(task -> task.in(getLocale())).collect(Collectors.joining(words.text("list.separator")))));
            paused.addClassName("secondary");
            item.add(paused);
        }
        if (!effect.moved().isEmpty()) {
            UnorderedList tasks = new UnorderedList();
            effect.moved().stream().limit(TASKS_LISTED).forEach(task -> tasks.add(new ListItem(line(task))));
            item.add(new Details(getTranslation("window.preview.tasks", effect.moved().size()), tasks));
        }
        return item;
    }

    private String line(MovedTask task) {
        return getTranslation("window.preview.task", task.names().in(getLocale()), date(task.startBefore()),
                date(task.finishBefore()), date(task.startAfter()), date(task.finishAfter()));
    }

    private Span moves(int days) {
        Span badge = new Span(days == 0
                ? getTranslation("window.preview.same")
                : getTranslation(days > 0 ? "window.preview.later" : "window.preview.earlier", Math.abs(days)));
        badge.addClassNames("badge", days > 0 ? "badge-late" : "badge-good");
        return badge;
    }

    private Span promise(int late) {
        Span said = new Span(late > 0 ? getTranslation("variance.late", late)
                : late < 0 ? getTranslation("variance.early", -late) : getTranslation("variance.on-time"));
        said.addClassName("secondary");
        Span label = new Span(getTranslation("window.preview.promise"));
        label.addClassName("secondary");
        return new Span(label, said);
    }

    private String date(LocalDate day) {
        Formats formats = words.formats();
        return formats.date(day);
    }
}
