package city.renewal.base.print;

import java.util.HashSet;
import java.util.Set;

/** Names of the sheets of one workbook, as spreadsheets allow them. For one thread. */
public final class SheetNames {

    /** Characters that a sheet's name may have. */
    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>();

    /** @return the title without the signs that no sheet's name may have, cut to length, and numbered when it was given before */
    public String of(String title) {
        String plain = title.replaceAll("[\\[\\]*/\\\\?:']", " ").strip();
        String name = plain.isEmpty() ? "1" : cut(plain, LONGEST);
        for (int number = 2; !taken.add(name); number++) {
            String end = " " + number;
            name = cut(plain, LONGEST - end.length()) + end;
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
