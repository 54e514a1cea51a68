package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A view that is not listed would not be found, and one that says nothing about access would be closed to everybody. */
class RoutesTest {

    private static final List<Class<? extends Annotation>> ACCESS =
            List.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class);

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("city.renewal");

    @Test
    void lists_every_view() {
        assertThat(Routes.VIEWS).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(
                names(PROGRAM.stream().filter(each -> each.isAnnotatedWith(Route.class))));
    }

    @Test
    void lists_every_view_of_errors() {
        assertThat(Routes.ERROR_VIEWS).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(
                names(PROGRAM.stream().filter(each -> each.isAssignableTo(HasErrorParameter.class))));
    }

    @Test
    void every_view_says_who_may_enter() {
        assertThat(Routes.VIEWS).allSatisfy(view ->
                assertThat(ACCESS).filteredOn(view::isAnnotationPresent).as(view.getName()).hasSize(1));
    }

    @Test
    void every_view_has_an_address_of_its_own() {
        assertThat(Routes.VIEWS).extracting(view -> view.getAnnotation(Route.class).value()).doesNotHaveDuplicates();
    }

    private static List<String> names(Stream<JavaClass> classes) {
        return classes.map(JavaClass::getName).collect(Collectors.toList());
    }
}
