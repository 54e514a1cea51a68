package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The process in which {@link ScheduleFileReader} reads a foreign file, so that a hang, a crash or a flood of memory
 * stays there. Ends with its parent.
 */
public final class ReadPlanProcess {

    private static final int ORPHANED = 4;

    private ReadPlanProcess() {
    }

    /** @param args the folder of the exchange */
    public static void main(String[] args) {
        endWithParent();
        System.exit(run(args));
    }

    /**
     * Reads the file in the exchange folder and leaves the answer there.
     *
     * @return 0 when an answer was left, be it a refusal; 1 otherwise
     */
    static int run(String[] args) {
        ReadExchange exchange = new ReadExchange(Path.of(args[0]));
        try {
            exchange.answer(read(exchange));
            return 0;
        } catch (IOException noAnswer) {
            return 1;
        }
    }

    private static ReadExchange.Answer read(ReadExchange exchange) throws IOException {
        ReadExchange.Request request = exchange.request();
        try {
            PlanDocument document = new ScheduleParser(request.mostBytes(), request.dayForUndated())
                    .parse(exchange.input(), request.fileName());
            return new ReadExchange.Answer(document, null, List.of());
        } catch (UnreadableFileException refused) {
            return new ReadExchange.Answer(null, refused.reason(), refused.parameters());
        } catch (IOException | RuntimeException | StackOverflowError anything) {
            // Whatever a damaged file makes the readers throw, it says the same of the file.
            return new ReadExchange.Answer(null, Reason.DAMAGED, List.of());
        }
    }

    /** The parent holds the other end of standard input; when it dies, the pipe closes. */
    private static void endWithParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // nothing is ever written
                }
            } catch (IOException closed) {
                // as good as an end
            }
            Runtime.getRuntime().halt(ORPHANED);
        }, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
