package city.renewal.base.ui;

import city.renewal.base.Installation;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;

/** The frame of every public page: who we are, the way to the pages, language and elder mode. */
@AnonymousAllowed
public final class PublicLayout extends Div implements RouterLayout {

    public PublicLayout(Installation installation) {
        addClassName("public");
        if (installation.demonstration()) {
            Aside banner = new Aside(new Text(getTranslation("demonstration.banner")));
            banner.getElement().setAttribute("aria-label", getTranslation("demonstration.note"));
            banner.addClassName("demonstration-banner");
            add(banner);
        }
        add(header());
    }

    private Header header() {
        Span mark = new Span(getTranslation("brand.mark"));
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(getTranslation("brand.name"));
        name.addClassName("brand-name");
        Anchor brand = new Anchor("/", mark, name);
        brand.addClassName("brand");
        Span subtitle = new Span(getTranslation("brand.subtitle"));
        subtitle.addClassName("brand-subtitle");
        Nav nav = new Nav(new Anchor("/", getTranslation("nav.overview")), elderSwitch(), languageSwitch(),
                new Anchor("/desk", getTranslation("nav.desk")));
        nav.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        Header header = new Header(brand, subtitle, nav);
        header.addClassName("public-header");
        return header;
    }

    private Button elderSwitch() {
        boolean elder = ReaderPreferences.elder(VaadinRequest.getCurrent());
        Button button = new Button(getTranslation(elder ? "nav.elder.off" : "nav.elder.on"),
                click -> ReaderPreferences.setElder(UI.getCurrent(), !elder));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return button;
    }

    private Button languageSwitch() {
        boolean english = getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        Button button = new Button(getTranslation("nav.other-language"),
                click -> ReaderPreferences.setLanguage(UI.getCurrent(),
                        english ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return button;
    }
}
