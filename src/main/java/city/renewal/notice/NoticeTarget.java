package city.renewal.notice;

/**
 * Where somebody means a notice to hold.
 *
 * @param code      of a place of the project
 * @param stairwell counted from 1, or {@link NoticePlace#WHOLE}
 */
public record NoticeTarget(String code, int stairwell) {
}
