package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes the one schedule file out of a zip archive, counting bytes on the way, so that no archive fills the disk. */
final class ArchiveLook {

    private static final int MOST_ENTRIES = 100;
    private static final Set<String> EXTENSIONS = Set.of("mpp", "xml", "xer", "pmxml", "mpx", "gan", "sm");

    private ArchiveLook() {
    }

    /**
     * @param limit most bytes the unpacked file may have
     * @return the unpacked file, in the temporary folder
     * @throws UnreadableFileException when the archive is damaged or holds not exactly one schedule file, or one beyond
     *                                 the limit
     */
    static Path unpack(Path archive, long limit) throws UnreadableFileException, IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnreadableFileException(Reason.ARCHIVE);
            }
            List<? extends ZipEntry> schedules = zip.stream().filter(ArchiveLook::looksLikeSchedule).toList();
            if (schedules.size() != 1 || schedules.getFirst().getSize() > limit) {
                throw new UnreadableFileException(Reason.ARCHIVE);
            }
            Path unpacked = Files.createTempFile("unpacked", ".schedule");
            copy(zip, schedules.getFirst(), unpacked, limit);
            return unpacked;
        } catch (ZipException damaged) {
            throw new UnreadableFileException(Reason.ARCHIVE);
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path target, long limit)
            throws IOException, UnreadableFileException {
        try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limit) {
                    throw new UnreadableFileException(Reason.ARCHIVE);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static boolean looksLikeSchedule(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory() && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
