package city.renewal.desk.ui;

import city.renewal.plan.interchange.ExportFormat;
import city.renewal.plan.interchange.PlanExports;
import city.renewal.project.Project;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** The files that a plan can be taken away as. */
final class ExportMenu extends MenuBar {

    ExportMenu(PlanExports exports, Project project) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        addClassName("export-menu");
        SubMenu formats = addItem(getTranslation("plan.export")).getSubMenu();
        Locale locale = getLocale();
        for (ExportFormat format : ExportFormat.values()) {
            formats.addItem(new Anchor(
                    DownloadHandler.fromInputStream(download -> file(exports, project, format, locale)),
                    getTranslation("export.format." + format.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static DownloadResponse file(PlanExports exports, Project project, ExportFormat format, Locale locale)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        exports.write(project, format, locale, file);
        return new DownloadResponse(new ByteArrayInputStream(file.toByteArray()),
                project.code() + "." + format.extension(), format.mediaType(), file.size());
    }
}
