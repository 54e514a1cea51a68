package city.renewal.programme.commitment.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DeskCard;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.LinkedProject;
import city.renewal.programme.commitment.NewCommitment;
import city.renewal.project.Project;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which projects count for a commitment, with the reason for the change. */
public final class LinksCard extends DeskCard {

    /**
     * @param choice  the projects that may be linked
     * @param changed called after it was changed
     */
    public LinksCard(Commitments commitments, CommitmentLine line, List<Project> choice, CommitmentWords words,
                     Actor actor, Messages messages, Runnable changed) {
        super(words.text("commitment.link.title"), messages);
        MultiSelectComboBox<Project> projects = CommitmentForm.projects(choice, words);
        Set<Long> linked = line.projects().stream().map(LinkedProject::id).collect(Collectors.toSet());
        projects.setValue(choice.stream().filter(each -> linked.contains(each.id())).collect(Collectors.toSet()));
        TextField why = new TextField(getTranslation("commitment.why"));
        why.setMaxLength(NewCommitment.LONGEST_WHY);
        Button save = new Button(getTranslation("commitment.link.do"), click -> attempt(() -> {
            commitments.link(actor, line.commitment(),
                    projects.getValue().stream().map(Project::code).collect(Collectors.toSet()), why.getValue());
            changed.run();
            return "";
        }));
        Div fields = new Div(projects, why, save);
        fields.addClassName("desk-fields");
        add(fields);
    }
}
