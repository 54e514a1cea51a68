package city.renewal.project.handover;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Scan;
import city.renewal.base.SealedFiles;
import city.renewal.base.Vault;
import city.renewal.project.ProjectPeople;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.coobird.thumbnailator.Thumbnails;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Papers with acceptances and hand-overs. They carry signatures, which are personal data: the files are sealed, each
 * opening is in the audit trail, and residents read a paper only once an officer has said so of this very one. Nothing is
 * overwritten or removed: a paper that was put by mistake is withdrawn with a reason and stays listed. Safe for any number
 * of threads.
 */
public final class HandoverPapers {

    /** The most that one file may have. */
    public static final int MEGABYTES = 20;
    /** Characters that a title may have. */
    public static final int LONGEST_TITLE = 100;
    /** Papers that one acceptance or hand-over may have, withdrawn ones apart. */
    public static final int MOST = 30;

    private static final int LONGEST_FILE_NAME = 200;
    private static final int LONGEST_SIDE = 2_000;
    private static final double QUALITY = 0.85;
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"<>|?*:/\\\\]");

    private final Jdbi jdbi;
    private final HandoverPaperDao dao;
    private final ProjectPeople people;
    private final SealedFiles files;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    /** @param files as {@link #files} gives them */
    public HandoverPapers(Jdbi jdbi, ProjectPeople people, SealedFiles files, AuditTrail audit, ChangeFeed feed,
                          Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(HandoverPaperDao.class);
        this.people = people;
        this.files = files;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return where the papers of a data directory lie; nothing is made in it */
    public static SealedFiles files(Path directory, Vault vault) {
        return new SealedFiles(directory.resolve("handover-papers"), vault, "paper of a hand-over");
    }

    /** @return whether the role may open papers that are not public; the project's people are asked for besides */
    public static boolean mayRead(Actor actor) {
        return actor.is(Role.PLANNER, Role.SUPERVISOR, Role.OFFICER, Role.ADMINISTRATOR);
    }

    /** @return every paper of a project, oldest first, withdrawn ones among them, in one statement */
    public List<HandoverPaper> of(long projectId) {
        return dao.ofProject(projectId);
    }

    /**
     * Puts a paper. Reads no further than the limit; the stream stays open.
     *
     * @return its id; residents do not see it
     * @throws Refusal when the actor is no planner or administrator, or not the project's; there is no such record; the
     *                 title is missing or too long; the file is no paper, see {@link Scan#of}, or too large; there are too
     *                 many; or the same file is there already. Nothing is kept then
     */
    public long put(Actor actor, NewPaper made, InputStream content) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        NewPaper paper = new NewPaper(made.acceptanceId(), made.handoverId(),
                HandoverTexts.required(made.title(), "handover.paper.title.missing", LONGEST_TITLE),
                fileName(made.fileName()));
        byte[] bytes = SealedFiles.read(content, MEGABYTES);
        Scan scan = Scan.of(bytes);
        long project = project(paper);
        long id = jdbi.inTransaction(handle -> {
            lock(handle.attach(HandoverDao.class), actor, project);
            List<HandoverPaper> there = dao.standing(paper);
            if (there.size() >= MOST) {
                throw new Refusal("handover.paper.many", MOST);
            }
            String sha256 = files.keep(bytes);
            there.stream().filter(each -> each.sha256().equals(sha256)).findFirst().ifPresent(same -> {
                throw new Refusal("handover.paper.same", same.title());
            });
            long added = dao.add(paper, scan, bytes.length, sha256, actor.accountId(), actor.name(), now());
            audit.record(actor, "handover.paper.put", "paper:" + added, null, paper.title() + " " + sha256);
            return added;
        });
        publish(actor, project);
        return id;
    }

    private long project(NewPaper paper) {
        Optional<Long> project = paper.acceptanceId() != null ? dao.projectOfAcceptance(paper.acceptanceId())
                : paper.handoverId() != null ? dao.projectOfHandover(paper.handoverId()) : Optional.empty();
        return project.orElseThrow(() -> new Refusal("handover.paper.record"));
    }

    private void lock(HandoverDao records, Actor actor, long project) {
        records.lockProject(project);
        people.require(actor, project);
    }

    /** @return the sender's name without folders and what no name has */
    private static String fileName(String given) {
        String name = NO_NAME.matcher(FOLDERS.matcher(given).replaceFirst("")).replaceAll("").strip();
        return name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
    }

    /**
     * Lets residents read a paper. Of a picture they are given a copy without what the camera wrote.
     *
     * @param covered that the actor looked through it: names, signatures and numbers are covered, or those whose they are
     *                agreed (个人信息保护法)
     * @throws Refusal when the actor is no planner or administrator, or not the project's; without that word; when it is
     *                 open already or was withdrawn, or its record does not count
     */
    public void open(Actor actor, long id, boolean covered) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (!covered) {
            throw new Refusal("handover.paper.uncovered");
        }
        step(actor, id, HandoverPaper.Act.OPENED, null);
    }

    /** Lets residents read a paper no longer. @throws Refusal as {@link #open}, or when they may not read it */
    public void close(Actor actor, long id) {
        step(actor, id, HandoverPaper.Act.CLOSED, null);
    }

    /**
     * Says that a paper counts no more; it stays listed with the reason, and residents may not read it.
     *
     * @throws Refusal as {@link #open}; without a reason
     */
    public void withdraw(Actor actor, long id, String why) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        step(actor, id, HandoverPaper.Act.WITHDRAWN,
                HandoverTexts.required(why, "handover.paper.why.missing", Warranties.LONGEST_WHY));
    }

    private void step(Actor actor, long id, HandoverPaper.Act act, @Nullable String why) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        long project = jdbi.inTransaction(handle -> {
            lock(handle.attach(HandoverDao.class), actor, find(id).projectId());
            HandoverPaperDao.Stored paper = find(id);
            if (paper.act() == HandoverPaper.Act.WITHDRAWN) {
                throw new Refusal("handover.paper.withdrawn");
            }
            if ((act == HandoverPaper.Act.CLOSED) != (paper.act() == HandoverPaper.Act.OPENED)
                    && act != HandoverPaper.Act.WITHDRAWN) {
                throw new Refusal("handover.paper.changed");
            }
            if (act == HandoverPaper.Act.OPENED && !paper.counts()) {
                throw new Refusal("handover.paper.corrected");
            }
            dao.step(id, act, why, act == HandoverPaper.Act.OPENED ? copy(paper) : null, actor.accountId(), actor.name(),
                    now());
            audit.record(actor, "handover.paper.step", "paper:" + id,
                    paper.act() == null ? null : paper.act().name(), act + (why == null ? "" : ": " + why));
            return paper.projectId();
        });
        publish(actor, project);
    }

    private HandoverPaperDao.Stored find(long id) {
        return dao.byId(id).orElseThrow(() -> new Refusal("handover.paper.unknown"));
    }

    /** @return hash of what residents are given */
    private String copy(HandoverPaperDao.Stored paper) {
        if (!paper.scanType().picture()) {
            return paper.sha256();
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try {
            Thumbnails.of(new ByteArrayInputStream(content(paper.sha256()))).size(LONGEST_SIDE, LONGEST_SIDE)
                    .outputFormat("jpg").outputQuality(QUALITY).toOutputStream(copy);
        } catch (IOException unreadable) {
            throw new Refusal("scan.unreadable");
        }
        return files.keep(copy.toByteArray());
    }

    private byte[] content(String sha256) {
        return files.open(sha256).orElseThrow(() -> new Refusal("handover.paper.lost"));
    }

    /**
     * Opens a paper as it was put; the audit trail keeps who did.
     *
     * @return empty when there is none, or not for this reader
     * @throws Refusal when its file is lost or was changed
     */
    public Optional<PaperFile> read(Actor reader, long id) {
        return dao.byId(id).filter(paper -> mayRead(reader) && people.open(reader, paper.projectId())).map(paper -> {
            byte[] content = content(paper.sha256());
            audit.record(reader, "handover.paper.read", "paper:" + id, null, null);
            return file(paper, paper.scanType(), paper.sha256(), content);
        });
    }

    /**
     * @return what residents are given, empty when there is nothing for them
     * @throws Refusal when its file is lost or was changed
     */
    public Optional<PaperFile> readOpen(long id) {
        return dao.byId(id).filter(HandoverPaperDao.Stored::open)
                .flatMap(paper -> Optional.ofNullable(paper.copySha256()).map(copy -> file(paper,
                        paper.scanType().picture() ? Scan.JPEG : Scan.PDF, copy, content(copy))));
    }

    private static PaperFile file(HandoverPaperDao.Stored paper, Scan scan, String sha256, byte[] content) {
        return new PaperFile(NO_NAME.matcher(paper.title()).replaceAll("") + scan.ending(), scan.contentType(), sha256,
                content);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private void publish(Actor actor, long projectId) {
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }
}
