package city.renewal.schedule;

import java.util.Arrays;

/**
 * Numbers ids from 0 in the order they are added, without boxing. Ids that lie close together, as a database gives
 * them, are looked up directly, others in a hash table.
 */
final class IdIndex {

    /** How much larger than the number of ids the range may be that they are spread over. */
    private static final int SPREAD = 4;

    private final long[] ids;
    private final int[] slots;
    private final boolean direct;
    private final long base;
    private int size;

    /** @param ids all ids that may be added */
    IdIndex(long[] ids) {
        this.ids = ids;
        base = Arrays.stream(ids).min().orElse(0);
        long range = Arrays.stream(ids).max().orElse(0) - base + 1;
        direct = range > 0 && range <= (long) SPREAD * ids.length + SPREAD;
        int powerOfTwo = Integer.highestOneBit(Math.max(1, ids.length)) * SPREAD;
        slots = new int[direct ? (int) range : powerOfTwo];
        Arrays.fill(slots, -1);
    }

    /** Adds the next of the ids. @return false when it is there already */
    boolean addNext() {
        int slot = slotOf(ids[size]);
        if (slots[slot] >= 0) {
            return false;
        }
        slots[slot] = size++;
        return true;
    }

    long id(int number) {
        return ids[number];
    }

    /** @return the id's number, or -1 */
    int of(long id) {
        int slot = slotOf(id);
        return slot < 0 ? -1 : slots[slot];
    }

    private int slotOf(long id) {
        if (direct) {
            long offset = id - base;
            return offset >= 0 && offset < slots.length ? (int) offset : -1;
        }
        int mask = slots.length - 1;
        int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (slots[slot] >= 0 && ids[slots[slot]] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
