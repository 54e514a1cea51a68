package city.renewal.resident.http;

import city.renewal.base.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * An answer ready to be sent, made once for everybody.
 *
 * @param projectId  whose news makes it old
 * @param until      when it says something else without any news
 * @param plain      as it is
 * @param compressed the same by gzip, or null where that saves nothing
 * @param tag        names the content
 */
record Served(long projectId, Instant until, Body plain, @Nullable Body compressed, String tag)
        implements NoticeShelf.Thing {

    private static final int TAG_BYTES = 12;
    private static final String GZIP = "gzip";

    /**
     * Bytes with the headers that belong to them, written once because thousands a second are sent.
     *
     * @param tag     as a header names it, in quotation marks
     * @param headers content type, length and encoding
     */
    record Body(byte[] bytes, HttpField tag, HttpFields headers) {

        private static Body of(byte[] bytes, String type, String tag, @Nullable String encoding) {
            HttpFields.Mutable headers = HttpFields.build()
                    .add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type))
                    .add(HttpHeader.CONTENT_LENGTH, bytes.length);
            if (encoding != null) {
                headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, encoding));
            }
            return new Body(bytes, new PreEncodedHttpField(HttpHeader.ETAG, '"' + tag + '"'), headers.asImmutable());
        }
    }

    /** A text, which is worth compressing. */
    static Served text(long projectId, Instant until, String type, byte[] content) {
        String tag = tag(content);
        return new Served(projectId, until, Body.of(content, type, tag, null),
                Body.of(gzip(content), type, tag + '-' + GZIP, GZIP), tag);
    }

    /** A file that is compressed in itself. */
    static Served file(long projectId, Instant until, String type, byte[] content) {
        String tag = tag(content);
        return new Served(projectId, until, Body.of(content, type, tag, null), null, tag);
    }

    @Override
    public int size() {
        return plain.bytes.length + (compressed == null ? 0 : compressed.bytes.length);
    }

    /** @return whether one of the tags that a reader knows, as {@code If-None-Match} lists them, is this one's */
    boolean isAmong(String known) {
        return known.contains(plain.tag.getValue()) || compressed != null && known.contains(compressed.tag.getValue())
                || known.strip().equals("*");
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
