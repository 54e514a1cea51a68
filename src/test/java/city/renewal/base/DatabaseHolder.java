package city.renewal.base;

import java.io.IOException;
import java.nio.file.Path;

/** A second process that opens a database, says so, and holds it until its input ends. */
final class DatabaseHolder {

    private DatabaseHolder() {
    }

    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])))) {
            System.out.println("holding schema " + database.schema());
            System.in.read();
        } catch (Refusal refused) {
            System.out.println("refused " + refused.key());
        }
    }
}
