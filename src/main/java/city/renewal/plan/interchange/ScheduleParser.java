package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;

/** Reads a schedule file in this very process; only for a process that may hang, swell or crash. */
final class ScheduleParser {

    private static final int TAIL = 4096;

    private final long mostBytes;
    private final LocalDate dayForUndated;

    /**
     * @param mostBytes     limit for a file unpacked from an archive
     * @param dayForUndated start of plans whose format has no dates
     */
    ScheduleParser(long mostBytes, LocalDate dayForUndated) {
        this.mostBytes = mostBytes;
        this.dayForUndated = dayForUndated;
    }

    /** @param name the file's name as the user knows it, for a plan without a title of its own */
    PlanDocument parse(Path file, String name) throws IOException, UnreadableFileException {
        PlanDocument document = read(file, name);
        DocumentCheck.check(document);
        return document;
    }

    private PlanDocument read(Path file, String name) throws IOException, UnreadableFileException {
        Path content = FormatDetector.isZip(file) ? ArchiveLook.unpack(file, mostBytes) : file;
        ScheduleFormat format = FormatDetector.detect(content);
        if (format == ScheduleFormat.SM) {
            String title = name.replaceFirst("\\.[^.]*$", "");
            return BenchmarkInstanceReader.read(Files.readString(content, StandardCharsets.ISO_8859_1), title,
                    dayForUndated);
        }
        LeftOutList leftOut = new LeftOutList();
        return new MpxjTranslation(project(content, format, leftOut), format, name, leftOut).translate();
    }

    private static ProjectFile project(Path content, ScheduleFormat format, LeftOutList leftOut)
            throws UnreadableFileException, IOException {
        try {
            ProjectFile project = new MpxjSource(content, leftOut).read(format);
            if (project == null) {
                throw new UnreadableFileException(Reason.DAMAGED);
            }
            return project;
        } catch (MPXJException | XMLStreamException | IllegalArgumentException failure) {
            throw new UnreadableFileException(why(failure, content, format));
        }
    }

    private static Reason why(Exception failure, Path content, ScheduleFormat format) throws IOException {
        if (String.valueOf(failure.getMessage()).startsWith(MPXJException.PASSWORD_PROTECTED)) {
            return Reason.ENCRYPTED;
        }
        if (format == ScheduleFormat.MPP && MPXJException.INVALID_FILE.equals(failure.getMessage())) {
            return Reason.NOT_A_SCHEDULE;
        }
        return isXml(format) && !endsWithItsRoot(content) ? Reason.TRUNCATED : Reason.DAMAGED;
    }

    private static boolean isXml(ScheduleFormat format) {
        return format == ScheduleFormat.MSPDI || format == ScheduleFormat.PMXML || format == ScheduleFormat.GAN;
    }

    private static boolean endsWithItsRoot(Path content) throws IOException {
        byte[] bytes = Files.readAllBytes(content);
        int from = Math.max(0, bytes.length - TAIL);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).replace("\0", "");
        return tail.stripTrailing().endsWith(">")
                && tail.matches("(?is).*</(\\w+:)?(project|APIBusinessObjects)\\s*>.*");
    }
}
