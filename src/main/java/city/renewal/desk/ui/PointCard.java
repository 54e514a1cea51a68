package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.project.Datum;
import city.renewal.project.Project;
import city.renewal.project.ProjectPoint;
import city.renewal.project.Projects;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a project lies, in which datum; planners say so. */
final class PointCard extends Div {

    private final transient Projects projects;
    private final transient Project project;
    private final transient Messages messages;
    private final Paragraph said = new Paragraph();
    private final BigDecimalField latitude = new BigDecimalField(getTranslation("project.point.latitude"));
    private final BigDecimalField longitude = new BigDecimalField(getTranslation("project.point.longitude"));
    private final Select<Datum> datum = new Select<>();
    private final IntegerField reach = new IntegerField(getTranslation("project.point.reach.metres"));
    private final Paragraph problem = new Paragraph();

    /** @param planner who may change it, null for readers */
    PointCard(Projects projects, Project project, @Nullable Actor planner, Messages messages) {
        this.projects = projects;
        this.project = project;
        this.messages = messages;
        addClassNames("card", "point-card");
        add(said);
        if (planner != null) {
            datum.setLabel(getTranslation("project.point.datum"));
            datum.setItems(Datum.values());
            datum.setItemLabelGenerator(this::words);
            reach.setMin(ProjectPoint.LEAST_REACH);
            reach.setMax(ProjectPoint.MOST_REACH);
            problem.addClassName("form-problem");
            problem.getElement().setAttribute("role", "alert");
            problem.setVisible(false);
            Div fields = new Div(latitude, longitude, datum, reach);
            fields.addClassName("point-fields");
            add(fields, problem, new Button(getTranslation("project.point.save"), click -> save(planner)));
        }
        show();
    }

    private String words(Datum of) {
        return getTranslation("project.datum." + of.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void show() {
        ProjectPoint point = projects.point(project.id()).orElse(null);
        said.removeAll();
        if (point == null) {
            said.setText(getTranslation("project.point.none"));
            datum.setValue(Datum.WGS_84);
            return;
        }
        said.add(new Span(getTranslation("project.point.said", point.latitude().toPlainString(),
                point.longitude().toPlainString(), words(point.datum()), String.valueOf(point.reachMetres()))));
        if (project.demonstration()) {
            Span note = new Span(getTranslation("project.point.demonstration"));
            note.addClassNames("badge", "tone-warning");
            said.add(note);
        }
        latitude.setValue(point.latitude());
        longitude.setValue(point.longitude());
        datum.setValue(point.datum());
        reach.setValue(point.reachMetres());
    }

    private void save(Actor planner) {
        try {
            if (latitude.getValue() == null || longitude.getValue() == null || reach.getValue() == null) {
                throw new Refusal("project.point.missing");
            }
            projects.setPoint(planner, project.code(), new ProjectPoint(latitude.getValue(), longitude.getValue(),
                    datum.getValue(), reach.getValue()));
            problem.setVisible(false);
            show();
        } catch (Refusal refusal) {
            problem.setText(refusal.in(messages, getLocale()));
            problem.setVisible(true);
        }
    }
}
