package city.renewal.plan.template;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The templates one can plan with: those packed into the program, and those saved. Safe for use by many threads. */
public final class PlanTemplates {

    /** Characters that a saved template's name may have. */
    public static final int LONGEST_NAME = 200;
    /** Characters that a template's file may have. */
    public static final int LONGEST_FILE = 2_000_000;

    private static final String SAVED = "saved-";

    private final Jdbi jdbi;
    private final TemplateDao dao;
    private final Supplier<TemplateReader> readers;
    private final Plans plans;
    private final Projects projects;
    private final AuditTrail audit;
    private final Clock clock;
    private @Nullable TemplateReader reader;
    private @Nullable Map<String, PlanTemplate> packed;

    /** @param readers asked once, when the first template is: reading the files would delay every start */
    public PlanTemplates(Jdbi jdbi, Supplier<TemplateReader> readers, Plans plans, Projects projects, AuditTrail audit,
                         Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(TemplateDao.class);
        this.readers = readers;
        this.plans = plans;
        this.projects = projects;
        this.audit = audit;
        this.clock = clock;
    }

    private synchronized TemplateReader reader() {
        TemplateReader ready = reader;
        if (ready == null) {
            ready = readers.get();
            reader = ready;
        }
        return ready;
    }

    private synchronized Map<String, PlanTemplate> packed() {
        Map<String, PlanTemplate> ready = packed;
        if (ready == null) {
            ready = reader().packed();
            packed = ready;
        }
        return ready;
    }

    /**
     * A template as it is offered.
     *
     * @param id    see {@link #get}
     * @param saved what was saved, null for one packed into the program
     */
    public record Offer(String id, Words name, String kind, @Nullable SavedTemplate saved) {
    }

    /** @return what one can plan with, the packed ones first; one statement */
    public List<Offer> offered() {
        List<Offer> offers = new ArrayList<>();
        packed().values().forEach(template ->
                offers.add(new Offer(template.id(), template.name(), template.kind(), null)));
        dao.offered().forEach(saved ->
                offers.add(new Offer(SAVED + saved.id(), new Words(saved.name(), null), saved.kind(), saved)));
        return offers;
    }

    /** @throws Refusal when there is no such template */
    public PlanTemplate get(String id) {
        PlanTemplate found = packed().get(id);
        if (found != null) {
            return found;
        }
        SavedTemplate saved = saved(id);
        return reader().read(saved.body(), saved.name(), id);
    }

    private SavedTemplate saved(String id) {
        try {
            return dao.find(Long.parseLong(id.substring(id.startsWith(SAVED) ? SAVED.length() : id.length())))
                    .orElseThrow(() -> new Refusal("template.unknown", id));
        } catch (NumberFormatException none) {
            throw new Refusal("template.unknown", id);
        }
    }

    /** @return the template as a file that {@link #bringIn} reads */
    public String file(String id) {
        return packed().containsKey(id) ? TemplateWriter.write(packed().get(id)) : saved(id).body();
    }

    /**
     * Keeps a template that somebody wrote or exported elsewhere.
     *
     * @param label what messages call the file
     * @return its id
     * @throws Refusal when the actor is no planner or administrator, or the file is no sound template; nothing is kept
     */
    public String bringIn(Actor actor, String text, String label) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (text.length() > LONGEST_FILE) {
            throw new Refusal("template.fault.form", label, text.length());
        }
        return add(actor, reader().read(text, label, SAVED + 0));
    }

    /**
     * Says what a template made from the project's plan would be.
     *
     * @throws Refusal when the plan has no task
     */
    public TemplateFromPlan.Made generalise(Project project, PlanSnapshot plan, String name) {
        if (plan.tasks().isEmpty()) {
            throw new Refusal("template.empty");
        }
        Map<String, BigDecimal> measures = new HashMap<>();
        Map<String, Map<String, BigDecimal>> sizes = new HashMap<>();
        projects.sizes(project.id()).forEach(size -> (size.place() == null ? measures
                : sizes.computeIfAbsent(size.place(), place -> new HashMap<>())).put(size.measure(), size.amount()));
        PlanTemplate base = packed().get(project.kind());
        return new TemplateFromPlan(plan, new PlacedZones(projects.places(project.id()), sizes), measures,
                base == null ? packed().values().iterator().next() : base, CalendarRule.packed())
                .make(project.kind(), new Words(name.strip(), null));
    }

    /**
     * Saves the project's plan as a template.
     *
     * @return its id
     * @throws Refusal when the actor is no planner or administrator, the name is missing or too long, or there is no
     *                 plan to save
     */
    public String saveFrom(Actor actor, String code, String name) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Refusal("template.name.missing", LONGEST_NAME);
        }
        Project project = projects.get(code);
        return add(actor, generalise(project, plans.read(project.id()), name).template());
    }

    private String add(Actor actor, PlanTemplate template) {
        String name = template.name().zh();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Refusal("template.name.missing", LONGEST_NAME);
        }
        String body = TemplateWriter.write(template);
        // What is kept has to be readable for good.
        reader().read(body, name, template.id());
        return jdbi.inTransaction(handle -> {
            int version = dao.newestVersion(template.kind(), name) + 1;
            long id = dao.add(name, template.kind(), version, body, actor.name(), OffsetDateTime.now(clock));
            audit.record(actor, "template.save", "template:" + id, null, name + " " + version);
            return SAVED + id;
        });
    }

    /**
     * Offers a saved template no longer. It is kept.
     *
     * @throws Refusal when the actor is no planner or administrator, or it is not offered
     */
    public void retire(Actor actor, String id) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        SavedTemplate saved = saved(id);
        jdbi.useTransaction(handle -> {
            if (dao.retire(saved.id(), actor.name(), OffsetDateTime.now(clock)) == 0) {
                throw new Refusal("template.unknown", id);
            }
            audit.record(actor, "template.retire", "template:" + saved.id(), saved.name(), null);
        });
    }
}
