package city.renewal.site.photo;

import city.renewal.base.Refusal;
import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of pictures that are taken, told by their bytes and never by a name or a header. */
public enum PhotoType {
    JPEG("image/jpeg", Integer.MAX_VALUE),
    PNG("image/png", Integer.MAX_VALUE),
    /** Its decoder holds the whole picture in memory, whatever size is asked for. */
    WEBP("image/webp", 24),
    /** Kept as it came: there is no decoder that could go into the jar. */
    HEIC("image/heic", Integer.MAX_VALUE);

    private final String contentType;
    private final int mostMegapixels;

    PhotoType(String contentType, int mostMegapixels) {
        this.contentType = contentType;
        this.mostMegapixels = mostMegapixels;
    }

    public String contentType() {
        return contentType;
    }

    /** @return millions of pixels that decoding can bear, beside the configured limit */
    int mostMegapixels() {
        return mostMegapixels;
    }

    /** @return the name under which the JDK finds the decoder */
    String format() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PhotoType byContentType(String contentType) {
        return Arrays.stream(values()).filter(type -> type.contentType.equals(contentType)).findFirst().orElseThrow();
    }

    /** @throws Refusal when the file is none of these */
    static PhotoType of(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            FileType found = FileTypeDetector.detectFileType(content);
            return switch (found) {
                case Jpeg -> JPEG;
                case Png -> PNG;
                case WebP -> WEBP;
                case Heif -> HEIC;
                default -> throw new Refusal("photo.kind");
            };
        }
    }
}
