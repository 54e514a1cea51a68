package city.renewal.site.photo.ui;

import city.renewal.base.Formats;
import city.renewal.site.photo.PhotoCopy;
import city.renewal.site.photo.PhotoPair;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import java.util.Locale;

/** Two photos of one place with a divider that mouse, finger and keyboard move; without the script, side by side. */
@Tag("photo-pair")
@JsModule("./photo/photo-pair.ts")
final class PairSlider extends Component implements HasComponents {

    PairSlider(PhotoPair pair, String place, Formats formats) {
        String first = caption(pair.first(), formats);
        String second = caption(pair.second(), formats);
        getElement().setAttribute("label", getTranslation("photo.pair.slider", place, first, second));
        add(side("first", pair.first(), place, first), side("second", pair.second(), place, second));
    }

    private String caption(PhotoPair.Side side, Formats formats) {
        return getTranslation("photo.taken",
                getTranslation("photo.stage." + side.stage().name().toLowerCase(Locale.ROOT)),
                formats.date(side.reportOn()));
    }

    private static Figure side(String slot, PhotoPair.Side side, String place, String caption) {
        String address = "/photo/" + side.photoId() + "/" + PhotoCopy.STAMPED.fileName();
        Image image = new Image(address, place + ": " + caption);
        image.getElement().setAttribute("loading", "lazy");
        image.getElement().setAttribute("draggable", "false");
        Anchor large = new Anchor(address, caption);
        large.setTarget("_blank");
        return new Figure(slot, image, new Caption(large));
    }

    @Tag("figure")
    private static final class Figure extends Component implements HasComponents {

        Figure(String slot, Component... parts) {
            getElement().setAttribute("slot", slot);
            add(parts);
        }
    }

    @Tag("figcaption")
    private static final class Caption extends Component implements HasComponents {

        Caption(Component link) {
            add(link);
        }
    }
}
