package city.renewal.demo;

/** Variety that is the same on every machine: numbers that depend on a key alone. */
final class Noise {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Noise() {
    }

    /** @return a number from 0 to below 1 */
    static double of(String key) {
        long hash = FNV_BASIS;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        // FNV leaves the high bits of short keys alike; two rounds of mixing spread them.
        hash = (hash ^ hash >>> 32) * GOLDEN;
        hash = (hash ^ hash >>> 29) * GOLDEN;
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** @return a number from 0 to below the bound */
    static int below(int bound, String key) {
        return (int) (of(key) * bound);
    }
}
