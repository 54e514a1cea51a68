package city.renewal.site.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn by code, and what a camera would have written into them. */
public final class SamplePictures {

    /** A lossy WebP of 4 by 4 pixels. */
    static final byte[] WEBP = Base64.getDecoder().decode(
            "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoEAAQAAgA0JaACdLoB+AADsAD+8ut//NgVzXPv9//S4P0uD9Lg/9KQAAA=");
    private static final int TIFF_HEADER = 8;
    private static final int FIELD = 12;

    private SamplePictures() {
    }

    /** The boxes of a HEIC file of that size, with nothing in the place of the picture. */
    public static byte[] heic(int width, int height) {
        byte[] extent = box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        byte[] tile = box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(512).putInt(512).array());
        byte[] properties = box("iprp", box("ipco", joined(tile, extent)));
        return joined(box("ftyp", "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII)),
                box("meta", joined(new byte[4], properties)), box("mdat", new byte[100]));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A patchwork that depends on the seed. */
    static BufferedImage picture(long seed, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        Random random = new Random(seed);
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                canvas.setColor(new Color(random.nextInt(0x1000000)));
                canvas.fillRect(x * width / 6, y * height / 6, width / 6 + 1, height / 6 + 1);
            }
        }
        canvas.dispose();
        return picture;
    }

    static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format.toLowerCase(Locale.ROOT), out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(long seed) {
        return encoded(picture(seed, 640, 480), "jpeg");
    }

    /**
     * @param taken       such as {@code 2026:03:02 10:20:30}
     * @param orientation EXIF's 1 to 8
     * @return the JPEG with the time, a place in Tianjin, a device and how to turn it
     */
    static byte[] withExif(byte[] jpeg, String taken, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(400);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(TIFF_HEADER);
        int exif = TIFF_HEADER + 2 + 4 * FIELD + 4;
        int position = exif + 2 + FIELD + 4;
        int data = position + 2 + 4 * FIELD + 4;
        tiff.putShort((short) 4);
        field(tiff, 0x0110, 2, 8, data);
        field(tiff, 0x0112, 3, 1, orientation << 16);
        field(tiff, 0x8769, 4, 1, exif);
        field(tiff, 0x8825, 4, 1, position);
        tiff.putInt(0).putShort((short) 1);
        field(tiff, 0x9003, 2, 20, data + 8);
        tiff.putInt(0).putShort((short) 4);
        field(tiff, 1, 2, 2, 'N' << 24);
        field(tiff, 2, 5, 3, data + 28);
        field(tiff, 3, 2, 2, 'E' << 24);
        field(tiff, 4, 5, 3, data + 52);
        tiff.putInt(0).put("Phone 1\0".getBytes(StandardCharsets.US_ASCII));
        tiff.put((taken + "\0").getBytes(StandardCharsets.US_ASCII));
        for (int number : new int[] {39, 1, 6, 1, 0, 1, 117, 1, 12, 1, 0, 1}) {
            tiff.putInt(number);
        }
        return withExif(jpeg, Arrays.copyOf(tiff.array(), tiff.position()));
    }

    /** @return the JPEG with these bytes as its EXIF */
    static byte[] withExif(byte[] jpeg, byte[] tiff) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + tiff.length + 10);
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (tiff.length + 8));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static void field(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
