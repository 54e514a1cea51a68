package city.renewal.programme.commitment.http;

import city.renewal.base.http.Json;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.LinkedProject;
import city.renewal.programme.commitment.Promise;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How programs read a commitment. Field names are a contract, described in openapi.json. */
record CommitmentJson(
        int number,
        String name,
        @Nullable String nameEn,
        String unit,
        PromiseJson first,
        PromiseJson newest,
        @Nullable String why,
        PresentJson present,
        String state,
        @Nullable String reachedOn,
        String firstState,
        @Nullable String withdrawnWhy,
        String owner,
        String ownerRole,
        String phone,
        String page,
        List<ProjectJson> projects) {

    record Year(int year, List<Integer> years, List<CommitmentJson> commitments) {
    }

    record PromiseJson(BigDecimal target, String dueOn) {
    }

    /** @param kind {@code measured}, {@code indicator} or {@code reported} */
    record PresentJson(@Nullable BigDecimal value, String kind, String basis, @Nullable String asOf,
                       @Nullable String source) {
    }

    record ProjectJson(String code, BigDecimal present, BigDecimal whole, @Nullable String reportedOn, String evidence) {
    }

    static CommitmentJson of(CommitmentLine line) {
        Commitment commitment = line.commitment();
        return new CommitmentJson(commitment.number(), commitment.name().zh(), commitment.name().en(), commitment.unit(),
                promise(commitment.first()), promise(commitment.newest()), commitment.newest().why(),
                new PresentJson(Json.number(line.present()),
                        commitment.basis().linked() ? "measured" : commitment.basis().id(), commitment.basis().id(),
                        line.asOf() == null ? null : line.asOf().toString(),
                        line.source() == null ? null : line.source().zh()),
                line.state().id(), line.reachedOn() == null ? null : line.reachedOn().toString(), line.firstState().id(),
                commitment.withdrawn() == null ? null : commitment.withdrawn().why(), commitment.owner(), commitment.ownerRole(), commitment.phone(),
                CommitmentsServlet.PATH + "/" + commitment.year() + "/" + commitment.number(),
                line.projects().stream().map(CommitmentJson::project).toList());
    }

    private static PromiseJson promise(Promise promise) {
        return new PromiseJson(number(promise.target()), promise.dueOn().toString());
    }

    private static ProjectJson project(LinkedProject project) {
        return new ProjectJson(project.code(), number(project.present()), number(project.whole()),
                project.reportedOn() == null ? null : project.reportedOn().toString(),
                "/project/" + project.code() + "/evidence");
    }

    private static BigDecimal number(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
