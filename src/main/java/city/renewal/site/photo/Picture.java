package city.renewal.site.photo;

import city.renewal.base.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads pictures at about the size in which they are wanted, and writes copies that hold nothing but the picture. */
final class Picture {

    private static final float QUALITY = 0.82f;

    private Picture() {
    }

    /** Pixels across and down, from the header alone. */
    record Size(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }

    /** @throws Refusal when the header makes no sense */
    static Size size(Path file, PhotoType type) throws IOException {
        if (type == PhotoType.HEIC) {
            return HeicContainer.size(file);
        }
        ImageReader reader = reader(type);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return new Size(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException senseless) {
            throw new Refusal("photo.broken");
        } finally {
            reader.dispose();
        }
    }

    /**
     * Decodes every second, third … pixel where the file has more than wanted, so that a large photo costs the memory
     * of a small one.
     *
     * @param orientation EXIF's 1 to 8
     * @return upright, its longer side at most {@code longest}, in opaque colours
     */
    static BufferedImage read(Path file, PhotoType type, int orientation, int longest) throws IOException {
        if (type == PhotoType.HEIC) {
            throw new IOException("HEIC is kept and not decoded");
        }
        ImageReader reader = reader(type);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / longest);
            ImageReadParam wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(step, step, 0, 0);
            return small(opaque(reader.read(0, wanted)), orientation, longest);
        } catch (RuntimeException damaged) {
            throw new IOException(damaged);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(PhotoType type) {
        return ImageIO.getImageReadersByFormatName(type.format()).next();
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB || picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    private static BufferedImage small(BufferedImage picture, int orientation, int longest) throws IOException {
        double scale = Math.min(1, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        return Thumbnails.of(picture)
                .scale(scale)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .addFilter(ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)))
                .asBufferedImage();
    }

    /** @return the picture once more, smaller */
    static BufferedImage smaller(BufferedImage picture, int longest) throws IOException {
        return small(picture, 1, longest);
    }

    /** Writes a JPEG without any words about it. */
    static void write(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
