package city.renewal.consent;

import city.renewal.base.Refusal;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How a household's code is written: ten random signs (50 bits) and two check letters, in groups of four. The signs are
 * Crockford's 32, without I, L, O and U, so that nothing looks like another. The check letters are the remainder of
 * the code, as a number, by the prime 1021: they find every single wrong sign and every two neighbours changed over.
 */
final class CodeText {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM = 10;
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int PRIME = 1021;

    private CodeText() {
    }

    static String make(SecureRandom random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < RANDOM; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code + check(code);
    }

    private static String check(CharSequence code) {
        int rest = 0;
        for (int i = 0; i < RANDOM; i++) {
            rest = (rest * SIGNS.length() + SIGNS.indexOf(code.charAt(i))) % PRIME;
        }
        return "" + SIGNS.charAt(rest / SIGNS.length()) + SIGNS.charAt(rest % SIGNS.length());
    }

    /**
     * @param typed as people type it: any case, spaces, hyphens, letters of full width, O for 0 and I or L for 1
     * @return the code as it was made
     * @throws Refusal when it cannot be one, because it is too short or long or its check letters do not fit
     */
    static String read(String typed) {
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-\u2010-\u2015\u2212_.]", "")
                .replace('O', '0').replace('I', '1').replace('L', '1');
        if (code.length() != LENGTH) {
            throw new Refusal("code.length", LENGTH);
        }
        if (!code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0) || !code.endsWith(check(code))) {
            throw new Refusal("code.mistyped");
        }
        return code;
    }

    /** @return in groups, as it is printed */
    static String shown(String code) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < code.length(); i += GROUP) {
            shown.append(i == 0 ? "" : "-").append(code, i, i + GROUP);
        }
        return shown.toString();
    }
}
