package city.renewal.programme.commitment.http;

import city.renewal.base.Telephone;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentPage;
import city.renewal.programme.commitment.CommitmentState;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.DatedAmount;
import city.renewal.programme.commitment.FigureValue;
import city.renewal.programme.commitment.LinkChange;
import city.renewal.programme.commitment.LinkedProject;
import city.renewal.programme.commitment.ProjectDelay;
import city.renewal.programme.commitment.ProjectPhoto;
import city.renewal.programme.commitment.Promise;
import city.renewal.programme.commitment.Withdrawal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages of commitments say, in one reader's language and with addresses that keep the reader's choice. */
record CommitmentContent(CommitmentWords words, PageReader reader, ZoneId zone) {

    private static final int MOST_PHOTOS = 6;

    private record Dated(LocalDate day, CommitmentDetailPage.Change change) {
    }

    CommitmentListPage.Entry entry(CommitmentLine line) {
        Commitment commitment = line.commitment();
        return new CommitmentListPage.Entry(String.valueOf(commitment.number()), words.name(commitment),
                reader.address(CommitmentsServlet.PATH + "/" + commitment.year() + "/" + commitment.number()),
                badge(line), bar(line.share(), tone(line.state()), words.presentOf(line)),
                words.promise(commitment.newest(), commitment.unit()),
                commitment.changed() ? words.text("commitment.first.said",
                        words.promise(commitment.first(), commitment.unit()), words.firstState(line)) : "",
                words.present(line), words.mark(commitment.basis()), commitment.basis().linked(), words.asOf(line),
                new CommitmentListPage.Contact(words.formats().name(commitment.owner()),
                        words.formats().name(commitment.ownerRole()), commitment.phone(),
                        "tel:" + Telephone.dial(commitment.phone())),
                words.withdrawn(commitment, zone));
    }

    private CommitmentListPage.Badge badge(CommitmentLine line) {
        String sign = switch (line.state()) {
            case KEPT, KEPT_LATE -> "✓";
            case ON_COURSE -> "→";
            case AT_RISK -> "!";
            case MISSED -> "✗";
            case WITHDRAWN -> "–";
        };
        return new CommitmentListPage.Badge(tone(line.state()), sign, words.state(line));
    }

    private static String tone(CommitmentState state) {
        return switch (state) {
            case KEPT, ON_COURSE -> "well";
            case KEPT_LATE, AT_RISK -> "risk";
            case MISSED -> "over";
            case WITHDRAWN -> "gone";
        };
    }

    private static CommitmentListPage.Bar bar(double share, String tone, String said) {
        return new CommitmentListPage.Bar(tone, String.format(Locale.ROOT, "%.1f", Math.clamp(share, 0, 1) * 100), said);
    }

    CommitmentDetailPage page(Frame frame, CommitmentPage page, String indicators) {
        Commitment commitment = page.commitment();
        Map<Long, LinkedProject> byId = page.line().projects().stream()
                .collect(Collectors.toMap(LinkedProject::id, Function.identity()));
        List<DatedAmount> course = course(page);
        return new CommitmentDetailPage(frame, entry(page.line()), words.rule(commitment),
                words.text("commitment.state.rule"),
                page.line().projects().stream().map(each -> project(each, commitment)).toList(),
                page.values().stream().map(each -> value(each, page)).toList(),
                SeriesChart.of(course, commitment.newest().target(),
                        words.course(course, commitment.newest().target(), commitment.unit())),
                course.reversed().stream().map(each -> new CommitmentDetailPage.End(words.formats().date(each.asOf()),
                        words.quantity(each.amount(), commitment.unit()))).toList(),
                page.line().late().stream().map(each -> delay(each, page.delay(each))).toList(),
                page.photos().stream().limit(MOST_PHOTOS).map(each -> photo(each, byId.get(each.projectId()))).toList(),
                changes(page), reader.address(CommitmentsServlet.PATH + "/" + commitment.year()), indicators);
    }

