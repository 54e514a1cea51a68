package city.renewal;

import city.renewal.app.CommandLineInterface;

/** The program on Java 21 or later: runs one command and ends with its exit code. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        int code = CommandLineInterface.run(arguments);
        if (code != CommandLineInterface.KEEPS_SERVING) {
            System.exit(code);
        }
    }
}
