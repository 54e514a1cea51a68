package city.renewal.visit;

/**
 * What a household tells the crew with an appointment; blank for nothing.
 *
 * @param remark such as a dog, or which bell to ring; at most {@link #LONGEST_REMARK} characters
 * @param phone  a telephone number, under which the crew calls
 */
public record Contact(String remark, String phone) {

    public static final int LONGEST_REMARK = 200;
    public static final int LONGEST_PHONE = 20;

    public static final Contact NONE = new Contact("", "");

    /** Keeps both out of logs. */
    @Override
    public String toString() {
        return "Contact";
    }
}
