package city.renewal.matter.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import java.util.List;

/** Photos of a matter side by side, each opening on its own; not there without any. */
public final class MatterPhotoStrip extends Div {

    private static final String ADDRESS = "/matter-photo/";

    /** @param what says what they are to those who do not see them */
    public MatterPhotoStrip(List<Long> photos, String what) {
        addClassName("photo-strip");
        photos.forEach(id -> {
            Image image = new Image(ADDRESS + id, what);
            image.addClassName("matter-photo");
            image.getElement().setAttribute("loading", "lazy");
            Anchor open = new Anchor(ADDRESS + id, image);
            open.setRouterIgnore(true);
            open.setTarget("_blank");
            add(open);
        });
        setVisible(!photos.isEmpty());
    }
}
