package city.renewal.site.photo;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a camera wrote into a JPEG, as far as it is of use. A file can be built to make a reader of all its
 * fields run out of memory or time; so long fields are passed over, and a file with too many is read no further.
 */
final class ExifReading {

    private static final byte[] HEADER = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    /** Bytes of a field that is of use; the longest are names of devices. */
    private static final int LONGEST_FIELD = 256;
    private static final int MOST_FIELDS = 2_000;
    private static final int MOST_DIRECTORIES = 16;
    private static final int DEVICE_LENGTH = 100;
    private static final int POSITION_DECIMALS = 6;
    private static final int TURNS = 8;

    private ExifReading() {
    }

    /**
     * @param zone in which cameras without a zone of their own are taken to be
     * @return what could be read; fields that make no sense are left out
     */
    static Evidence read(Path file, PhotoType type, ZoneId zone) throws IOException {
        if (type != PhotoType.JPEG) {
            return Evidence.NONE;
        }
        Metadata metadata = new Metadata();
        try {
            byte[] exif = segment(file);
            if (exif == null) {
                return Evidence.NONE;
            }
            new TiffReader().processTiff(new ByteArrayReader(exif, HEADER.length), new Bounded(metadata), 0);
            return evidence(metadata, zone);
        } catch (JpegProcessingException | TiffProcessingException | TooMuch | RuntimeException senseless) {
            return Evidence.NONE;
        }
    }

    private static byte @Nullable [] segment(Path file) throws JpegProcessingException, IOException {
        for (byte[] segment : JpegSegmentReader.readSegments(file.toFile(), List.of(JpegSegmentType.APP1))
                .getSegments(JpegSegmentType.APP1)) {
            if (segment.length > HEADER.length && Arrays.equals(segment, 0, HEADER.length, HEADER, 0,
                    HEADER.length)) {
                return segment;
            }
        }
        return null;
    }

    private static Evidence evidence(Metadata metadata, ZoneId zone) {
        ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        ExifSubIFDDirectory picture = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        GpsDirectory position = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        Date taken = picture == null ? null : picture.getDateOriginal(TimeZone.getTimeZone(zone));
        GeoLocation where = position == null ? null : position.getGeoLocation();
        Integer turn = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return new Evidence(
                taken == null ? null : plausible(taken.toInstant().atZone(zone).toOffsetDateTime()),
                where == null || !sane(where) ? null : degrees(where.getLatitude()),
                where == null || !sane(where) ? null : degrees(where.getLongitude()),
                main == null ? null : device(main),
                turn == null || turn < 1 || turn > TURNS ? 1 : turn);
    }

    private static @Nullable OffsetDateTime plausible(OffsetDateTime taken) {
        return taken.getYear() < 1970 || taken.getYear() > 9_999 ? null : taken;
    }

    private static boolean sane(GeoLocation where) {
        return Math.abs(where.getLatitude()) <= 90 && Math.abs(where.getLongitude()) <= 180 && !where.isZero();
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(POSITION_DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable String device(ExifIFD0Directory main) {
        String name = Stream.of(main.getString(ExifIFD0Directory.TAG_MAKE), main.getString(ExifIFD0Directory.TAG_MODEL))
                .filter(Objects::nonNull)
                .map(part -> part.replaceAll("\\p{Cntrl}", "").strip())
                .collect(Collectors.joining(" ")).strip();
        return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), DEVICE_LENGTH));
    }

    /** Ends the reading of a file that is made to be endless. */
    private static final class TooMuch extends IOException {
    }

    private static final class Bounded extends ExifTiffHandler {

        private int fields;
        private int directories;

        Bounded(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean tryEnterSubIfd(int tagId) {
            return directories < MOST_DIRECTORIES && super.tryEnterSubIfd(tagId) && ++directories > 0;
        }

        @Override
        public boolean customProcessTag(int tagOffset, Set<Integer> processed, int tiffHeaderOffset,
                                        RandomAccessReader reader, int tagId, int byteCount) throws IOException {
            if (++fields > MOST_FIELDS) {
                throw new TooMuch();
            }
            return byteCount > LONGEST_FIELD
                    || super.customProcessTag(tagOffset, processed, tiffHeaderOffset, reader, tagId, byteCount);
        }
    }
}
