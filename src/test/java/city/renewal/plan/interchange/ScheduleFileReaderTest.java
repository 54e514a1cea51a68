package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken file can do: be refused, with a reason, and leave nothing behind. */
class ScheduleFileReaderTest {

    private static final ReadLimits LIMITS =
            new ReadLimits(4 << 20, Duration.ofMinutes(1), 256, 16 << 20);
    private static final Clock CLOCK =
            Clock.fixed(TestFiles.DAY_FOR_UNDATED.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @TempDir
    private Path folder;
    @TempDir
    private Path temporary;

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aGoodFileComesThroughTheProcessWhole() throws Exception {
        Path file = TestFiles.own("compound-gbk.xer");

        assertThat(reader(LIMITS, ReadPlanProcess.class).read(file, "plan.xer")).isEqualTo(TestFiles.parse(file));
    }

    @Test
    void theExtensionIsNotBelieved() throws Exception {
        Path file = Files.copy(TestFiles.own("compound.xml"), folder.resolve("plan.mpp"));

        assertThat(reader(LIMITS, ReadPlanProcess.class).read(file, "plan.mpp").format())
                .isEqualTo(ScheduleFormat.MSPDI);
    }

    @Test
    void aZippedScheduleIsTakenOut() throws Exception {
        Path file = zip("plan.zip", "plan.xml", Files.readAllBytes(TestFiles.own("compound.xml")));

        assertThat(reader(LIMITS, ReadPlanProcess.class).read(file, "plan.zip").format())
                .isEqualTo(ScheduleFormat.MSPDI);
    }

    @Test
    void aMissingFile() {
        assertThat(refusal(folder.resolve("none.mpp"))).isEqualTo(Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \r\n  ", "\0\0\0\0\0\0\0\0"})
    void anEmptyFile(String content) throws Exception {
        assertThat(refusal(file("empty.xer", content))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void aFileOverTheLimitIsNotEvenLookedAt() throws Exception {
        Path file = folder.resolve("huge.mpp");
        Files.write(file, new byte[5 << 20]);

        UnreadableFileException refused = refuse(reader(LIMITS, ReadPlanProcess.class), file);

        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused.parameters()).containsExactly("5", "4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomBytes(long seed) throws Exception {
        byte[] bytes = new byte[20_000];
        new Random(seed).nextBytes(bytes);

        assertThat(refusal(Files.write(folder.resolve("random.mpp"), bytes))).isEqualTo(Reason.NOT_A_SCHEDULE);
    }

    @Test
    void somethingElseWithinAnOfficeFile() throws Exception {
        byte[] bytes = new byte[8192];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, bytes, 0, magic.length);

        assertThat(refusal(Files.write(folder.resolve("letter.mpp"), bytes)))
                .isIn(Reason.DAMAGED, Reason.NOT_A_SCHEDULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound.xml", "compound-gbk.xer", "compound.pmxml", "compound.gan", "compound-gbk.mpx",
            "six-jobs.sm"})
    void aFileCutInTheMiddle(String name) throws Exception {
        byte[] whole = Files.readAllBytes(TestFiles.own(name));
        Path file = Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(refusal(file)).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void anArchiveWithoutASchedule() throws Exception {
        assertThat(refusal(zip("photos.mpp", "photo.jpg", new byte[100]))).isEqualTo(Reason.ARCHIVE);
    }

    @Test
    void anArchiveThatUnpacksToMoreThanTheLimit() throws Exception {
        Path bomb = zip("bomb.zip", "plan.xml", new byte[200 << 20]);

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(refusal(bomb)).isEqualTo(Reason.ARCHIVE);
    }

    @Test
    void anArchiveWithinAnArchive() throws Exception {
        Path inner = zip("inner.zip", "plan.xml", Files.readAllBytes(TestFiles.own("compound.xml")));

        assertThat(refusal(zip("outer.zip", "plan.mpp", Files.readAllBytes(inner)))).isEqualTo(Reason.NOT_A_SCHEDULE);
    }

    @Test
    void anExternalEntity() throws Exception {
        Path secret = file("secret.txt", "nobody's business");
        Path file = file("plan.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE Project [<!ENTITY read SYSTEM "%s">]>
                <Project xmlns="http://schemas.microsoft.com/project"><Title>&read;</Title></Project>
                """.formatted(secret.toUri()));

        assertThat(refusal(file)).isEqualTo(Reason.DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void entitiesThatMultiply(String charset) throws Exception {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY l%d \"&l%d;&l%d;&l%d;&l%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        String text = "\uFEFF<?xml version=\"1.0\" encoding=\"" + charset.replaceAll("[LB]E$", "")
                + "\"?><!DOCTYPE project [" + entities + "]><project name=\"&l29;\"/>";

        assertThat(refusal(Files.write(folder.resolve("laughs.gan"), text.getBytes(Charset.forName(charset)))))
                .isEqualTo(Reason.DOCTYPE);
    }

    @Test
    void aPlanWithoutTasks() throws Exception {
        assertThat(refusal(file("plan.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Project xmlns="http://schemas.microsoft.com/project"><Title>Nothing to do</Title></Project>
                """))).isEqualTo(Reason.NO_TASKS);
    }

    @Test
    void aTaskThatFinishesBeforeItStarts() throws Exception {
        String plan = Files.readString(TestFiles.own("compound.xml"))
                .replace("<Finish>2026-09-22T17:00:00</Finish>", "<Finish>2026-08-22T17:00:00</Finish>");

        UnreadableFileException refused = refuse(reader(LIMITS, ReadPlanProcess.class), file("plan.xml", plan));

        assertThat(refused.reason()).isEqualTo(Reason.DATES_OUT_OF_ORDER);
        assertThat(refused.parameters()).hasSize(3).endsWith("2026-09-08", "2026-08-22");
    }

    @Test
    void aReaderThatHangsIsStopped() {
        ReadLimits hasty = new ReadLimits(4 << 20, Duration.ofMillis(300), 64, 1 << 20);

        assertThat(refusalBy(StubbornProcesses.Hanging.class, hasty)).isEqualTo(Reason.TOO_SLOW);
        assertThat(ProcessHandle.current().children()).noneMatch(child ->
                child.info().commandLine().orElse("").contains("Hanging"));
    }

    @Test
    void aReaderThatTakesTooMuchMemoryIsStopped() {
        assertThat(refusalBy(StubbornProcesses.Swelling.class, new ReadLimits(4 << 20, Duration.ofMinutes(1), 32,
                1 << 20))).isEqualTo(Reason.TOO_MUCH_MEMORY);
    }

    @Test
    void aReaderThatFillsTheDiskIsStopped() {
        assertThat(refusalBy(StubbornProcesses.Flooding.class, new ReadLimits(1 << 20, Duration.ofMinutes(1), 64,
                1 << 20))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aReaderThatIsKilled() {
        assertThat(refusalBy(StubbornProcesses.Dying.class, LIMITS)).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aReaderThatSaysNothing() {
        assertThat(refusalBy(StubbornProcesses.Silent.class, LIMITS)).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aReaderThatLeavesHalfAnAnswer() {
        assertThat(refusalBy(StubbornProcesses.Truncating.class, LIMITS)).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aForeignFileThatNeedsAPassword() throws Exception {
        Path file = ProtectedFile.copyOf(TestFiles.foreign("task-links-project2013-mpp14.mpp"), folder);

        assertThat(refusal(file)).isEqualTo(Reason.ENCRYPTED);
    }

    private Reason refusal(Path file) {
        return refuse(reader(LIMITS, ReadPlanProcess.class), file).reason();
    }

    private Reason refusalBy(Class<?> process, ReadLimits limits) {
        return refuse(reader(limits, process), TestFiles.own("six-jobs.sm")).reason();
    }

    private static UnreadableFileException refuse(ScheduleFileReader reader, Path file) {
        UnreadableFileException refused = catchThrowableOfType(UnreadableFileException.class,
                () -> reader.read(file, file.getFileName().toString()));
        assertThat(refused).as("refusal of " + file).isNotNull();
        return refused;
    }

    private ScheduleFileReader reader(ReadLimits limits, Class<?> process) {
        return new ScheduleFileReader(limits, CLOCK, process, temporary);
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private Path zip(String name, String entry, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }
}
