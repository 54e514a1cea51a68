package city.renewal.plan.interchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is left out while a file is translated. */
final class LeftOutList {

    private static final int EXAMPLES = 5;

    private final Map<LeftOut.What, Integer> counts = new EnumMap<>(LeftOut.What.class);
    private final Map<LeftOut.What, List<String>> examples = new EnumMap<>(LeftOut.What.class);

    void add(LeftOut.What what, String example) {
        add(what, 1);
        List<String> known = examples.computeIfAbsent(what, none -> new ArrayList<>());
        if (known.size() < EXAMPLES && !example.isBlank() && !known.contains(example)) {
            known.add(example);
        }
    }

    void add(LeftOut.What what, int count) {
        if (count > 0) {
            counts.merge(what, count, Integer::sum);
        }
    }

    List<LeftOut> toList() {
        return counts.entrySet().stream()
                .map(entry -> new LeftOut(entry.getKey(), entry.getValue(),
                        examples.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
