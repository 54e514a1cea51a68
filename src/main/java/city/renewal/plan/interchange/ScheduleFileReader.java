package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads schedule files of other tools, safely: each in a process of its own with bounded memory, time and disk, whose
 * folder is removed afterwards whatever happens. Keeps no state; may be shared between threads, at most two of which
 * read at a time while others wait.
 */
public final class ScheduleFileReader {

    private static final int AT_A_TIME = 2;
    private static final int EXIT_OUT_OF_MEMORY = 3;
    private static final long WATCH_MILLIS = 50;
    private static final List<String> KEPT_ENVIRONMENT = List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

    private final ReadLimits limits;
    private final Clock clock;
    private final Class<?> process;
    private final Path temporary;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    /** @param clock gives the day on which a plan starts whose format has no dates */
    public ScheduleFileReader(ReadLimits limits, Clock clock) {
        this(limits, clock, ReadPlanProcess.class, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * @param process   the class whose main method reads the file
     * @param temporary the folder in which each reading makes, and removes, a folder of its own
     */
    ScheduleFileReader(ReadLimits limits, Clock clock, Class<?> process, Path temporary) {
        this.limits = limits;
        this.clock = clock;
        this.process = process;
        this.temporary = temporary;
    }

    /**
     * @param file the file; it is only read
     * @param name its name as the user knows it, for a plan without a title of its own
     * @throws UnreadableFileException when it cannot be read, for whatever reason
     * @throws UncheckedIOException    when there is no room for temporary files, or no process can be started
     * @throws CancellationException   when the thread is interrupted; its interrupt flag stays set
     */
    public PlanDocument read(Path file, String name) throws UnreadableFileException {
        try {
            turns.acquire();
            try {
                return readInFolder(file, name);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while reading " + name);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private PlanDocument readInFolder(Path file, String name)
            throws IOException, InterruptedException, UnreadableFileException {
        ReadExchange exchange = new ReadExchange(Files.createTempDirectory(temporary, "renewal-import-"));
        try {
            copy(file, exchange.input());
            exchange.ask(new ReadExchange.Request(name, limits.fileBytes(), LocalDate.now(clock)));
            runProcess(exchange);
            ReadExchange.Answer answer = answerOf(exchange);
            if (answer.refused() != null) {
                throw new UnreadableFileException(answer.refused(), answer.parameters().toArray(String[]::new));
            }
            if (answer.document() == null) {
                throw new UnreadableFileException(Reason.DAMAGED);
            }
            return answer.document();
        } finally {
            remove(exchange.folder());
        }
    }

    private void copy(Path file, Path target) throws IOException, UnreadableFileException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnreadableFileException(Reason.MISSING);
        }
        long size = Files.size(file);
        if (size > limits.fileBytes()) {
            throw tooLarge(size);
        }
        try (InputStream in = Files.newInputStream(file); OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limits.fileBytes()) {
                    throw tooLarge(total);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private UnreadableFileException tooLarge(long size) {
        return new UnreadableFileException(Reason.TOO_LARGE, ReadExchange.megabytes(size),
                ReadExchange.megabytes(limits.fileBytes()));
    }

    private void runProcess(ReadExchange exchange) throws IOException, InterruptedException, UnreadableFileException {
        Process child = start(exchange.folder());
        try {
            long deadline = System.nanoTime() + limits.time().toNanos();
            while (!child.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > deadline) {
                    throw new UnreadableFileException(Reason.TOO_SLOW, Long.toString(limits.time().toSeconds()));
                }
                long onDisk = size(exchange.folder());
                if (onDisk > limits.diskBytes()) {
                    throw new UnreadableFileException(Reason.TOO_LARGE, ReadExchange.megabytes(onDisk),
                            ReadExchange.megabytes(limits.diskBytes()));
                }
            }
            if (child.exitValue() == EXIT_OUT_OF_MEMORY) {
                throw new UnreadableFileException(Reason.TOO_MUCH_MEMORY, Integer.toString(limits.heapMegabytes()));
            }
            if (child.exitValue() != 0) {
                throw new UnreadableFileException(Reason.DAMAGED);
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
    }

    private Process start(Path folder) throws IOException {
        String java = ProcessHandle.current().info().command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessBuilder builder = new ProcessBuilder(java,
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError", "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Djava.io.tmpdir=" + folder, "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"),
                process.getName(), folder.toString());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT_ENVIRONMENT);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private ReadExchange.Answer answerOf(ReadExchange exchange) throws UnreadableFileException {
        try {
            return exchange.answer(limits.answerBytes());
        } catch (IOException noneOrGarbled) {
            throw new UnreadableFileException(Reason.DAMAGED);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (UncheckedIOException vanished) {
            return 0;
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
