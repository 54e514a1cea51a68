package city.renewal.plan.interchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Marks a copy of an MPP file as protected by a password, as Microsoft Project does. */
final class ProtectedFile {

    private static final int FIRST_ENTRY = 16;
    private static final int ENTRY_HEAD = 12;
    private static final int PASSWORD_FLAG = 893386752;
    private static final int PASSWORD_HASH = 893386756;
    private static final int SOME_OTHER_KEY = 893386760;

    private ProtectedFile() {
    }

    static Path copyOf(Path file, Path folder) throws IOException {
        Path copy = folder.resolve("protected.mpp");
        try (POIFSFileSystem system = new POIFSFileSystem(Files.newInputStream(file))) {
            byte[] properties;
            DocumentEntry entry = (DocumentEntry) system.getRoot().getEntryCaseInsensitive("Props14");
            try (DocumentInputStream in = new DocumentInputStream(entry)) {
                properties = in.readAllBytes();
            }
            protect(ByteBuffer.wrap(properties).order(ByteOrder.LITTLE_ENDIAN));
            system.getRoot().createOrUpdateDocument("Props14", new ByteArrayInputStream(properties));
            try (OutputStream out = Files.newOutputStream(copy)) {
                system.writeFilesystem(out);
            }
        }
        return copy;
    }

    private static void protect(ByteBuffer properties) {
        int entries = properties.getShort(ENTRY_HEAD);
        int at = FIRST_ENTRY;
        for (int i = 0; i < entries; i++) {
            int size = properties.getInt(at);
            int key = properties.getInt(at + 4);
            if (key == PASSWORD_FLAG) {
                properties.put(at + ENTRY_HEAD, (byte) 1);
            } else if (key == SOME_OTHER_KEY) {
                properties.putInt(at + 4, PASSWORD_HASH);
            }
            at += ENTRY_HEAD + size + size % 2;
        }
    }
}
