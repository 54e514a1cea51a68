package city.renewal.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Stands for a photo of a site: a façade with windows and a ring around what is wrong, or a tick beside what was put
 * right, or a scaffold with the new coat below it. Drawn, so that nobody takes it for a real place, with the time that a camera would have written.
 */
final class SitePicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final Color WRONG = new Color(0xb93a0e);
    private static final Color RIGHT = new Color(0x0f6b5c);
    private static final DateTimeFormatter CAMERA = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    private SitePicture() {
    }

    /** @param key the same one gives the same picture */
    static byte[] jpeg(String key, boolean right, ZonedDateTime takenAt) {
        return jpeg(key, canvas -> mark(canvas, key, right), takenAt);
    }

    /** Work that goes on. */
    static byte[] atWork(String key, ZonedDateTime takenAt) {
        return jpeg(key, canvas -> scaffold(canvas, key), takenAt);
    }

    private static byte[] jpeg(String key, Consumer<Graphics2D> upon, ZonedDateTime takenAt) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(shade(key + "wall", 0.08f, 150, 80));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                draw(canvas, key + row + "," + column, column * WIDTH / COLUMNS, row * HEIGHT / ROWS);
            }
        }
        upon.accept(canvas);
        canvas.dispose();
        return withTime(encoded(picture), CAMERA.format(takenAt));
    }

    /** A piece of wall with its window. */
    private static void draw(Graphics2D canvas, String key, int x, int y) {
        canvas.setColor(shade(key, 0.1f, 90, 160));
        canvas.fillRect(x, y, WIDTH / COLUMNS - 2, HEIGHT / ROWS - 2);
        canvas.setColor(shade(key + "window", 0.55f, 60, 150));
        canvas.fillRect(x + 22, y + 24, 58, 62);
        canvas.setColor(Color.LIGHT_GRAY);
        canvas.drawLine(x + 51, y + 24, x + 51, y + 86);
    }

    private static Color shade(String key, float hue, int darkest, int range) {
        return Color.getHSBColor(hue, 0.18f, (darkest + Noise.below(range, key)) / 255f);
    }

    private static void mark(Graphics2D canvas, String key, boolean right) {
        int x = 120 + Noise.below(380, key + "x");
        int y = 90 + Noise.below(240, key + "y");
        canvas.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (right) {
            canvas.setColor(RIGHT);
            canvas.drawPolyline(new int[] {x - 40, x - 10, x + 50}, new int[] {y, y + 34, y - 44}, 3);
            return;
        }
        canvas.setColor(Color.DARK_GRAY);
        canvas.drawPolyline(new int[] {x - 30, x - 8, x - 14, x + 22}, new int[] {y - 34, y - 6, y + 12, y + 36}, 4);
        canvas.setColor(WRONG);
        canvas.drawOval(x - 64, y - 64, 128, 128);
    }

    private static void scaffold(Graphics2D canvas, String key) {
        int done = HEIGHT / ROWS * (1 + Noise.below(ROWS - 1, key + "done"));
        canvas.setColor(new Color(0x66, 0x8f, 0x7d, 0x70));
        canvas.fillRect(0, HEIGHT - done, WIDTH, done);
        canvas.setColor(new Color(0x5d5346));
        canvas.setStroke(new BasicStroke(5));
        for (int x = 10 + Noise.below(20, key + "poles"); x < WIDTH; x += WIDTH / COLUMNS) {
            canvas.drawLine(x, 0, x, HEIGHT);
        }
        canvas.setStroke(new BasicStroke(9));
        for (int y = HEIGHT / ROWS; y <= HEIGHT; y += HEIGHT / ROWS) {
            canvas.drawLine(0, y, WIDTH, y);
        }
    }

    private static byte[] encoded(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Puts in, after the start of the JPEG, an EXIF segment that holds the original time and nothing else. */
    private static byte[] withTime(byte[] jpeg, String time) {
        ByteBuffer exif = ByteBuffer.allocate(74);
        exif.putShort((short) 0xffe1).putShort((short) 72).put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        exif.putInt(8);
        exif.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(0);
        exif.putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(44).putInt(0);
        exif.put((time + "\0").getBytes(StandardCharsets.US_ASCII));
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.position());
        out.put(jpeg, 0, 2).put(exif.array(), 0, exif.position()).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }
}
