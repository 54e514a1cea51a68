package city.renewal.plan.interchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Guesses the character set of a text file that does not name it. P6 and old versions of MS Project write the code page
 * of the machine they ran on: GBK in China, windows-1252 in the West, UTF-8 in newer versions.
 */
final class TextCharset {

    static final Charset CHINESE = Charset.forName("GB18030");
    static final Charset WESTERN = Charset.forName("windows-1252");

    private TextCharset() {
    }

    static Charset of(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return mostPairsAreCommonHanzi(bytes) && decodes(bytes, CHINESE) ? CHINESE : WESTERN;
    }

    /**
     * Accented Western letters stand alone between ASCII ones. In Chinese text nearly every high byte leads a pair from
     * the first plane of GB 2312 (lead B0–D7) or its punctuation (A1–A3).
     */
    private static boolean mostPairsAreCommonHanzi(byte[] bytes) {
        int common = 0;
        int other = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean inFirstPlane = lead >= 0xB0 && lead <= 0xD7 || lead >= 0xA1 && lead <= 0xA3;
            if (inFirstPlane && trail >= 0xA1) {
                common++;
            } else {
                other++;
            }
            i += trail >= 0x40 ? 1 : 0;
        }
        return common > 2 * other;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
