package city.renewal.schedule;

import java.util.Arrays;

/** Numbers ids from 0 in the order they are added: a hash table of longs, because boxing costs more than the passes. */
final class IdIndex {

    private final long[] ids;
    private final int[] slots;
    private final int mask;
    private int size;

    IdIndex(int capacity) {
        ids = new long[capacity];
        slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, capacity)) << 2)];
        mask = slots.length - 1;
        Arrays.fill(slots, -1);
    }

    /** @return false when the id is there already */
    boolean add(long id) {
        int slot = slotOf(id);
        if (slots[slot] >= 0) {
            return false;
        }
        ids[size] = id;
        slots[slot] = size++;
        return true;
    }

    /** @return the id's number, or -1 */
    int of(long id) {
        return slots[slotOf(id)];
    }

    private int slotOf(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] >= 0 && ids[slots[slot]] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
