package city.renewal.plan.template;

import city.renewal.schedule.LinkType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a work item waits for, as planners write it: {@code facade}, {@code scaffold SS+2}, {@code drains FF+1}.
 *
 * @param item    id of the item waited for
 * @param lagDays working days, negative for a lead
 */
public record Predecessor(String item, LinkType type, int lagDays) {

    private static final Pattern NOTATION = Pattern.compile("([a-z0-9-]+)(?: (FS|SS|FF|SF)([+-]\\d+)?)?");

    static Predecessor parse(String written) {
        Matcher parts = NOTATION.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + written + "' is no predecessor such as 'roof' or 'roof SS+2'");
        }
        return new Predecessor(parts.group(1),
                parts.group(2) == null ? LinkType.FINISH_TO_START : type(parts.group(2)),
                parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
    }

    /** @return it as planners write it, which {@link #parse} reads back */
    String written() {
        String kind = type == LinkType.FINISH_TO_START && lagDays == 0 ? "" : " " + type.code();
        return item + kind + (lagDays == 0 ? "" : (lagDays > 0 ? "+" : "") + lagDays);
    }

    static LinkType type(String code) {
        for (LinkType type : LinkType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No link type " + code);
    }
}
