package city.renewal.site.photo;

import city.renewal.base.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The boxes of a HEIC file (ISO/IEC 23008-12), as far as is needed to tell a whole file from a cut one and to know its
 * pixels. The picture itself is not decoded.
 */
final class HeicContainer {

    private static final int HEAD = 8;
    private static final int LARGEST_META = 4 << 20;
    private static final int MOST_BOXES = 2_000;
    private static final int VERSION = 4;

    private Picture.Size largest = new Picture.Size(0, 0);
    private boolean data;
    private int boxes;

    private HeicContainer() {
    }

    /** @throws Refusal when its boxes do not fill the file to the last byte, or there is no picture in them */
    static Picture.Size size(Path file) throws IOException {
        HeicContainer found = new HeicContainer();
        try (FileChannel channel = FileChannel.open(file)) {
            long at = 0;
            while (at < channel.size()) {
                at += found.box(channel, at);
            }
        }
        if (!found.data || found.largest.pixels() == 0) {
            throw new Refusal("photo.broken");
        }
        return found.largest;
    }

    /** @return bytes of the box */
    private long box(FileChannel channel, long at) throws IOException {
        ByteBuffer head = read(channel, at, HEAD);
        long size = Integer.toUnsignedLong(head.getInt());
        String type = type(head);
        if (size == 1) {
            size = read(channel, at + HEAD, Long.BYTES).getLong();
        } else if (size == 0) {
            size = channel.size() - at;
        }
        if (size < HEAD || size > channel.size() - at || ++boxes > MOST_BOXES) {
            throw new Refusal("photo.broken");
        }
        if (type.equals("mdat")) {
            data = true;
        } else if (type.equals("meta") && size > HEAD + VERSION && size <= LARGEST_META) {
            inside(read(channel, at + HEAD + VERSION, (int) size - HEAD - VERSION));
        }
        return size;
    }

    private void inside(ByteBuffer boxesOf) {
        while (boxesOf.remaining() >= HEAD) {
            int size = boxesOf.getInt();
            String type = type(boxesOf);
            if (size < HEAD || size - HEAD > boxesOf.remaining() || ++boxes > MOST_BOXES) {
                throw new Refusal("photo.broken");
            }
            ByteBuffer content = boxesOf.slice(boxesOf.position(), size - HEAD);
            boxesOf.position(boxesOf.position() + size - HEAD);
            switch (type) {
                case "iprp", "ipco" -> inside(content);
                case "ispe" -> extent(content);
                case "idat" -> data = true;
                default -> { }
            }
        }
    }

    /** A picture of tiles names the size of each tile too. */
    private void extent(ByteBuffer content) {
        if (content.remaining() < VERSION + 2 * Integer.BYTES) {
            throw new Refusal("photo.broken");
        }
        content.position(VERSION);
        Picture.Size size = new Picture.Size(content.getInt(), content.getInt());
        if (size.width() <= 0 || size.height() <= 0) {
            throw new Refusal("photo.broken");
        }
        largest = size.pixels() > largest.pixels() ? size : largest;
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new Refusal("photo.broken");
            }
        }
        return buffer.flip();
    }

    private static String type(ByteBuffer buffer) {
        byte[] name = new byte[VERSION];
        buffer.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
