package city.renewal.consent;

import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Vault;
import city.renewal.project.Projects;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The services of votes, which are built together because they write one record. */
public record ConsentServices(
        HouseholdRegister register,
        HouseholdCodes codes,
        Consents items,
        Ballots ballots,
        ConsentLetters letters,
        ConsentRecord record) {

    /**
     * @param clock         whose day decides which votes are taken
     * @param publicAddress where residents reach the program, without a slash at its end; empty where nobody said
     */
    public static ConsentServices of(Jdbi jdbi, Vault vault, ConsentFiles files, Projects projects, Messages messages,
                                     AuditTrail audit, ChangeFeed feed, Clock clock, String publicAddress) {
        ConsentChain chain = new ConsentChain(jdbi, clock);
        HouseholdRegister register = new HouseholdRegister(jdbi, chain, vault, projects, messages, audit, clock);
        HouseholdCodes codes = new HouseholdCodes(jdbi, chain, vault, projects, audit, clock);
        return new ConsentServices(register, codes,
                new Consents(jdbi, register, chain, audit, feed, clock),
                new Ballots(jdbi, codes, chain, files, vault, audit, feed, clock),
                new ConsentLetters(register, codes, messages, clock, publicAddress),
                new ConsentRecord(jdbi, clock));
    }
}
