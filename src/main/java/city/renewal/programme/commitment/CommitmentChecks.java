package city.renewal.programme.commitment;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.base.Telephone;
import city.renewal.programme.Indicator;
import city.renewal.programme.PublishedFigures;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.ProjectMeasure;
import city.renewal.project.Projects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is refused, in the words of the bundles. */
record CommitmentChecks(Projects projects, Kinds kinds, PublishedFigures figures) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    static String text(@Nullable String given, String missing, int longest) {
        if (given == null || given.isBlank()) {
            throw new Refusal(missing);
        }
        return fitting(given.strip(), longest);
    }

    static @Nullable String maybe(@Nullable String given, int longest) {
        return given == null || given.isBlank() ? null : fitting(given.strip(), longest);
    }

    private static String fitting(String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal("commitment.text.long", longest);
        }
        return text;
    }

    static String phone(@Nullable String given) {
        String phone = text(given, "commitment.phone.missing", NewCommitment.LONGEST_PHONE);
        return Telephone.read(phone, Telephone.OF_AN_OFFICE, NewCommitment.LONGEST_PHONE)
                .orElseThrow(() -> new Refusal("commitment.phone.malformed"));
    }

    static void year(int year, LocalDate today) {
        if (Math.abs(year - today.getYear()) > NewCommitment.FARTHEST_YEARS) {
            throw new Refusal("commitment.year.far", NewCommitment.FARTHEST_YEARS);
        }
    }

    static BigDecimal target(@Nullable BigDecimal target) {
        if (target == null || target.signum() <= 0 || target.compareTo(NewCommitment.LARGEST) > 0) {
            throw new Refusal("commitment.target.absurd");
        }
        return target;
    }

    static LocalDate due(@Nullable LocalDate dueOn, int year) {
        if (dueOn == null || dueOn.getYear() < year || dueOn.getYear() > year + NewCommitment.FARTHEST_YEARS) {
            throw new Refusal("commitment.due.outside", String.valueOf(year),
                    String.valueOf(year + NewCommitment.FARTHEST_YEARS));
        }
        return dueOn;
    }

    static BigDecimal value(@Nullable BigDecimal value) {
        if (value == null || value.signum() < 0 || value.compareTo(NewCommitment.LARGEST) > 0) {
            throw new Refusal("commitment.value.absurd");
        }
        return value;
    }

    static FigureValue figure(String series, @Nullable BigDecimal value, @Nullable LocalDate asOf,
                              @Nullable String source, @Nullable String why, Actor actor, Clock clock) {
        return new FigureValue(series, value(value), asOf(asOf, LocalDate.now(clock)),
                text(source, "commitment.source.missing", NewCommitment.LONGEST_SOURCE), actor.name(),
                OffsetDateTime.now(clock), maybe(why, NewCommitment.LONGEST_WHY));
    }

    /** A figure speaks of a day that is over or today, and of no day that is longer ago than the program looks back. */
    static LocalDate asOf(@Nullable LocalDate asOf, LocalDate today) {
        if (asOf == null || asOf.isAfter(today) || asOf.getYear() < today.getYear() - NewCommitment.FARTHEST_YEARS) {
            throw new Refusal("commitment.as-of.outside", NewCommitment.FARTHEST_YEARS);
        }
        return asOf;
    }

    String unit(@Nullable String unit) {
        if (unit == null || !kinds.hasUnit(unit)) {
            throw new Refusal("commitment.unit.missing");
        }
        return unit;
    }

    /** @return the measure or the code of the work, null where the basis has none */
    @Nullable String measure(Basis basis, @Nullable String measure, String unit) {
        return switch (basis) {
            case MEASURE -> {
                if (kinds.all().stream().flatMap(kind -> kind.measures().stream())
                        .noneMatch(each -> each.id().equals(measure) && each.unit().equals(unit))) {
                    throw new Refusal("commitment.measure.unfit");
                }
                yield measure;
            }
            case WORK -> {
                if (measure == null || !CODE.matcher(measure).matches()) {
                    throw new Refusal("commitment.work.missing");
                }
                yield measure.toUpperCase(Locale.ROOT);
            }
            default -> null;
        };
    }

    Indicator indicator(@Nullable String id, String unit) {
        return figures.find(id).filter(each -> each.unit().equals(unit))
                .orElseThrow(() -> new Refusal("commitment.indicator.unfit"));
    }

    /** @return the projects of the codes, which residents can follow and which have the measure */
    List<Project> linked(Basis basis, @Nullable String measure, Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        if (!basis.linked()) {
            throw new Refusal("commitment.link.not");
        }
        List<ProjectMeasure> measures = basis == Basis.MEASURE ? projects.measures() : List.of();
        List<Project> found = new ArrayList<>();
        for (String code : codes) {
            Project project = projects.get(code);
            if (!project.openToPublic()) {
                throw new Refusal("commitment.link.closed", project.code());
            }
            if (basis == Basis.MEASURE && measures.stream().noneMatch(each ->
                    each.projectId() == project.id() && each.measure().equals(measure))) {
                throw new Refusal("commitment.link.measure", project.code());
            }
            found.add(project);
        }
        return found;
    }
}
