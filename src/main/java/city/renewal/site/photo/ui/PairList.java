package city.renewal.site.photo.ui;

import city.renewal.base.Formats;
import city.renewal.site.photo.PhotoPair;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;

/** Every place of a project before and after, one below the other. */
@CssImport("./styles/photo-pair.css")
public final class PairList extends Div {

    public PairList(List<PhotoPair> pairs, Formats formats) {
        addClassName("photo-pairs");
        for (PhotoPair pair : pairs) {
            String place = pair.place().in(getLocale());
            Div item = new Div(new H3(place), new PairSlider(pair, place, formats));
            item.addClassName("photo-pair-item");
            add(item);
        }
    }
}
