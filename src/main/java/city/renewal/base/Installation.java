package city.renewal.base;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What kind of installation this is, as the database remembers it. */
public final class Installation {

    private static final String DEMONSTRATION = "demonstration";

    private final SettingDao dao;
    private volatile boolean demonstration;

    public Installation(Jdbi jdbi) {
        dao = jdbi.onDemand(SettingDao.class);
        demonstration = dao.amount(DEMONSTRATION).isPresent();
    }

    /** @return whether the data is the demonstration's, which every page then says */
    public boolean demonstration() {
        return demonstration;
    }

    /** Remembers, inside the caller's transaction, that the data is the demonstration's. */
    public void becomeDemonstration() {
        dao.add(DEMONSTRATION, "yes");
        demonstration = true;
    }

    interface SettingDao {
        @SqlQuery("SELECT amount FROM setting WHERE name = :name")
        Optional<String> amount(String name);

        @SqlUpdate("INSERT INTO setting (name, amount) VALUES (:name, :amount)")
        void add(String name, String amount);
    }
}
