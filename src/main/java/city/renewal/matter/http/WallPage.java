package city.renewal.matter.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was answered, for everybody. */
public record WallPage(Frame frame, String about, String report, @Nullable String all, List<Entry> entries,
                       @Nullable String newer, @Nullable String older) {

    public record Entry(String kind, String project, String address, String when, String report, String answer) {
    }
}
