package city.renewal.plan.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Shows a drawing in the page, where its text can be selected, and lets the browser save it as a picture. */
@Tag("renewal-chart")
@JsModule("./chart/renewal-chart.ts")
final class DrawnChart extends Component {

    /** @param svg a drawing by this package, which escapes what people wrote */
    void show(String svg) {
        getElement().setProperty("innerHTML", svg);
    }

    void savePng(String fileName) {
        getElement().callJsFunction("savePng", fileName);
    }
}
