package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells a file's format by its content; names and extensions are not believed. */
final class FormatDetector {

    private static final int HEAD = 64 * 1024;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};

    private FormatDetector() {
    }

    /** @throws UnreadableFileException when the content is of no known format, empty, or XML that declares a DOCTYPE */
    static ScheduleFormat detect(Path file) throws IOException, UnreadableFileException {
        byte[] head = head(file);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String plain = text.replace("\0", "").replaceFirst("^(ÿþ|þÿ|\u00EF\u00BB\u00BF)", "").strip();
        if (plain.isEmpty()) {
            throw new UnreadableFileException(Reason.EMPTY);
        }
        if (startsWith(head, OLE)) {
            return ScheduleFormat.MPP;
        }
        if (plain.startsWith("<")) {
            return detectXml(file);
        }
        if (plain.startsWith("ERMHDR")) {
            return ScheduleFormat.XER;
        }
        if (plain.matches("(?s)MPX[^\\p{Alnum}\\s].*")) {
            return ScheduleFormat.MPX;
        }
        if (plain.contains("PRECEDENCE RELATIONS") || plain.contains("supersource/sink")) {
            return ScheduleFormat.SM;
        }
        throw new UnreadableFileException(Reason.NOT_A_SCHEDULE);
    }

    /** @return whether the file is a zip archive, whatever its name */
    static boolean isZip(Path file) throws IOException {
        return startsWith(head(file), new byte[] {'P', 'K', 3, 4});
    }

    private static ScheduleFormat detectXml(Path file) throws IOException, UnreadableFileException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableFileException(Reason.DOCTYPE);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return byRoot(xml);
                }
            }
            throw new UnreadableFileException(Reason.TRUNCATED);
        } catch (XMLStreamException malformed) {
            throw new UnreadableFileException(Reason.DAMAGED);
        }
    }

    private static ScheduleFormat byRoot(XMLStreamReader xml) throws UnreadableFileException {
        return switch (xml.getLocalName()) {
            case "Project" -> ScheduleFormat.MSPDI;
            case "APIBusinessObjects" -> ScheduleFormat.PMXML;
            case "project" -> ScheduleFormat.GAN;
            default -> throw new UnreadableFileException(Reason.NOT_A_SCHEDULE);
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
