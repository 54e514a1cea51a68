package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.project.Projects;
import city.renewal.site.photo.PhotoPair;
import city.renewal.site.photo.PhotoPairs;
import city.renewal.site.photo.ui.PairList;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** A project's places before and after, and where the project lies, by which photos are compared. */
@Route(value = "desk/plan/:code/photos", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/site.css")
public final class PhotosView extends PlanPageView {

    private final transient PhotoPairs pairs;
    private final transient Projects projects;
    private final transient Messages messages;
    private final Actor actor = SignedIn.required();

    PhotosView(Projects projects, Plans plans, PhotoPairs pairs, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.projects = projects;
        this.pairs = pairs;
        this.messages = messages;
    }

    @Override
    String name() {
        return "photos";
    }

    @Override
    String title() {
        return getTranslation("plan.page.photos");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        List<PhotoPair> found = pairs.forStaff(project().id());
        Paragraph about = new Paragraph(getTranslation(found.isEmpty() ? "photo.pair.none" : "photo.pair.about"));
        about.addClassName("secondary");
        into.add(new H2(getTranslation("photo.pair.title")), about, new PairList(found, formats),
                new H2(getTranslation("project.point.title")),
                new PointCard(projects, project(), actor.is(Role.PLANNER, Role.ADMINISTRATOR) ? actor : null, messages));
    }
}
