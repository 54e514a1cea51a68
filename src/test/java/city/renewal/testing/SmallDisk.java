package city.renewal.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A disk of a few megabytes: memory that Linux mounts in a name space of its own, seen only by the program that is run
 * in it and gone with it. Needs no rights but those that a user has within a name space.
 */
public final class SmallDisk {

    private SmallDisk() {
    }

    /** @return whether this system lets us have one; where not, the reason is printed */
    public static boolean available(Path directory) {
        try {
            Process tried = new ProcessBuilder(command(directory, "64k", List.of("true")))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0) {
                return true;
            }
        } catch (IOException noSuchProgram) {
            // Said below.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        System.out.println("Not tried with a full disk: this system lets nobody mount one (unshare, mount)");
        return false;
    }

    /** Runs a class of the tests' own class path, for which the directory is a disk of that size, such as 64k. */
    public static ChildProgram run(Path directory, String size, Class<?> main) {
        return ChildProgram.of(command(directory, size, List.of(ChildProgram.java(), "-cp",
                System.getProperty("java.class.path"), main.getName(), directory.toString())), Map.of());
    }

    private static List<String> command(Path directory, String size, List<String> inner) {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(List.of("unshare", root ? "--mount" : "--map-root-user", "--mount",
                "sh", "-c", "mount -t tmpfs -o size=\"$1\" tmpfs \"$0\" && shift && exec \"$@\"",
                directory.toString(), size));
        command.addAll(inner);
        return command;
    }
}
