package city.renewal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may use what. A feature is the first package below {@code city.renewal}. */
class ArchitectureTest {

    private static final String ROOT = "city.renewal";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** What each feature builds on. Those that put others together may use every one of these. */
    private static final Map<String, Set<String>> FOUNDATIONS = Map.ofEntries(
            Map.entry("base", Set.of()),
            Map.entry("schedule", Set.of()),
            Map.entry("gantt", Set.of("base", "schedule")),
            Map.entry("account", Set.of("base")),
            Map.entry("project", Set.of("base", "account")),
            Map.entry("plan", Set.of("base", "account", "project", "schedule", "gantt")),
            Map.entry("site", Set.of("base", "account", "project", "plan")),
            Map.entry("notice", Set.of("base", "account", "project", "plan")),
            Map.entry("consent", Set.of("base", "account", "project")),
            Map.entry("visit", Set.of("base", "account", "project", "plan", "site", "consent")),
            Map.entry("matter", Set.of("base", "account", "project", "plan", "schedule", "site")),
            // It sends what the feed of the residents says; what waits at the desk it is given, because the desk uses it.
            Map.entry("subscription", Set.of("base", "account", "project", "plan", "schedule", "notice", "resident")));
    private static final Set<String> TOGETHER = Set.of("resident", "programme", "desk", "demo");

    @Test
    void features_build_on_each_other_without_a_circle() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void a_feature_uses_only_those_it_builds_on() {
        FOUNDATIONS.forEach((feature, used) -> check(classes().that().resideInAPackage(in(feature))
                .should().onlyDependOnClassesThat(not(resideInAPackage(ROOT + ".."))
                        .or(resideInAnyPackage(Stream.concat(Stream.of(feature), used.stream())
                                .map(ArchitectureTest::in).toArray(String[]::new))))));
    }

    @Test
    void every_feature_has_its_place_in_this_test() {
        assertThat(PROGRAM.getPackage(ROOT).getSubpackages()).extracting(JavaPackage::getRelativeName)
                .isSubsetOf(Stream.of(FOUNDATIONS.keySet(), TOGETHER, Set.of("app")).flatMap(Set::stream).toList());
    }

    @Test
    void the_composition_root_is_used_by_the_entry_alone() {
        check(noClasses().that(not(resideInAPackage(in("app"))).and(not(belongToAnyOf(Main.class))))
                .should().dependOnClassesThat().resideInAPackage(in("app")));
    }

    @Test
    void the_demonstration_is_loaded_by_the_composition_root_alone() {
        check(noClasses().that().resideOutsideOfPackages(in("app"), in("demo"))
                .should().dependOnClassesThat().resideInAPackage(in("demo")));
    }

    @Test
    void accounts_with_known_passwords_come_from_the_demonstration_alone() {
        check(noClasses().that().resideOutsideOfPackages(in("account"), in("demo"))
                .should().callMethodWhere(calling(Accounts.class, "addForDemonstration")));
    }

    @Test
    void only_views_and_the_composition_root_use_vaadin() {
        check(noClasses().that().resideOutsideOfPackages("..ui..", in("app"))
                .should().dependOnClassesThat().resideInAPackage("com.vaadin.."));
    }

    @Test
    void views_and_endpoints_leave_the_database_to_services() {
        check(noClasses().that().resideInAnyPackage("..ui..", "..http..")
                .should().dependOnClassesThat(resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..")
                        .or(simpleNameEndingWith("Dao"))));
    }

    @Test
    void a_dao_stays_in_its_feature() {
        check(classes().that().haveSimpleNameEndingWith("Dao").should().notBePublic().andShould(stayInTheirFeature()));
    }

    @Test
    void scheduling_uses_the_jdk_alone() {
        check(classes().that().resideInAPackage(in("schedule"))
                .should().onlyDependOnClassesThat().resideInAnyPackage(in("schedule"), "java..", "org.jspecify.."));
    }

    @Test
    void only_the_interchange_reads_foreign_schedules() {
        check(noClasses().that().resideOutsideOfPackage("..plan.interchange..")
                .should().dependOnClassesThat().resideInAPackage("org.mpxj.."));
    }

    /** A program without a mail server never loads the mail library, and starts as fast as before there was one. */
    @Test
    void only_the_postman_knows_the_mail_library() {
        check(noClasses().that().haveNameNotMatching(".*\\.subscription\\.Postman(\\$.*)?")
                .should().dependOnClassesThat().resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."));
    }

    @Test
    void time_comes_from_a_clock() {
        check(noClasses()
                .should().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(OffsetDateTime.class, "now")
                .orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(Instant.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void nothing_is_kept_in_or_changed_for_the_whole_process() {
        check(fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC).should().beFinal());
        check(noClasses()
                .should().callMethod(Locale.class, "setDefault", Locale.class)
                .orShould().callMethod(TimeZone.class, "setDefault", TimeZone.class));
    }

    @Test
    void every_package_says_that_nothing_is_null_unless_marked() {
        Set<JavaPackage> packages = PROGRAM.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty())
                .collect(Collectors.toSet());

        assertThat(packages).isNotEmpty().allMatch(each -> each.isAnnotatedWith(NullMarked.class));
        assertThat(PROGRAM.getPackage(ROOT).isAnnotatedWith(NullMarked.class)).isTrue();
    }

    private static void check(ArchRule rule) {
        rule.check(PROGRAM);
    }

    private static String in(String feature) {
        return ROOT + "." + feature + "..";
    }

    private static DescribedPredicate<JavaMethodCall> calling(Class<?> owner, String method) {
        return DescribedPredicate.describe("calls of " + method, call ->
                call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method));
    }

    private static ArchCondition<JavaClass> stayInTheirFeature() {
        return new ArchCondition<>("be used in their own feature only") {
            @Override
            public void check(JavaClass dao, ConditionEvents events) {
                dao.getDirectDependenciesToSelf().stream()
                        .filter(use -> !feature(use.getOriginClass()).equals(feature(dao)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static String feature(JavaClass type) {
        return Arrays.stream(type.getPackageName().substring(ROOT.length()).split("\\."))
                .filter(segment -> !segment.isEmpty())
                .findFirst()
                .orElse("");
    }
}
