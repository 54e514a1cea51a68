package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.consent.Choice;
import city.renewal.consent.ConsentLetters;
import city.renewal.consent.ConsentSample;
import city.renewal.consent.Consents;
import city.renewal.consent.Household;
import city.renewal.consent.LetterKind;
import city.renewal.project.Projects;
import city.renewal.testing.TestClock;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What households meet who vote without an account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotePageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final TestClock clock = TestClock.at(DAY);
    private RunningServer server;
    private ConsentSample sample;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, clock);
        sample = ConsentSample.add(server.services(), "VOTE").register();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String... fields) {
        return postTo("/vote/VOTE", fields);
    }

    private HttpResponse<String> postTo(String address, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return server.post(address, form.toString(), "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void household_votes_gets_a_receipt_and_cannot_vote_again() {
        long item = sample.open("电梯加装");
        String code = sample.code(sample.household("B01", "1", "101").id());
        HttpResponse<String> first = server.get("/vote/VOTE");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("电梯加装", "name=\"code\"").doesNotContain("1 单元");
        assertThat(first.headers().map()).doesNotContainKey("Set-Cookie");

        HttpResponse<String> items = post("code", code);
        assertThat(items.statusCode()).isEqualTo(200);
        assertThat(items.body()).contains("1号楼", "说明：电梯加装", "每户 1,200 元", "民法典第二百七十八条", "不少于 2/3");
        HttpResponse<String> none = post("code", code, "item", String.valueOf(item));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("没有选择意见");
        HttpResponse<String> voted = post("code", code, "item", String.valueOf(item), "choice", "agree");
        assertThat(voted.statusCode()).isEqualTo(200);
        assertThat(voted.body()).contains("您的投票已保存", "电梯加装：同意", "回执号");
        HttpResponse<String> again = postTo("/vote/VOTE?lang=en", "code", code, "item", String.valueOf(item),
                "choice", "disagree");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("has voted on this item online", "lang=\"en\"");
        assertThat(post("code", code).body()).as("nobody at the same letter reads the choice")
                .contains("您家已于").doesNotContain("电梯加装：同意");
        assertThat(voted.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(voted.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void says_what_is_wrong_with_a_code() {
        String old = sample.code(sample.household("B01", "1", "102").id());
        sample.code(sample.household("B01", "1", "102").id());

        assertThat(post("code", "123").statusCode()).isEqualTo(422);
        assertThat(post("code", "0000-0000-0001").body()).contains("有一位不对");
        HttpResponse<String> voided = post("code", old);
        assertThat(voided.statusCode()).isEqualTo(403);
        assertThat(voided.body()).contains("旧信上的住户码已作废");
        assertThat(post().statusCode()).isEqualTo(422);
        assertThat(post("code", "\"><script>alert(1)</script>").body()).doesNotContain("<script>alert");
    }

    @Test
    void letter_of_a_project_that_is_not_public_explains_and_leads_on() {
        ConsentSample closed = ConsentSample.add(server.services(), "SHUT").register();
        String code = closed.code(closed.household("B01", "1", "101").id());
        server.services().get(Projects.class).setOpenToPublic(closed.people().planner(), "SHUT", false);

        for (String address : List.of("/vote/ZZ9", "/visit/ZZ9", "/vote/SHUT", "/visit/SHUT")) {
            HttpResponse<String> page = server.get(address + "?large=1");
            assertThat(page.statusCode()).as(address).isEqualTo(404);
            assertThat(page.body()).as(address).contains("这里没有公开的项目", "可能已经结束公开", "href=\"/projects?large=1\"", "去项目列表查找",
                    "class=\"large\"");
        }
        HttpResponse<String> shown = postTo("/vote/SHUT?lang=en", "code", code);
        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(shown.body()).contains("No public project here", "lang=\"en\"").doesNotContain(code);
    }

    @Test
    void shows_texts_as_texts() {
        long item = sample.open("<script>alert(1)</script>");
        String code = sample.code(sample.household("B01", "2", "201").id());

        String page = postTo("/vote/VOTE?lang=en&large=1", "code", code).body();
        assertThat(page).contains("&lt;script&gt;alert(1)", "class=\"large\"", "item-" + item)
                .doesNotContain("<script>alert");
        assertThat(page).as("the code goes on with the reader to the other language, outside the address")
                .contains("action=\"/vote/VOTE?lang=zh&amp;large=1\"", "name=\"code\" value=\"" + code + "\"");
        assertThat(server.get("/vote/VOTE").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'").doesNotContain("unsafe");
    }

    @Test
    void takes_no_vote_after_the_last_day_nor_for_an_unknown_item() {
        long item = sample.open("楼道照明");
        String code = sample.code(sample.household("B02", "1", "底商").id());
        assertThat(post("code", code, "item", "999999", "choice", "agree").body()).contains("不征询这一户");
        assertThat(post("code", code, "item", "x", "choice", "agree").body()).contains("不征询这一户");
        clock.moveTo(DAY.plusDays(11));
        try {
            HttpResponse<String> late = post("code", code, "item", String.valueOf(item), "choice", "agree");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("这次没有记录");
        } finally {
            clock.moveTo(DAY);
        }
    }

    @Test
    void result_is_on_a_page_without_script_and_on_the_households_own() {
        ConsentSample over = ConsentSample.add(server.services(), "OVER").register();
        assertThat(server.get("/consent/OVER").body()).contains("还没有征询过居民");
        long item = over.open("外墙保温");
        long other = over.open("楼道照明", over.place("B01"));
        Map<String, String> codes = over.codes();
        assertThat(server.get("/consent/over").body()).contains("正在征询", "外墙保温", "href=\"/vote/OVER\"")
                .doesNotContain("<script", "id=\"item-");
        over.vote(codes.get("101"), item, Choice.AGREE);
        over.vote(codes.get("102"), item, Choice.AGREE);
        over.vote(codes.get("底商"), item, Choice.DISAGREE);
        clock.moveTo(DAY.plusDays(11));
        try {
            server.services().get(Consents.class).closeDue();
            String page = server.get("/consent/OVER?lang=zh&large=1").body();
            assertThat(page).contains("按人数通过，按面积未通过：事项未通过。", "4 位业主中 3 位，75%（4 户中 3 户）", "500 ㎡中 100 ㎡，20%",
                    "未采纳事项台账", "1号楼", "2号楼", "/consent/OVER/record.jsonl", "class=\"large\"", "/n/OVER?lang=zh")
                    .doesNotContain("<script", "底商", "张三");
            assertThat(server.get("/consent/OVER?lang=en").body())
                    .contains("By number it passes, by area it fails: not adopted.", "Not adopted, by building");
            assertThat(server.get("/n/OVER?large=1").body()).contains("href=\"/consent/OVER?large=1\"");

            String voted = postTo("/vote/OVER", "code", codes.get("101")).body();
            assertThat(voted).contains("item-" + item, "按人数通过，按面积未通过：事项未通过。", "已计入结果",
                    "href=\"/consent/OVER\"").doesNotContain("投票有效");
            assertThat(voted).contains("item-" + other, "您家没有投票").doesNotContain("name=\"choice\"");
            assertThat(server.get("/vote/OVER").body()).contains("href=\"/consent/OVER\"");
            long waiting = over.open("楼道扶手");
            assertThat(postTo("/vote/OVER", "code", codes.get("101")).body()).as("first what waits, then the newest")
                    .containsSubsequence("item-" + waiting, "item-" + other, "item-" + item, "按面积未通过", "说明：外墙保温");
        } finally {
            clock.moveTo(DAY);
        }
        assertThat(server.get("/consent/ZZ9").statusCode()).isEqualTo(404);
        assertThat(server.get("/consent/ZZ9").body()).contains("这里没有公开的项目");
    }

    @Test
    void publishes_the_record_without_names() {
        HttpResponse<String> record = server.get("/consent/vote/record.jsonl");

        assertThat(record.statusCode()).isEqualTo(200);
        assertThat(record.body().lines().findFirst().orElseThrow()).contains("\"number\":1", "register");
        assertThat(record.body()).doesNotContain("张三", "底商");
        assertThat(server.get("/consent/NOWHERE/record.jsonl").statusCode()).isEqualTo(404);
        String tag = record.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/consent/VOTE/record.jsonl", "If-None-Match", tag).statusCode()).isEqualTo(304);
        sample.open("屋面绿化");
        assertThat(server.get("/consent/VOTE/record.jsonl", "If-None-Match", tag).statusCode()).isEqualTo(200);
        HttpResponse<String> last = record;
        for (int i = 0; i < 40 && last.statusCode() == 200; i++) {
            last = server.get("/consent/VOTE/record.jsonl");
        }
        assertThat(last.statusCode()).as("the same address again and again").isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(server.get("/consent/VOTE").statusCode()).as("the page itself stays").isEqualTo(200);
    }

    @Test
    void letter_brings_a_code_that_works_in_words_and_as_a_picture() throws Exception {
        Household household = sample.household("B01", "2", "201");
        byte[] pdf = server.services().get(ConsentLetters.class).print(sample.worker(), sample.project(), LetterKind.VOTE,
                List.of(household), DAY.plusDays(30), "https://renewal.example/");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("201", "李四", "https://renewal.example/vote/VOTE", "2026-06-03");
            Matcher code = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(text);
            assertThat(code.find()).isTrue();
            assertThat(sample.enter(code.group()).household().id()).isEqualTo(household.id());
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)))).getText())
                    .isEqualTo("https://renewal.example/vote/VOTE#" + code.group());
        }
    }
}
