package city.renewal.resident.http;

import city.renewal.base.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer ready to be sent, made once for everybody.
 *
 * @param projectId  whose news makes it old
 * @param until      when it says something else without any news
 * @param type       media type
 * @param plain      the bytes
 * @param compressed the same by gzip, or null where that saves nothing
 * @param tag        names the content
 */
record Served(long projectId, Instant until, String type, byte[] plain, byte @Nullable [] compressed, String tag)
        implements NoticeShelf.Thing {

    private static final int TAG_BYTES = 12;

    /** A text, which is worth compressing. */
    static Served text(long projectId, Instant until, String type, byte[] content) {
        return new Served(projectId, until, type, content, gzip(content), tag(content));
    }

    /** A file that is compressed in itself. */
    static Served file(long projectId, Instant until, String type, byte[] content) {
        return new Served(projectId, until, type, content, null, tag(content));
    }

    @Override
    public int size() {
        return plain.length + (compressed == null ? 0 : compressed.length);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String tag(byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest().digest(content), 0, TAG_BYTES);
    }
}
