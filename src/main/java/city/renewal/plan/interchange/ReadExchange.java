package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The private folder through which the server and the process that reads a foreign file talk: the file, what is asked
 * about it, and the answer, which appears in one piece or not at all.
 *
 * @param folder nobody else's
 */
record ReadExchange(Path folder) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What is asked.
     *
     * @param fileName      as the user knows it
     * @param mostBytes     limit for a file unpacked from an archive
     * @param dayForUndated start of a plan whose format has no dates
     */
    record Request(String fileName, long mostBytes, LocalDate dayForUndated) {
    }

    /**
     * What comes back: a document, or why there is none.
     *
     * @param parameters of the reason
     */
    record Answer(@Nullable PlanDocument document, @Nullable Reason refused, List<String> parameters) {
    }

    Path input() {
        return folder.resolve("input");
    }

    void ask(Request request) throws IOException {
        Files.write(folder.resolve("request.json"), JSON.writeValueAsBytes(request));
    }

    Request request() throws IOException {
        return JSON.readValue(Files.readAllBytes(folder.resolve("request.json")), Request.class);
    }

    void answer(Answer answer) throws IOException {
        Path draft = folder.resolve("answer.draft");
        Files.write(draft, JSON.writeValueAsBytes(answer));
        Files.move(draft, folder.resolve("answer.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * @throws IOException             when there is no answer, or none that can be understood
     * @throws UnreadableFileException when the answer is longer than the limit
     */
    Answer answer(long mostBytes) throws IOException, UnreadableFileException {
        Path file = folder.resolve("answer.json");
        long size = Files.size(file);
        if (size > mostBytes) {
            throw new UnreadableFileException(Reason.TOO_LARGE, megabytes(size), megabytes(mostBytes));
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Answer.class);
        } catch (JacksonException garbled) {
            throw new IOException(garbled);
        }
    }

    static String megabytes(long bytes) {
        return Long.toString((bytes + (1 << 20) - 1) >> 20);
    }
}
