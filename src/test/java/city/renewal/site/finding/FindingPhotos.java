package city.renewal.site.finding;

import city.renewal.account.Actor;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos for findings, drawn by code. */
public final class FindingPhotos {

    private static final int PATCH = 40;

    private FindingPhotos() {
    }

    /** A small patchwork that depends on the seed, received and not used yet. */
    public static ReceivedPhoto received(Photos photos, Actor actor, int seed) {
        BufferedImage picture = new BufferedImage(6 * PATCH, 6 * PATCH, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        Random random = new Random(seed);
        for (int patch = 0; patch < 36; patch++) {
            canvas.setColor(new Color(random.nextInt(0x1000000)));
            canvas.fillRect(patch % 6 * PATCH, patch / 6 * PATCH, PATCH, PATCH);
        }
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return photos.receive(actor, new ByteArrayInputStream(out.toByteArray()));
    }
}
