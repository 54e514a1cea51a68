package city.renewal.base.http;

import city.renewal.base.Refusal;

/** A request that cannot be answered as asked, with the status that says so. The words are those of a refusal. */
public final class Problem extends Refusal {

    private final int status;

    /**
     * @param status     an HTTP status of 400 or above
     * @param key        a key of the resource bundles, which is also the problem's code
     * @param parameters what the text's {@code {0}}, {@code {1}} … stand for
     */
    public Problem(int status, String key, Object... parameters) {
        super(key, parameters);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
