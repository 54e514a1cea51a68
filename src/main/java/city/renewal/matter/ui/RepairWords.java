package city.renewal.matter.ui;

import city.renewal.matter.MatterAct;
import city.renewal.matter.Repair;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.html.Span;

/** Says what a firm has to repair, in the reader's language. */
public record RepairWords(MatterWords matters, WarrantyWords warranties) {

    public String text(String key, Object... parameters) {
        return matters.text(key, parameters);
    }

    /** @return such as {@code Leak · Roof waterproofing} */
    public String what(Repair repair) {
        return matters.kind(repair.line().kind()) + " · " + warranties.work(repair.work());
    }

    /** @return where it stands for the firm */
    public Span badge(Repair repair) {
        Span badge = new Span(state(repair));
        badge.addClassNames("badge", !repair.open() ? repair.said() == MatterAct.REPAIRED ? "tone-good" : "tone-quiet"
                : repair.missed(matters.formats().today()) ? "badge-late" : "tone-warning");
        return badge;
    }

    private String state(Repair repair) {
        if (repair.said() == null) {
            return text("repair.state.new");
        }
        if (repair.dayOn() == null) {
            return text("repair.state.refused");
        }
        return text(repair.said() == MatterAct.REPAIRED ? "repair.state.mended"
                : repair.missed(matters.formats().today()) ? "repair.missed" : "repair.state.planned",
                matters.formats().date(repair.dayOn()));
    }
}
