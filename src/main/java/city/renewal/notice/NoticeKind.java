package city.renewal.notice;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about, from {@code config/notices.yaml}.
 *
 * @param id          stable: {@code water}, {@code gas} …; at most 16 characters
 * @param cut         whether something that a household needs is away
 * @param nightWork   when it needs a permit for the night
 * @param lead        null where no rule demands one
 */
public record NoticeKind(String id, Words name, boolean cut, NightWork nightWork, @Nullable LeadTime lead) {
}
