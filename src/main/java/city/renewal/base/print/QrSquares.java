package city.renewal.base.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The squares of a QR code (ISO/IEC 18004), with the quiet zone of four around it. */
final class QrSquares {

    private static final int QUIET = 4;

    private final BitMatrix matrix;

    private QrSquares(BitMatrix matrix) {
        this.matrix = matrix;
    }

    /** Takes dark squares that lie side by side in one row. */
    interface Run {
        void draw(int column, int row, int length) throws IOException;
    }

    /** @throws IllegalArgumentException when the text is longer than a code can hold */
    static QrSquares of(String text) {
        try {
            return new QrSquares(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q,
                    EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name(),
                    EncodeHintType.MARGIN, QUIET)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** @return squares along one side */
    int side() {
        return matrix.getWidth();
    }

    void forEachDark(Run run) throws IOException {
        for (int row = 0; row < side(); row++) {
            for (int column = 0; column < side(); column++) {
                int first = column;
                while (column < side() && matrix.get(column, row)) {
                    column++;
                }
                if (column > first) {
                    run.draw(first, row, column - first);
                }
            }
        }
    }
}
