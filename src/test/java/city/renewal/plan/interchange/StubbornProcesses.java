package city.renewal.plan.interchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Stand-ins for the reading process that misbehave as one reading a hostile file might. */
final class StubbornProcesses {

    private StubbornProcesses() {
    }

    /** Never answers. */
    static final class Hanging {
        public static void main(String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Dies as if the operating system had ended it. */
    static final class Dying {
        public static void main(String[] args) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Takes all the memory it can get. */
    static final class Swelling {
        public static void main(String[] args) {
            List<long[]> hoard = new ArrayList<>();
            while (hoard.size() < Integer.MAX_VALUE) {
                hoard.add(new long[1 << 20]);
            }
        }
    }

    /** Ends well without an answer. */
    static final class Silent {
        public static void main(String[] args) {
            // nothing to say
        }
    }

    /** Leaves half an answer. */
    static final class Truncating {
        public static void main(String[] args) throws Exception {
            Files.writeString(Path.of(args[0], "answer.json"), "{\"document\":{\"format\":\"MPP\",\"title\":\"ha");
        }
    }

    /** Fills the disk. */
    static final class Flooding {
        public static void main(String[] args) throws Exception {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                Files.write(Path.of(args[0], "flood" + i), block);
            }
            new CountDownLatch(1).await();
        }
    }
}