    private CommitmentDetailPage.Project project(LinkedProject project, Commitment commitment) {
        // Of a project that counts as a whole, its works tell how far it is from counting.
        double share = commitment.basis() == Basis.FINISHED ? project.standing().done()
                : project.whole().signum() == 0 ? 0
                : project.present().doubleValue() / project.whole().doubleValue();
        String brought = words.text("commitment.project.brought", words.formats().number(project.present()),
                words.quantity(project.whole(), commitment.unit()), words.formats().percent(project.standing().done()));
        return new CommitmentDetailPage.Project(words.words(project.name()), reader.address("/n/" + project.code()),
                brought, bar(share, project.standing().late() ? "risk" : "well", brought), reported(project),
                reader.address("/evidence/" + project.code()));
    }

    private String reported(LinkedProject project) {
        if (project.reportedOn() == null) {
            return words.text("commitment.project.unreported");
        }
        return project.supervisor() == null
                ? words.text("commitment.project.reported", words.formats().date(project.reportedOn()))
                : words.text("commitment.project.confirmed", words.formats().date(project.reportedOn()),
                        words.formats().name(project.supervisor()));
    }

    /** Until today. */
    private List<DatedAmount> course(CommitmentPage page) {
        BigDecimal present = page.line().present();
        return page.course().isEmpty() || present == null ? List.of() : Stream.concat(page.course().stream(),
                Stream.of(new DatedAmount(words.formats().today(), present))).toList();
    }

    private CommitmentDetailPage.Value value(FigureValue value, CommitmentPage page) {
        return new CommitmentDetailPage.Value(words.quantity(value.amount(), page.commitment().unit()),
                words.formats().date(value.asOf()), words.formats().name(value.source()),
                words.remark(value, page.values()));
    }

    private CommitmentDetailPage.Delay delay(LinkedProject project, Optional<ProjectDelay> said) {
        Integer days = project.standing().daysLate();
        String catchUp = said.filter(delay -> delay.catchUp() != null && delay.catchUpOn() != null)
                .map(delay -> words.text("commitment.delay.catch-up", words.formats().name(String.valueOf(delay.catchUp())),
                        words.formats().date(delay.catchUpOn()))).orElse("");
        return new CommitmentDetailPage.Delay(words.words(project.name()), reader.address("/n/" + project.code()),
                words.text("commitment.delay.days", days == null ? 0 : days),
                said.map(delay -> words.words(delay.words())).orElseGet(() -> words.text("commitment.delay.unexplained")),
                catchUp);
    }

    private CommitmentDetailPage.Photo photo(ProjectPhoto photo, LinkedProject project) {
        String caption = words.formats().date(photo.reportOn()) + " " + words.photo(photo, project);
        return new CommitmentDetailPage.Photo("/photo/" + photo.id() + "/thumbnail.jpg", caption, caption,
                reader.address("/evidence/" + project.code()));
    }

    /** Newest first; what was promised first is the last, and always there. */
    private List<CommitmentDetailPage.Change> changes(CommitmentPage page) {
        List<Dated> all = new ArrayList<>();
        Withdrawal taken = page.commitment().withdrawn();
        for (Promise promise : page.promises()) {
            all.add(dated(promise.writtenAt(), words.text(promise.promiseNo() == 1 ? "commitment.first.was"
                    : "commitment.change.was", words.promise(promise, page.commitment().unit())), promise.why()));
        }
        for (LinkChange link : page.links()) {
            if (link.linkedWhy() != null) {
                all.add(dated(link.linkedAt(), words.text("commitment.link.in", words.words(link.name())),
                        link.linkedWhy()));
            }
            if (link.endedAt() != null) {
                all.add(dated(link.endedAt(), words.text("commitment.link.out", words.words(link.name())),
                        link.endedWhy()));
            }
        }
        if (taken != null) {
            all.add(dated(taken.withdrawnAt(), words.state(CommitmentState.WITHDRAWN), taken.why()));
        }
        return all.reversed().stream().sorted(Comparator.comparing(Dated::day).reversed()).map(Dated::change).toList();
    }

    private Dated dated(OffsetDateTime at, String what, @Nullable String why) {
        LocalDate day = at.atZoneSameInstant(zone).toLocalDate();
        return new Dated(day, new CommitmentDetailPage.Change(words.formats().date(day), what,
                why == null ? "" : words.formats().name(why)));
    }
}
