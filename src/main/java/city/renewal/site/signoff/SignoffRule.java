package city.renewal.site.signoff;

import city.renewal.base.Words;
import java.util.List;

/**
 * What a supervisor looks at before a type of work is signed off.
 *
 * @param workType  an id of {@code config/work-types.yaml}
 * @param blocks    whether a task after it must not begin before the signature
 * @param concealed whether the next process covers it
 */
public record SignoffRule(String workType, boolean blocks, boolean concealed, List<Check> checks) {

    /** @param id stable: it is stored with signatures */
    public record Check(String id, Words words) {
    }
}
