package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Installation;
import city.renewal.base.Names;
import city.renewal.base.ui.ReaderPreferences;
import city.renewal.site.http.PhonePages;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;

/**
 * The frame of every signed-in view: where one can go, who one is. It shows the ways that are open to the role; the
 * views themselves are closed to others.
 */
@AnonymousAllowed
@CssImport("./styles/desk.css")
public final class DeskLayout extends AppLayout {

    DeskLayout(Installation installation) {
        addClassName("desk");
        Actor actor = SignedIn.required();
        Span mark = new Span(getTranslation("brand.mark"));
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor("/desk", mark, new Span(getTranslation("brand.name")));
        brand.addClassName("brand");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("desk.menu"));
        addToNavbar(toggle, brand);
        if (installation.demonstration()) {
            Span note = new Span(getTranslation("demonstration.note"));
            note.addClassName("demonstration-note");
            addToNavbar(note);
        }
        addToNavbar(person(actor));
        addToDrawer(ways(actor));
    }

    /** A chart needs the width: there the navigation begins folded to its icons. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        if (content instanceof PlanView || content instanceof WhatIfView) {
            setDrawerOpened(false);
        }
    }

    private SideNav ways(Actor actor) {
        SideNav nav = new SideNav();
        nav.addItem(new SideNavItem(getTranslation("my-work.title"), MyWorkView.class, VaadinIcon.TASKS.create()));
        if (actor.is(Role.ENGINEER, Role.PLANNER, Role.ADMINISTRATOR)) {
            SideNavItem sheet = new SideNavItem(getTranslation("sheet.title"), PhonePages.PATH,
                    VaadinIcon.CLIPBOARD_TEXT.create());
            sheet.setRouterIgnore(true);
            nav.addItem(sheet);
        }
        if (actor.is(Role.COMMUNITY, Role.ADMINISTRATOR)) {
            nav.addItem(new SideNavItem(getTranslation("matter.desk.title"), MattersView.class,
                    VaadinIcon.COMMENTS_O.create()));
        }
        nav.addItem(new SideNavItem(getTranslation("desk.projects.title"), ProjectsView.class,
                VaadinIcon.BUILDING.create()));
        nav.addItem(new SideNavItem(getTranslation("commitment.desk.title"), CommitmentsView.class,
                VaadinIcon.HANDSHAKE.create()));
        nav.addItem(new SideNavItem(getTranslation("missing.title"), MissingSheetsView.class,
                VaadinIcon.CALENDAR_O.create()));
        nav.addItem(new SideNavItem(getTranslation("finding.title"), FindingsView.class,
                VaadinIcon.EXCLAMATION_CIRCLE_O.create()));
        nav.addItem(new SideNavItem(getTranslation("notice.title"), NoticesView.class, VaadinIcon.BELL_O.create()));
        nav.addItem(new SideNavItem(getTranslation("warranty.title"), WarrantiesView.class, VaadinIcon.SHIELD.create()));
        nav.addItem(new SideNavItem(getTranslation("conflict.title"), ConflictsView.class, VaadinIcon.ROAD.create()));
        if (actor.is(Role.SUPERVISOR)) {
            nav.addItem(new SideNavItem(getTranslation("confirmation.title"), ConfirmationView.class,
                    VaadinIcon.CHECK_SQUARE_O.create()));
        }
        if (actor.is(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR, Role.OFFICER, Role.VIEWER)) {
            nav.addItem(new SideNavItem(getTranslation("consent.desk.title"), ConsentView.class,
                    VaadinIcon.USERS.create()));
        }
        if (actor.is(Role.COMMUNITY, Role.PLANNER, Role.ADMINISTRATOR, Role.ENGINEER, Role.OFFICER, Role.VIEWER)) {
            nav.addItem(new SideNavItem(getTranslation("visit.desk.title"), VisitsView.class,
                    VaadinIcon.CALENDAR_USER.create()));
        }
        if (actor.is(Role.PLANNER, Role.ADMINISTRATOR)) {
            nav.addItem(new SideNavItem(getTranslation("new-plan.title"), NewPlanView.class,
                    VaadinIcon.PLUS_CIRCLE_O.create()));
            nav.addItem(new SideNavItem(getTranslation("window.title"), WindowsView.class,
                    VaadinIcon.CALENDAR_CLOCK.create()));
            nav.addItem(new SideNavItem(getTranslation("import.title"), ImportView.class, VaadinIcon.UPLOAD.create()));
        }
        nav.addItem(new SideNavItem(getTranslation("nav.public"), "/", VaadinIcon.GLOBE.create()));
        nav.getItems().forEach(item -> item.getElement().setAttribute("title", item.getLabel()));
        return nav;
    }

    private MenuBar person(Actor actor) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        bar.addClassName("desk-person");
        String role = getTranslation("role." + actor.role().name().toLowerCase(Locale.ROOT));
        SubMenu menu = bar.addItem(getTranslation("desk.person", Names.of(actor.name()).in(getLocale()),
                role)).getSubMenu();
        boolean english = getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        menu.addItem(getTranslation("nav.other-language"), click -> ReaderPreferences.setLanguage(UI.getCurrent(),
                english ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH));
        menu.addItem(getTranslation("my-messages.title"), click -> UI.getCurrent().navigate(MyMessagesView.class));
        menu.addItem(getTranslation("token.title"), click -> UI.getCurrent().navigate(TokensView.class));
        menu.addItem(getTranslation("desk.sign-out"), click -> SignedIn.end(UI.getCurrent()));
        return bar;
    }
}
