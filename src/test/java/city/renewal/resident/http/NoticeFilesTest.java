package city.renewal.resident.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.RunningServer;
import city.renewal.app.Setting;
import city.renewal.base.Database;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What residents take with them from the notice page: the poster, the calendar, the feed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeFilesTest {

    private static final String BASE = "https://renewal.example.cn";
    private static final int MOST_STATEMENTS = 6;

    private RunningServer server;
    private PublicSample sample;
    private SmallPlan plan;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(DoorSample.START),
                Map.of(Setting.SERVER_PUBLIC_ADDRESS, BASE + "/"));
        sample = new PublicSample(server.services());
        DoorSample.add(server.services(), sample.people(), "DOORS", "两栋楼小区", 0);
        plan = sample.compound("FEED", "Feed & <Co>", "First street");
        sample.confirmed(plan.pipes(), DoorSample.START, "25");
        server.services().get(Plans.class)
                .takeBaseline(sample.people().planner(), plan.project().id(), "Again", "连日下雨");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private byte[] file(String path, String type) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(server.address(path))
                    .header("Host-Forged", "evil.example").build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
            assertThat(answer.headers().firstValue("ETag")).isPresent();
            return answer.body();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/n/DOORS/poster, /n/DOORS",
        "/n/doors/b01/2/poster?paper=a3, /n/DOORS/B01/2",
        "/n/DOORS/B01/poster?lang=en, /n/DOORS/B01"})
    void the_code_of_the_printed_poster_leads_to_the_page_of_its_door(String poster, String page) throws Exception {
        try (PDDocument document = Loader.loadPDF(file(poster, "application/pdf"))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);

            assertThat(decoded(image)).isEqualTo(BASE + page);
            assertThat(server.get(page).statusCode()).isEqualTo(200);
        }
    }

    private static String decoded(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)))).getText();
    }

    @Test
    void the_poster_has_what_has_to_hang_at_a_site_in_fonts_of_its_own() throws Exception {
        try (PDDocument small = Loader.loadPDF(file("/n/DOORS/B01/2/poster", "application/pdf"));
             PDDocument large = Loader.loadPDF(file("/n/DOORS/B01/2/poster?paper=a3", "application/pdf"))) {
            String text = new PDFTextStripper().getText(small);

            assertThat(text).contains("两栋楼小区", "一号楼 2门", "工程概况", "First Builders", "022 0000-1001", "3月11日完工",
                    "管理人员与监督电话", "消防保卫", "安全生产", "文明施工", "施工现场总平面图", "维权信息", BASE + "/n/DOORS/B01/2");
            assertThat(text).doesNotContain("Somebody Private", "Nobody Else", "…", "□");
            assertThat(small.getNumberOfPages()).isOne();
            assertThat(large.getNumberOfPages()).isOne();
            assertThat(large.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A3.getWidth());
            for (var name : small.getPage(0).getResources().getFontNames()) {
                assertThat(small.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void the_posters_of_all_doors_are_one_file() throws Exception {
        try (PDDocument all = Loader.loadPDF(file("/n/DOORS/posters", "application/pdf"));
             PDDocument building = Loader.loadPDF(file("/n/DOORS/B01/posters?paper=a3", "application/pdf"));
             PDDocument whole = Loader.loadPDF(file("/n/FEED/posters", "application/pdf"))) {
            List<String> codes = new ArrayList<>();
            for (int sheet = 0; sheet < all.getNumberOfPages(); sheet++) {
                codes.add(decoded(new PDFRenderer(all).renderImageWithDPI(sheet, 150)));
            }
            assertThat(codes).containsExactly(BASE + "/n/DOORS/B01/1", BASE + "/n/DOORS/B01/2", BASE + "/n/DOORS/B01/3",
                    BASE + "/n/DOORS/B02");
            assertThat(building.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(whole)).contains("2026年", "劳资专管员", "最低工资", "12348");
        }
    }

    /** @return the answers to all of these addresses, asked for at once from one address of this machine */
    private List<CompletableFuture<HttpResponse<byte[]>>> atOnce(HttpClient from, List<String> paths) {
        return paths.stream().map(path -> from.sendAsync(HttpRequest.newBuilder(server.address(path)).build(),
                BodyHandlers.ofByteArray())).toList();
    }

    private static HttpClient at(String address) throws Exception {
        return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
    }

    private static List<String> posters(String project) {
        return Stream.of("", "/B01", "/B01/1", "/B01/2", "/B01/3", "/B02")
                .flatMap(door -> Stream.of("?lang=zh", "?lang=en", "?lang=zh&paper=a3", "?lang=en&paper=a3")
                        .map(how -> "/n/" + project + door + "/poster" + how)).toList();
    }

    @Test
    void all_who_ask_for_posters_at_once_get_theirs_in_turn() throws Exception {
        DoorSample.add(server.services(), sample.people(), "ATONCE", "很多人的小区", 0);
        try (HttpClient first = at("127.0.0.2"); HttpClient second = at("127.0.0.3")) {
            List<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>(atOnce(first, posters("ATONCE")));
            asked.addAll(atOnce(second, posters("ATONCE")));
            assertThat(server.get("/n/ATONCE").statusCode()).isEqualTo(200);
            for (CompletableFuture<HttpResponse<byte[]>> each : asked) {
                HttpResponse<byte[]> answer = each.join();
                assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
            }
        }
    }

    @Test
    void one_who_asks_for_too_many_posters_is_told_when_to_come_again_and_others_get_theirs() throws Exception {
        DoorSample.add(server.services(), sample.people(), "TOOMANY", "很多人的小区", 0);
        List<String> many = new ArrayList<>();
        while (many.size() < NoticeHandler.MOST_WAITING) {
            posters("TOOMANY").stream().filter(path -> path.contains("lang=zh")).forEach(many::add);
        }
        try (HttpClient greedy = at("127.0.0.4")) {
            List<CompletableFuture<HttpResponse<byte[]>>> asked = atOnce(greedy, many);
            assertThat(server.get("/n/FEED/B01/poster?paper=a3").statusCode()).isEqualTo(200);
            List<HttpResponse<byte[]>> refused = asked.stream().map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() != 200).toList();
            assertThat(refused).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            });
            String poster = refused.getFirst().uri().getPath();
            assertThat(new String(refused.getFirst().body(), StandardCharsets.UTF_8)).contains("<!doctype html>",
                    "lang=\"zh-CN\"", "请过十秒左右再试", "href=\"" + poster + "?lang=zh",
                    "href=\"" + poster.replace("/poster", "") + "?lang=zh\"");
        }
    }

    @Test
    void nobody_puts_another_address_into_the_code_by_calling_the_server_by_another_name() throws Exception {
        try (PDDocument document = Loader.loadPDF(file("/n/FEED/poster", "application/pdf"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(BASE).doesNotContain("127.0.0.1", "evil");
        }
    }

    @Test
    void the_calendar_has_the_finish_and_the_work_on_the_building_under_ids_that_stay() throws Exception {
        Calendar calendar = calendar("/n/DOORS/B01/2.ics");

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(events(calendar)).extracting(event -> text(event, Property.SUMMARY))
                .containsExactlyInAnyOrder("两栋楼小区：Roof of one", "两栋楼小区：预计完工");
        assertThat(events(calendar)).extracting(event -> text(event, Property.URL)).containsOnly(BASE + "/n/DOORS/B01/2");
        assertThat(events(calendar).stream().map(event -> text(event, Property.UID)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(events(calendar("/n/DOORS/B01/3.ics?lang=en")).stream()
                        .map(event -> text(event, Property.UID)).toList());
    }

    @Test
    void the_calendar_can_be_followed_under_its_name_by_programmes_of_every_age() throws Exception {
        String file = new String(file("/n/DOORS/B01/2.ics", "text/calendar;charset=utf-8"), StandardCharsets.UTF_8);

        assertThat(file).contains("X-WR-CALNAME:两栋楼小区", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H");
        assertThat(file.split("\r\n")).allSatisfy(line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75));
        assertThat(events(calendar("/n/DOORS/B01/2.ics"))).extracting(event -> text(event, Property.DESCRIPTION))
                .anyMatch(about -> about.contains("这条日程会跟着变"));
    }

    private Calendar calendar(String path) throws Exception {
        return new CalendarBuilder().build(new StringReader(
                new String(file(path, "text/calendar;charset=utf-8"), StandardCharsets.UTF_8)));
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

    @Test
    void the_feed_tells_what_changed_newest_first_and_each_thing_once() throws Exception {
        Element feed = feed("/n/FEED.atom?lang=en");

        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        for (String name : List.of("id", "title", "updated", "author")) {
            assertThat(feed.getElementsByTagName(name).getLength()).as(name).isPositive();
        }
        assertThat(texts(feed, "title")).containsExactly("Feed & <Co> EN: changes", "Plan changed, finish now 14 Mar",
                "Pipes +25 m");
        assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(texts(feed, "updated")).allSatisfy(updated -> assertThat(OffsetDateTime.parse(updated)).isNotNull());
        assertThat(texts(feed, "id")).isEqualTo(texts(feed("/n/FEED.atom"), "id"));
        assertThat(((Element) feed.getElementsByTagName("entry").item(1)).getElementsByTagName("link").item(0)
                .getAttributes().getNamedItem("href").getNodeValue())
                .isEqualTo(BASE + "/evidence/FEED?task=" + plan.pipes());
    }

    @Test
    void the_feed_of_a_door_leaves_out_work_on_other_buildings() throws Exception {
        Project project = DoorSample.add(server.services(), sample.people(), "TWO", "Two", 0);
        server.services().get(Plans.class).read(project.id()).tasks()
                .forEach(task -> sample.confirmed(task.id(), DoorSample.START, "1"));

        assertThat(texts(feed("/n/TWO/B01.atom"), "title")).anyMatch(title -> title.startsWith("Roof of one"))
                .anyMatch(title -> title.startsWith("Pipes")).noneMatch(title -> title.startsWith("Roof of two"));
    }

    @Test
    void names_no_person() throws Exception {
        assertThat(new String(file("/n/FEED.atom", "application/atom+xml;charset=utf-8"), StandardCharsets.UTF_8))
                .doesNotContain(sample.people().engineer().name(), sample.people().supervisor().name());
    }

    @Test
    void needs_few_statements() {
        for (String path : List.of("/n/FEED/B01.atom", "/n/FEED/B01.ics", "/n/FEED/B01/poster")) {
            try (StatementCount count = StatementCount.of(server.services().get(Database.class).jdbi())) {
                assertThat(server.get(path).statusCode()).isEqualTo(200);
                assertThat(count.statements()).as(path).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            }
        }
    }

    private Element feed(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(
                file(path, "application/atom+xml;charset=utf-8")));
        return document.getDocumentElement();
    }

    private static List<String> texts(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }
}
