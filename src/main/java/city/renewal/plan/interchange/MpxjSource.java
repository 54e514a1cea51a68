package city.renewal.plan.interchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.ganttproject.GanttProjectReader;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mpx.MPXReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;

/** Has MPXJ read a file of a known format. Never through its universal reader, which unpacks whatever it is given. */
final class MpxjSource {

    private final Path file;
    private final LeftOutList leftOut;

    MpxjSource(Path file, LeftOutList leftOut) {
        this.file = file;
        this.leftOut = leftOut;
    }

    /** @return the project, or null or any exception where MPXJ cannot make sense of the file */
    @Nullable ProjectFile read(ScheduleFormat format)
            throws MPXJException, IOException, XMLStreamException, UnreadableFileException {
        return switch (format) {
            case MPP -> readMpp();
            case MSPDI -> new MSPDIReader().read(file.toFile());
            case PMXML -> largest(new PrimaveraPMFileReader().readAll(file.toFile()));
            case XER -> readXer();
            case MPX -> readMpx();
            case GAN -> readGan();
            case SM -> throw new IllegalArgumentException("MPXJ does not read benchmark instances");
        };
    }

    private ProjectFile readMpp() throws MPXJException {
        MPPReader reader = new MPPReader();
        reader.setReadPresentationData(false);
        return reader.read(file.toFile());
    }

    private @Nullable ProjectFile readXer() throws IOException, MPXJException, UnreadableFileException {
        byte[] bytes = Files.readAllBytes(file);
        String text = withoutMark(new String(bytes, TextCharset.of(bytes)));
        XerText xer = new XerText(text);
        xer.checkComplete();
        xer.damagedCalendars().forEach(name -> leftOut.add(LeftOut.What.INVALID_CALENDARS, name));
        PrimaveraXERFileReader reader = new PrimaveraXERFileReader();
        reader.setCharset(StandardCharsets.UTF_8);
        return largest(reader.readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private ProjectFile readGan() throws MPXJException, IOException, XMLStreamException {
        ProjectFile project = new GanttProjectReader().read(file.toFile());
        if (project != null) {
            GanttProjectSupplement.apply(file, project);
        }
        return project;
    }

    /** The words in an MPX file follow the language of the program that wrote it, which the file does not name. */
    private ProjectFile readMpx() throws IOException, MPXJException, UnreadableFileException {
        byte[] bytes = mpxBytes();
        MPXJException firstFailure = null;
        for (Locale locale : languages()) {
            try {
                MPXReader reader = new MPXReader();
                reader.setLocale(locale);
                return reader.read(new ByteArrayInputStream(bytes));
            } catch (MPXJException otherLanguage) {
                firstFailure = firstFailure == null ? otherLanguage : firstFailure;
            }
        }
        throw Objects.requireNonNull(firstFailure);
    }

    private static List<Locale> languages() {
        return List.of(MPXReader.getSupportedLocales()).stream()
                .sorted(Comparator.comparingInt(locale -> switch (locale.getLanguage()) {
                    case "en" -> 0;
                    case "zh" -> 1;
                    default -> 2;
                })).toList();
    }

    /** @return the file's bytes; a Chinese one marked as Western is marked as what it is */
    private byte[] mpxBytes() throws IOException, UnreadableFileException {
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = TextCharset.of(bytes);
        String text = withoutMark(new String(bytes, charset));
        new MpxText(text).checkComplete();
        boolean ascii = bytes.length == text.length() && charset.equals(StandardCharsets.UTF_8);
        if (ascii || charset.equals(TextCharset.WESTERN)) {
            return bytes;
        }
        return text.replaceFirst("(?<=^.{0,80}[^\\p{Alnum}])ANSI", "ZH").getBytes(Charset.forName("GB2312"));
    }

    private @Nullable ProjectFile largest(@Nullable List<ProjectFile> projects) {
        if (projects == null) {
            return null;
        }
        List<ProjectFile> bySize = projects.stream()
                .filter(project -> !project.getProjectProperties().getProjectIsBaseline())
                .sorted(Comparator.comparingInt((ProjectFile project) -> project.getTasks().size()).reversed())
                .toList();
        bySize.stream().skip(1).forEach(project ->
                leftOut.add(LeftOut.What.OTHER_PROJECTS, String.valueOf(project.getProjectProperties().getName())));
        return bySize.isEmpty() ? null : bySize.getFirst();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
