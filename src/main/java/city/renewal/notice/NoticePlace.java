package city.renewal.notice;

import city.renewal.base.Words;

/**
 * A place where a notice holds.
 *
 * @param code      of the place in its project
 * @param stairwell counted from 1; {@link #WHOLE} for the whole place
 */
public record NoticePlace(String code, Words name, int stairwell) {

    /** Every stairwell. */
    public static final int WHOLE = 0;
}
