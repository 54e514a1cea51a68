package city.renewal.testing;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;

/** One account of each role, and a second supervisor. */
public record People(Actor planner, Actor engineer, Actor supervisor, Actor secondSupervisor, Actor community,
                     Actor viewer) {

    public static final String PASSWORD = "a long password";

    /** Adds the accounts to a database that has none of them yet. */
    public static People join(Services services) {
        Accounts accounts = services.get(Accounts.class);
        return new People(
                add(accounts, "planner", Role.PLANNER),
                add(accounts, "engineer", Role.ENGINEER),
                add(accounts, "supervisor", Role.SUPERVISOR),
                add(accounts, "second-supervisor", Role.SUPERVISOR),
                add(accounts, "community", Role.COMMUNITY),
                add(accounts, "viewer", Role.VIEWER));
    }

    private static Actor add(Accounts accounts, String login, Role role) {
        return accounts.all().stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseGet(() -> accounts.add(Actor.commandLine(), login, "The " + login, role, PASSWORD))
                .actor();
    }
}
