package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.YamlNode;
import city.renewal.project.NamedPerson;
import city.renewal.project.Party;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.project.StageDate;
import city.renewal.project.handover.AcceptanceMember;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.NewAcceptance;
import city.renewal.project.handover.NewHandover;
import city.renewal.project.handover.NewPaper;
import city.renewal.project.handover.OpenItem;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.WarrantyChange;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compounds of the demonstration that were accepted and handed over, from {@code config/demo/handovers.yaml}. */
public final class HandoverChapter implements DemoChapter {

    private static final String FILE = "config/demo/handovers.yaml";

    private final Projects projects;
    private final Handovers handovers;
    private final Warranties warranties;
    private final HandoverPapers papers;
    private final ProjectPeople people;

    public HandoverChapter(Projects projects, Handovers handovers, Warranties warranties, HandoverPapers papers,
                           ProjectPeople people) {
        this.projects = projects;
        this.handovers = handovers;
        this.warranties = warranties;
        this.papers = papers;
        this.people = people;
    }

    @Override
    public void add(DemoScene scene) {
        Actor planner = Objects.requireNonNull(scene.people().get(Role.PLANNER));
        YamlNode.packed(FILE).nodes("handovers").forEach(node -> add(planner, scene, node));
    }

    private void add(Actor planner, DemoScene scene, YamlNode node) {
        Project project = scene.place(node.text("project")).project();
        LocalDate handed = projects.stages(project.id()).stream().filter(stage -> stage.stage().equals("handover"))
                .map(StageDate::reachedOn).filter(Objects::nonNull).findFirst().orElse(scene.today());
        List<AcceptanceMember> members = new ArrayList<>(projects.parties(project.id()).stream()
                .filter(party -> AcceptanceMember.ROLES.contains(party.role())).map(HandoverChapter::member).toList());
        members.add(new AcceptanceMember("property", node.text("property")));
        long acceptance = handovers.accept(planner, new NewAcceptance(project.id(), null,
                handed.plusDays(node.whole("accepted", 0)), true, node.whole("residents", 1), members,
                node.text("remark"), handovers.open(project.id(), null).stream().map(OpenItem::key)
                        .collect(Collectors.toSet()), null, null));
        handovers.handOver(planner, new NewHandover(project.id(), null, handed, "property", node.text("property"),
                node.text("phone"), null));
        if (node.has("repairs")) {
            Actor engineer = Objects.requireNonNull(scene.logins().get(node.text("repairs")));
            people.parties(project.id()).stream().filter(party -> party.role().equals(AcceptanceMember.CONTRACTOR))
                    .findFirst().ifPresent(firm -> people.nameWithParties(planner, project.id(),
                            Set.of(new NamedPerson(engineer.accountId(), firm.id()))));
        }
        if (node.has("papers")) {
            node.nodes("papers").forEach(paper -> put(planner, acceptance, paper));
        }
        if (node.has("agreed")) {
            YamlNode agreed = node.child("agreed");
            warranties.change(planner, new WarrantyChange(acceptance, agreed.text("work"), null,
                    agreed.text("organisation"), agreed.text("phone"), scene.today().plusDays(agreed.whole("days", 0)),
                    null));
        }
    }

    private void put(Actor planner, long acceptance, YamlNode paper) {
        String title = paper.text("title");
        long id = papers.put(planner, NewPaper.ofAcceptance(acceptance, title, title + ".pdf"),
                new ByteArrayInputStream(DemoPaper.pdf(title, paper.texts("lines"))));
        if (paper.has("open")) {
            papers.open(planner, id, true);
        }
        if (paper.has("withdrawn")) {
            papers.withdraw(planner, id, paper.text("withdrawn"));
        }
    }

    private static AcceptanceMember member(Party party) {
        return new AcceptanceMember(party.role(), party.organisation());
    }
}
