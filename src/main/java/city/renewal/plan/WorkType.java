package city.renewal.plan;

import city.renewal.base.Words;

/**
 * What a task does, as far as a rule asks for it.
 *
 * @param id      stable, such as {@code trenches}
 * @param outdoor whether weather stops it
 * @param noisy   whether it is barred at night near homes and in exam weeks
 * @param alert   whether an orange air-pollution alert stops it
 * @param ground  what it does to the street
 * @param heating whether it is barred in the heating season
 * @param closes  whether it takes a street from traffic
 */
public record WorkType(
        String id, Words name, boolean outdoor, boolean noisy, Alert alert, Ground ground, boolean heating,
        boolean closes) {

    /** What an orange air-pollution alert does to the work. */
    public enum Alert {
        NONE,
        /** Stops it, except in livelihood-guarantee works (保障类工程). */
        UNLESS_GUARANTEE,
        ALL
    }

    /** What the work does to a street. */
    public enum Ground {
        NONE,
        /** Opens it. */
        DIGS,
        /** Gives it a surface that must not be opened for years (城市道路管理条例 33). */
        SURFACES
    }
}
