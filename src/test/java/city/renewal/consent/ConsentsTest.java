package city.renewal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Finding;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import city.renewal.base.Vault;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.Papers;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase
class ConsentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Jdbi jdbi;
    private final Path directory;
    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final HouseholdRegister register;
    private final Consents consents;
    private final Ballots ballots;
    private final HouseholdCodes codes;
    private ConsentSample sample;

    ConsentsTest(TestDatabase database) {
        jdbi = database.jdbi();
        directory = database.database().directory();
        services = database.services(clock);
        register = services.get(HouseholdRegister.class);
        consents = services.get(Consents.class);
        ballots = services.get(Ballots.class);
        codes = services.get(HouseholdCodes.class);
    }

    @BeforeEach
    void compound(TestInfo test) {
        clock.moveTo(DAY);
        String code = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT).replace('_', '-');
        sample = ConsentSample.add(services, code.substring(0, Math.min(32, code.length())).replaceAll("-$", ""));
    }

    @Test
    void register_is_brought_in_whole_or_not_at_all() {
        RegisterReport wrong = sample.read("""
                楼号,单元,门牌号,建筑面积
                1号楼,1,101,50
                1号楼,1,１０１,50
                1号楼,1,102,0
                1号楼,,103,40
                9号楼,1,101,40
                1号楼,1,104,forty
                """);

        assertThat(wrong.lines()).hasSize(1);
        assertThat(wrong.problems()).extracting(problem -> problem.number() + " " + problem.why().getMessage())
                .containsExactly("3 register.door.twice [2]", "4 register.area.unusable [0]",
                        "5 register.stairwell.unusable [16]", "6 register.building.unknown [9号楼]",
                        "7 register.area.unusable [forty]");
        assertThatThrownBy(() -> register.bringIn(sample.worker(), sample.project().id(), wrong))
                .hasMessageContaining("register.wrong");
        assertThat(register.summary(sample.project().id())).isEmpty();
    }

    @Test
    void register_reads_what_spreadsheets_write() {
        assertThat(register.read(sample.worker(), sample.project().id(),
                ConsentSample.REGISTER.getBytes(Charset.forName("GB18030"))).lines()).hasSize(4);
        assertThat(sample.read("\ufeffFloor area,Door,Stairwell,Building\n\"1,050.5\",101,1,b01\n").lines())
                .singleElement().satisfies(line -> assertThat(line.floorArea()).isEqualByComparingTo("1050.5"));
        assertThatThrownBy(() -> sample.read("a,b\n1,2\n")).hasMessageContaining("register.column.missing");
        assertThatThrownBy(() -> sample.read("")).hasMessageContaining("register.empty");
        assertThatThrownBy(() -> sample.read("\"楼号")).hasMessageContaining("register.malformed");
    }

    @Test
    void register_keeps_door_and_name_sealed() {
        sample.register();

        List<String> stored = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT door_sealed || ' ' || COALESCE(owner_sealed, '') || ' ' || stairwell FROM household")
                .mapTo(String.class).list());
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains("张三") || row.contains("101"));
        assertThat(sample.household("B01", "１", " 101 ").floorArea()).isEqualByComparingTo("50");
        assertThatThrownBy(() -> sample.household("B01", "1", "109")).hasMessageContaining("register.door.unknown");
        String audited = jdbi.withHandle(handle -> String.join("\n", handle.createQuery(
                "SELECT COALESCE(after_text, '') FROM audit_entry").mapTo(String.class).list()));
        assertThat(audited).doesNotContain("张三", "101");
    }

    @Test
    void register_is_replaced_before_voting_and_corrected_after() {
        sample.register();
        sample.register(ConsentSample.REGISTER.replace("1号楼,2,201,60.00,李四\n", ""));
        assertThat(register.summary(sample.project().id())).extracting(RegisterSummary::households)
                .containsExactly(2, 1);
        sample.register();
        long item = sample.open("屋面防水");

        assertThatThrownBy(() -> sample.register()).hasMessageContaining("register.voting");
        RegisterReport larger = sample.read("楼号,单元,门牌号,建筑面积\n1号楼,1,102,55\n");
        assertThatThrownBy(() -> register.correct(sample.worker(), sample.project().id(), larger, " "))
                .hasMessageContaining("register.reason.missing");
        register.correct(sample.worker(), sample.project().id(), larger, "房产证复核");
        assertThat(consents.counts(sample.worker(), sample.project().id()).get(item).area())
                .isEqualByComparingTo("565");
        assertThatThrownBy(() -> register.correct(sample.worker(), sample.project().id(), larger, "again"))
                .hasMessageContaining("register.unchanged");
        assertThat(findings()).isEmpty();
    }

    @Test
    void item_passes_by_number_and_fails_by_area() {
        sample.register();
        long item = sample.open("外墙保温");
        Map<String, String> code = sample.codes();
        sample.vote(code.get("101"), item, Choice.AGREE);
        sample.vote(code.get("102"), item, Choice.AGREE);
        sample.vote(code.get("底商"), item, Choice.DISAGREE);
        Count count = consents.counts(sample.people().viewer(), sample.project().id()).get(item);

        assertThat(count).usingRecursiveComparison().withComparatorForType(java.math.BigDecimal::compareTo,
                        java.math.BigDecimal.class)
                .isEqualTo(new Count(item, 4, 4, ConsentSample.area("560"), 3, 2, ConsentSample.area("100"), 1,
                        ConsentSample.area("400"), 0, ConsentSample.area("0")));
        assertThat(consents.results(sample.project().id())).as("for everybody only when closed").isEmpty();
        assertThatThrownBy(() -> consents.close(sample.worker(), item)).hasMessageContaining("consent.close.early");
        clock.moveTo(DAY.plusDays(11));
        assertThat(consents.closeDue()).isEqualTo(1);

        Count.Verdict verdict = consents.results(sample.project().id()).get(item).judge(consents.get(item));
        assertThat(verdict.byNumber()).isTrue();
        assertThat(verdict.byArea()).isFalse();
        assertThat(consents.get(item).passed()).isFalse();
        assertThat(consents.dropped(sample.project().id())).extracting(dropped -> dropped.building().zh())
                .containsExactly("1号楼", "2号楼");
        assertThat(findings()).isEmpty();
    }

    @Test
    void owner_of_several_flats_counts_once_by_number_and_with_each_area() {
        sample.register("""
                楼号,单元,门牌号,建筑面积,业主编号
                1号楼,1,101,50,甲1
                1号楼,1,102,50,
                1号楼,2,201,60,
                2号楼,1,底商,400, 甲１
                """);
        assertThat(register.owners(id())).isEqualTo(3);
        long item = sample.open("外墙保温");
        long small = sample.open("楼道粉刷", sample.place("B01"));
        Map<String, String> code = sample.codes();
        sample.vote(code.get("101"), item, Choice.AGREE);
        assertCount(item, "owners 1 of 3, households 1 of 4, agree 1 50.00, disagree 0 0, abstain 0 0");
        sample.vote(code.get("102"), item, Choice.AGREE);
        sample.vote(code.get("底商"), item, Choice.AGREE);
        assertCount(item, "owners 2 of 3, households 3 of 4, agree 2 500.00, disagree 0 0, abstain 0 0");
        sample.vote(code.get("201"), item, Choice.DISAGREE);
        assertCount(small, "owners 0 of 3, households 0 of 3, agree 0 0, disagree 0 0, abstain 0 0");
        assertThat(findings()).isEmpty();

        consents.close(sample.worker(), item);
        Count ended = consents.results(id()).get(item);
        assertThat(ended.judge(consents.get(item)).byNumber()).as("two of three owners").isTrue();
        assertThat(ended.households()).isEqualTo(4);
        assertThat(findings()).isEmpty();
        damage("UPDATE household SET owner_key = NULL WHERE floor_area = 400 AND project_id = " + id(),
                "UPDATE household SET owner_key = (SELECT o.owner_key FROM household o WHERE o.floor_area = 50 AND "
                        + "o.owner_key IS NOT NULL AND o.project_id = " + id() + ") WHERE floor_area = 400 AND project_id = "
                        + id(), "check.consent.register");
        damage("UPDATE consent_result SET households = 3 WHERE item_id = " + item,
                "UPDATE consent_result SET households = 4 WHERE item_id = " + item, "check.consent.item");
    }

    private void assertCount(long item, String expected) {
        Count count = consents.counts(sample.worker(), id()).get(item);
        assertThat("owners " + count.takingPartOwners() + " of " + count.owners() + ", households "
                + count.votedHouseholds() + " of " + count.households() + ", agree " + count.agreeOwners() + " "
                + count.agreeArea() + ", disagree " + count.disagreeOwners() + " " + count.disagreeArea() + ", abstain "
                + count.abstainOwners() + " " + count.abstainArea()).isEqualTo(expected);
    }

    @Test
    void owner_whose_flats_differ_takes_part_and_agrees_to_nothing() {
        sample.register(ConsentSample.REGISTER);
        long item = sample.open("外墙保温");
        Map<String, String> code = sample.codes();
        sample.vote(code.get("101"), item, Choice.AGREE);
        sample.vote(code.get("底商"), item, Choice.DISAGREE);
        sample.vote(code.get("201"), item, Choice.AGREE);
        assertCount(item, "owners 3 of 4, households 3 of 4, agree 2 110.00, disagree 1 400.00, abstain 0 0");
        register.correct(sample.worker(), id(), sample.read("""
                楼号,单元,门牌号,建筑面积,业主,业主编号
                1号楼,1,101,50,张三,7
                2号楼,1,底商,400,,7
                """), "同一业主");

        assertCount(item, "owners 2 of 3, households 3 of 4, agree 1 110.00, disagree 0 400.00, abstain 1 0.00");
        assertThatThrownBy(() -> consents.close(sample.worker(), item)).as("a flat has not voted yet")
                .hasMessageContaining("consent.close.early");
        register.correct(sample.worker(), id(), sample.read("楼号,单元,门牌号,建筑面积,业主\n1号楼,1,101,55,张三\n"), "复核");
        assertCount(item, "owners 2 of 3, households 3 of 4, agree 1 115.00, disagree 0 400.00, abstain 1 0.00");
        assertThat(findings()).isEmpty();
    }

    @Test
    void register_says_by_line_which_owner_number_cannot_be_used() {
        RegisterReport wrong = sample.read("""
                楼号,单元,门牌号,建筑面积,业主,业主编号
                1号楼,1,101,50,张三,1
                1号楼,1,102,50,李四,１
                1号楼,1,103,50,,1
                1号楼,1,104,50,王五,12010319800101123x
                1号楼,1,105,50,王五,%s
                """.formatted("9".repeat(33)));
        assertThat(wrong.problems()).extracting(problem -> problem.number() + " " + problem.why().getMessage())
                .containsExactly("3 register.number.names [2]", "5 register.number.personal",
                        "6 register.number.unusable [32]");
    }

    @Test
    void record_made_when_each_flat_was_an_owner_of_its_own_still_holds() {
        sample.register();
        long item = sample.open("外墙保温");
        sample.vote(sample.codes().get("101"), item, Choice.AGREE);
        clock.moveTo(DAY.plusDays(11));
        consents.closeDue();
        writeAsBefore();

        assertThat(findings()).isEmpty();
        damage("UPDATE consent_result SET voted_households = 2 WHERE item_id = " + item,
                "UPDATE consent_result SET voted_households = 1 WHERE item_id = " + item, "check.consent.item");
    }

    /** Writes the record as it was written before flats were told from owners. */
    private void writeAsBefore() {
        ChainDao dao = jdbi.onDemand(ChainDao.class);
        String hash = ConsentChain.BEGINNING;
        for (ChainEntry entry : dao.entries(id())) {
            String content = switch (entry.kind()) {
                case "register" -> entry.content().replaceAll(",\"owners\":[0-9]+", "");
                case "opened", "closed" -> entry.content().replaceAll(
                        ",\"(households|votedHouseholds)\":[0-9]+", "");
                default -> entry.content();
            };
            String previous = hash;
            hash = ConsentChain.hash(previous, content);
            String own = hash;
            jdbi.useHandle(handle -> handle.execute("UPDATE consent_entry SET content = ?, previous_hash = ?, hash = ? "
                    + "WHERE project_id = ? AND number = ?", content, previous, own, id(), entry.number()));
        }
        String end = hash;
        jdbi.useHandle(handle -> handle.execute("UPDATE consent_chain SET hash = ? WHERE project_id = ?", end, id()));
    }

    @Test
    void an_item_that_cannot_be_closed_keeps_no_other_open() {
        long damaged = sample.register().open("外墙保温");
        ConsentSample other = ConsentSample.add(services, "CLOSES-ALL-THE-SAME").register();
        long sound = other.open("楼道粉刷");
        jdbi.useHandle(handle -> handle.execute("DELETE FROM consent_scope WHERE item_id = ?", damaged));
        clock.moveTo(DAY.plusDays(11));

        consents.closeDue();
        assertThat(consents.get(sound).state()).isEqualTo(ItemState.CLOSED);
        assertThat(consents.get(damaged).state()).isEqualTo(ItemState.OPEN);
        jdbi.useHandle(handle -> handle.execute("INSERT INTO consent_scope (item_id, place_id) VALUES (?, ?)", damaged,
                sample.place("B01")));
        consents.closeDue();
        assertThat(consents.get(damaged).state()).as("once mended").isEqualTo(ItemState.CLOSED);
    }

    @Test
    void item_closes_early_when_all_have_voted() {
        sample.register();
        long item = sample.open("楼道粉刷", sample.place("B01"));
        Map<String, String> code = sample.codes();
        for (String door : List.of("101", "102", "201")) {
            sample.vote(code.get(door), item, Choice.ABSTAIN);
        }
        consents.close(sample.worker(), item);

        assertThat(consents.get(item).passed()).as("taking part is not agreeing").isFalse();
        assertThat(consents.get(item).closesOn()).isEqualTo(sample.today().plusDays(10));
        assertThat(consents.get(item).endedOn(sample.clock().getZone())).isEqualTo(sample.today());
        assertThatThrownBy(() -> sample.vote(code.get("底商"), item, Choice.AGREE))
                .hasMessageContaining("vote.foreign");
    }

    @Test
    void thresholds_are_exact_and_never_weaker_than_the_law() {
        sample.register();
        assertThat(Threshold.atLeast(2, 3).met(ConsentSample.area("66.67"), ConsentSample.area("100"))).isTrue();
        assertThat(Threshold.atLeast(2, 3).met(ConsentSample.area("66.66"), ConsentSample.area("100"))).isFalse();
        assertThat(Threshold.moreThan(1, 2).met(ConsentSample.area("2"), ConsentSample.area("4"))).isFalse();
        assertThat(Threshold.atLeast(3, 4).met(ConsentSample.area("3"), ConsentSample.area("4"))).isTrue();
        NewItem given = ConsentSample.item("x");
        NewItem weak = new NewItem(ItemKind.MAJOR, given.title(), null, given.explanation(), null, given.costShare(),
                given.legalBasis(), null, Threshold.moreThan(1, 2), null, java.util.Set.of());
        assertThatThrownBy(() -> consents.add(sample.worker(), sample.project().id(), weak))
                .hasMessageContaining("consent.threshold.weak");
        NewItem strict = new NewItem(ItemKind.ORDINARY, given.title(), null, given.explanation(), null,
                given.costShare(), given.legalBasis(), Threshold.atLeast(80, 100), null, null, java.util.Set.of());
        long id = consents.add(sample.worker(), sample.project().id(), strict);
        assertThat(consents.get(id).participation()).isEqualTo(Threshold.atLeast(80, 100));
    }

    @Test
    void household_votes_once_on_one_way_until_closing() {
        sample.register();
        long item = sample.open("屋面防水");
        Map<String, String> code = sample.codes();
        Receipt receipt = sample.vote(code.get("101"), item, Choice.AGREE);
        String scan = sample.scan();
        long paper = sample.household("B01", "1", "102").id();
        ballots.castOnPaper(sample.worker(), paper, item, Choice.DISAGREE, scan);

        assertThat(receipt.tag()).hasSize(64);
        assertThatThrownBy(() -> sample.vote(code.get("101"), item, Choice.DISAGREE))
                .hasMessageContaining("vote.used.online");
        assertThatThrownBy(() -> ballots.castOnPaper(sample.worker(), sample.household("B01", "1", "101").id(), item,
                Choice.AGREE, scan)).hasMessageContaining("vote.used.online");
        assertThatThrownBy(() -> sample.vote(code.get("102"), item, Choice.AGREE))
                .hasMessageContaining("vote.used.paper");
        assertThatThrownBy(() -> ballots.castOnPaper(sample.worker(), sample.household("B01", "2", "201").id(), item,
                Choice.AGREE, "0".repeat(64))).hasMessageContaining("vote.scan.missing");
        assertThatThrownBy(() -> ballots.castOnPaper(sample.people().engineer(), paper, item, Choice.AGREE, scan))
                .hasMessageContaining("refused.role");
        clock.moveTo(DAY.plusDays(10));
        sample.vote(code.get("201"), item, Choice.AGREE);
        clock.moveTo(DAY.plusDays(11));
        assertThatThrownBy(() -> sample.vote(code.get("底商"), item, Choice.AGREE)).hasMessageContaining("vote.closed");
        consents.closeDue();
        assertThat(consents.results(sample.project().id()).get(item).takingPartOwners()).isEqualTo(3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void scan_lies_sealed_on_disk() throws Exception {
        sample.register();
        String scan = sample.scan();

        try (Stream<Path> files = Files.walk(directory.resolve("consent"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("a paper vote"));
        }
        assertThat(scan).isEqualTo(Sha256.hex(ConsentSample.SCAN));
        assertThatThrownBy(() -> ballots.receiveScan(sample.worker(),
                new ByteArrayInputStream("<script>".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("scan.kind");
    }

    @Test
    void picture_is_kept_small_or_refused_in_words(@TempDir Path empty) throws Exception {
        ConsentFiles files = new ConsentFiles(empty, services.get(Vault.class));
        byte[] png = picture("png");
        String kept = files.keepPicture(new ByteArrayInputStream(png));
        assertThat(files.keepPicture(new ByteArrayInputStream(png))).isEqualTo(kept);
        assertThat(ImageIO.read(new ByteArrayInputStream(files.picture(kept).orElseThrow())).getWidth()).isEqualTo(1_200);
        for (byte[] other : List.of(picture("gif"), ConsentSample.SCAN)) {
            assertThatThrownBy(() -> files.keepPicture(new ByteArrayInputStream(other)))
                    .hasMessageContaining("consent.picture.kind");
        }
        Path blocked = Files.createDirectories(empty.resolve("other").resolve("consent"));
        Files.writeString(blocked.resolve("pictures"), "no folder can be made here");
        assertThatThrownBy(() -> new ConsentFiles(empty.resolve("other"), services.get(Vault.class))
                .keepPicture(new ByteArrayInputStream(png))).hasMessageContaining("scan.disk");
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_600, 900, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @Test
    void scan_is_opened_by_handlers_with_an_entry_in_the_audit_trail() throws Exception {
        sample.register();
        long item = sample.open("屋面防水");
        long paper = sample.household("B01", "1", "102").id();
        long online = sample.household("B01", "1", "101").id();
        String scan = sample.scan();
        ballots.castOnPaper(sample.worker(), paper, item, Choice.DISAGREE, scan);
        sample.vote(sample.code(online), item, Choice.AGREE);

        VoteScan opened = ballots.openScan(sample.worker(), paper, item);
        assertThat(opened.content()).isEqualTo(ConsentSample.SCAN);
        assertThat(opened.type()).isEqualTo("application/pdf");
        assertThat(openings(item)).containsExactly(sample.worker().login() + " scan " + scan);
        assertThatThrownBy(() -> ballots.openScan(sample.people().viewer(), paper, item))
                .hasMessageContaining("refused.role");
        assertThatThrownBy(() -> ballots.openScan(sample.worker(), online, item)).hasMessageContaining("vote.scan.none");
        try (Stream<Path> files = Files.walk(directory.resolve("consent").resolve("scans"))) {
            Path file = files.filter(each -> each.endsWith(scan)).findFirst().orElseThrow();
            byte[] sealed = Files.readAllBytes(file);
            Files.write(file, new byte[40]);
            try {
                assertThatThrownBy(() -> ballots.openScan(sample.worker(), paper, item))
                        .hasMessageContaining("vote.scan.damaged");
            } finally {
                Files.write(file, sealed);
            }
        }
        assertThat(openings(item)).as("what was not opened is not in the trail").hasSize(1);
    }

    private List<String> openings(long item) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT actor || ' ' || after_text FROM audit_entry "
                + "WHERE action = 'vote.scan.open' AND subject = 'consent:" + item + "'").mapTo(String.class).list());
    }

    @Test
    void code_says_what_is_wrong_with_it() {
        sample.register();
        ConsentSample other = ConsentSample.add(services, sample.project().code().substring(0, 6) + "-OTHER").register();
        long door = sample.household("B01", "1", "101").id();
        String old = sample.code(door);
        String code = sample.code(door);

        assertThat(sample.enter(" " + code.toLowerCase(Locale.ROOT).replace("-", "－ ").replace('0', 'o')
                .replace('1', 'l')).household().id()).isEqualTo(door);
        assertThatThrownBy(() -> sample.enter(code.substring(1))).hasMessageContaining("code.length");
        char last = code.charAt(13);
        assertThatThrownBy(() -> sample.enter(code.substring(0, 13) + (last == '7' ? '8' : '7')))
                .hasMessageContaining("code.mistyped");
        assertThatThrownBy(() -> sample.enter(old)).hasMessageContaining("code.voided");
        assertThatThrownBy(() -> other.enter(code)).hasMessageContaining("code.foreign");
        clock.moveTo(DAY.plusDays(91));
        assertThatThrownBy(() -> sample.enter(code)).hasMessageContaining("code.expired");
        List<String> kept = jdbi.withHandle(handle -> handle.createQuery("SELECT code_key FROM household_code")
                .mapTo(String.class).list());
        assertThat(kept).noneMatch(key -> key.contains(code.replace("-", "")));
    }

    @Test
    void guesses_are_slowed_down_and_neighbours_behind_one_address_are_let_in() {
        sample.register();
        String right = sample.code(sample.household("B01", "1", "101").id());
        guessWrong("gateway", 59);
        assertThat(guess("gateway", right).household()).as("neighbours share the address").isNotNull();
        guessWrong("gateway", 1);
        assertThatThrownBy(() -> guess("gateway", right)).hasMessageContaining("code.throttled");
        clock.pass(Duration.ofSeconds(10));
        assertThat(guess("gateway", right).household()).isNotNull();
        guessWrong("gateway", 1);
        assertThatThrownBy(() -> guess("gateway", right)).as("a right code makes up for no wrong one")
                .hasMessageContaining("code.throttled");
        clock.pass(Duration.ofHours(1));
        guessWrong("gateway", 59);
        assertThat(guess("gateway", right).household()).isNotNull();

        for (int i = 0; i < 20; i++) {
            guessWrong("many" + i, 10);
        }
        assertThatThrownBy(() -> guess("many7", right)).hasMessageContaining("code.throttled");
        clock.pass(Duration.ofSeconds(10));
        assertThatThrownBy(() -> guess("many7", right)).hasMessageContaining("code.throttled");
        clock.pass(Duration.ofSeconds(50));
        assertThat(guess("many7", right).household()).isNotNull();
        guessWrong("neighbour", 9);
        assertThat(guess("neighbour", right).household()).isNotNull();
        clock.moveTo(DAY);
    }

    private void guessWrong(String from, int times) {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> guess(from, CodeText.make(random))).hasMessageContaining("code.unknown");
        }
    }

    private HouseholdCodes.Holder guess(String from, String code) {
        return codes.enter(code, sample.project().code(), from);
    }

    @Test
    void two_votes_at_once_count_once() throws Exception {
        sample.register();
        String code = sample.code(sample.household("B01", "1", "101").id());
        for (int round = 0; round < 5; round++) {
            long item = sample.open("事项" + round);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Callable<String> vote = () -> {
                    try {
                        return sample.vote(code, item, Choice.AGREE).tag();
                    } catch (Refusal refused) {
                        return refused.key();
                    }
                };
                List<Future<String>> ends = threads.invokeAll(List.of(vote, vote));
                assertThat(Stream.of(ends.get(0).get(), ends.get(1).get())).filteredOn("vote.used.online"::equals)
                        .hasSize(1);
            }
            assertThat(consents.counts(sample.worker(), sample.project().id()).get(item).agreeOwners()).isEqualTo(1);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void names_and_scans_are_deleted_in_time_and_the_record_says_so_and_is_still_proved() throws Exception {
        sample.register();
        long item = sample.open("屋面防水");
        String scan = ballots.receiveScan(sample.worker(),
                new ByteArrayInputStream(Papers.pdf("A vote of somebody")));
        ballots.castOnPaper(sample.worker(), sample.household("B01", "1", "102").id(), item, Choice.AGREE, scan);
        Path file = directory.resolve("consent").resolve("scans").resolve(scan.substring(0, 2)).resolve(scan);
        clock.moveTo(DAY.plusDays(11));
        consents.closeDue();
        Count before = consents.results(sample.project().id()).get(item);
        ConsentUpkeep upkeep = services.get(ConsentUpkeep.class);
        clock.moveTo(DAY.plusDays(11 + 1_095));
        upkeep.run();
        assertThat(owners()).isEqualTo(2);
        assertThat(file).exists();

        clock.moveTo(DAY.plusDays(12 + 1_095));
        upkeep.run();
        assertThat(upkeep.run()).isZero();
        assertThat(owners()).isZero();
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        upkeep.sweep();
        assertThat(file).doesNotExist();
        assertThat(consents.results(sample.project().id()).get(item)).isEqualTo(before);
        assertThat(lastEntry()).contains("\"changed\":2", "按期删除");
        assertThat(findings()).isEmpty();
        clock.moveTo(DAY);
    }

    private int owners() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT COUNT(owner_sealed) FROM household WHERE project_id = :id").bind("id", sample.project().id())
                .mapTo(int.class).one());
    }

    private String lastEntry() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT content FROM consent_entry WHERE project_id = :id ORDER BY number DESC LIMIT 1")
                .bind("id", sample.project().id()).mapTo(String.class).one());
    }

    @Test
    void check_finds_one_row_that_was_changed() {
        sample.register();
        long item = sample.open("屋面防水");
        sample.vote(sample.code(sample.household("B01", "1", "101").id()), item, Choice.AGREE);
        ballots.castOnPaper(sample.worker(), sample.household("B01", "1", "102").id(), item, Choice.AGREE,
                sample.scan());
        clock.moveTo(DAY.plusDays(11));
        consents.closeDue();
        assertThat(findings()).isEmpty();

        damage("UPDATE consent_ballot SET choice = 'DISAGREE' WHERE channel = 'PAPER' AND item_id = " + item,
                "UPDATE consent_ballot SET choice = 'AGREE' WHERE channel = 'PAPER' AND item_id = " + item,
                "check.consent.ballot");
        damage("UPDATE household SET floor_area = floor_area + 1 WHERE floor_area = 400 AND project_id = " + id(),
                "UPDATE household SET floor_area = 400 WHERE floor_area = 401 AND project_id = " + id(),
                "check.consent.register");
        damage("UPDATE consent_item SET cost_share = 'nothing' WHERE id = " + item,
                "UPDATE consent_item SET cost_share = '每户 1,200 元' WHERE id = " + item, "check.consent.item");
        damage("UPDATE consent_result SET agree_owners = 3 WHERE item_id = " + item,
                "UPDATE consent_result SET agree_owners = 2 WHERE item_id = " + item, "check.consent.item");
        damage("UPDATE consent_entry SET content = REPLACE(content, '\"number\":3', '\"number\":33')"
                        + " WHERE number = 3 AND project_id = " + id(),
                "UPDATE consent_entry SET content = REPLACE(content, '\"number\":33', '\"number\":3')"
                        + " WHERE number = 3 AND project_id = " + id(), "check.consent.entry");
        damage("UPDATE household_code SET expires_on = DATE '2030-01-01' WHERE household_id IN "
                        + "(SELECT id FROM household WHERE project_id = " + id() + ")",
                "UPDATE household_code SET expires_on = DATE '" + DAY.plusDays(90) + "' WHERE household_id IN "
                        + "(SELECT id FROM household WHERE project_id = " + id() + ")", "check.consent.codes");
        damage("UPDATE consent_chain SET entries = entries - 1 WHERE project_id = " + id(),
                "UPDATE consent_chain SET entries = entries + 1 WHERE project_id = " + id(), "check.consent.end");
    }

    @Test
    void check_finds_a_count_that_is_not_the_sum_of_the_votes() {
        sample.register();
        long item = sample.open("屋面防水");
        sample.vote(sample.code(sample.household("B01", "1", "101").id()), item, Choice.AGREE);
        sample.vote(sample.code(sample.household("B01", "1", "102").id()), item, Choice.AGREE);
        assertThat(findings()).isEmpty();

        damage("UPDATE consent_tally SET owners = 3 WHERE item_id = " + item,
                "UPDATE consent_tally SET owners = 2 WHERE item_id = " + item, "check.consent.tally");
    }

    private long id() {
        return sample.project().id();
    }

    private void damage(String damage, String repair, String found) {
        jdbi.useHandle(handle -> handle.execute(damage));
        assertThat(findings()).as(damage).extracting(Finding::key).containsExactly(found);
        assertThat(findings()).allSatisfy(finding -> assertThat(finding.in(new Messages(), Locale.ENGLISH))
                .startsWith(sample.project().code()).doesNotContain("!", "\n"));
        jdbi.useHandle(handle -> handle.execute(repair));
        assertThat(findings()).as(repair).isEmpty();
    }

    @Test
    void record_hides_ballots_while_open_and_doors_for_ever() {
        sample.register();
        long item = sample.open("屋面防水");
        String code = sample.code(sample.household("B01", "1", "101").id());
        Receipt receipt = sample.vote(code, item, Choice.AGREE);

        assertThat(lines()).extracting(ConsentRecord.Line::kind).as("nobody watches who votes when")
                .containsExactly("register", "opened");
        clock.moveTo(DAY.plusDays(1));
        assertThat(lines()).last().satisfies(line -> {
            assertThat(line.hash()).isEqualTo(receipt.hash());
            assertThat(line.content()).isNull();
        });
        clock.moveTo(DAY.plusDays(11));
        consents.closeDue();
        List<ConsentRecord.Line> lines = lines();
        assertThat(lines).extracting(ConsentRecord.Line::kind)
                .containsExactly("register", "opened", "codes", "ballot", "closed");
        String previous = "0".repeat(64);
        for (ConsentRecord.Line line : lines) {
            assertThat(line.hash()).isEqualTo(ConsentChain.hash(previous, String.valueOf(line.content())));
            previous = line.hash();
        }
        assertThat(lines.get(3).content()).contains(receipt.tag(), "\"agree\"").doesNotContain("online");
        assertThat(lines.toString()).doesNotContain("张三", "底商", "stairwell", code, code.replace("-", ""));
    }

    @Test
    void long_record_is_read_in_parts_without_a_gap() {
        sample.register();
        ConsentChain chain = new ConsentChain(jdbi, clock);
        Map<String, Object> facts = register.facts(id());
        jdbi.useTransaction(handle -> {
            chain.lock(id());
            for (int i = 0; i < 2 * ConsentRecord.PART; i++) {
                chain.append(id(), null, EntryKind.CORRECTION, facts);
            }
        });

        assertThat(lines()).extracting(ConsentRecord.Line::number).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 2 * ConsentRecord.PART + 1).boxed().toList());
        String version = services.get(ConsentRecord.class).version(id());
        clock.moveTo(DAY.plusDays(1));
        assertThat(services.get(ConsentRecord.class).version(id())).isNotEqualTo(version);
    }

    private List<ConsentRecord.Line> lines() {
        List<ConsentRecord.Line> lines = new ArrayList<>();
        services.get(ConsentRecord.class).read(id(), lines::add);
        return lines;
    }

    private List<Finding> findings() {
        return services.get(ConsentCheck.class).findings().stream()
                .filter(finding -> finding.parameters()[0].equals(sample.project().code())).toList();
    }
}
