package city.renewal.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(ConsentItem.class)
@RegisterConstructorMapper(Count.class)
@RegisterConstructorMapper(ConsentItemDao.Scope.class)
interface ConsentItemDao {

    String ITEMS = """
            SELECT id, project_id, kind, title, title_en, explanation, explanation_en, cost_share, legal_basis,
                   participation_share, approval_share, picture, state, opened_at, closes_on, closed_at, passed
              FROM consent_item
            """;

    /** A building that an item asks. */
    record Scope(long itemId, long placeId, String code, String name, @Nullable String nameEn) {
    }

    @SqlUpdate("""
            INSERT INTO consent_item (project_id, kind, title, title_en, explanation, explanation_en, cost_share,
                                      legal_basis, participation_share, approval_share, picture, state)
            VALUES (:projectId, :n.kind, :n.title, :n.titleEn, :n.explanation, :n.explanationEn, :n.costShare,
                    :n.legalBasis, :participation, :approval, :n.picture, 'DRAFT')""")
    @GetGeneratedKeys
    long add(long projectId, @BindMethods("n") NewItem n, String participation, String approval);

    @SqlBatch("INSERT INTO consent_scope (item_id, place_id) VALUES (:itemId, :placeIds)")
    void addScope(long itemId, Collection<Long> placeIds);

    @SqlUpdate("DELETE FROM consent_scope WHERE item_id = :itemId")
    void removeScope(long itemId);

    @SqlUpdate("DELETE FROM consent_item WHERE id = :itemId AND state = 'DRAFT'")
    int removeDraft(long itemId);

    @SqlQuery(ITEMS + "WHERE id = :id")
    Optional<ConsentItem> byId(long id);

    @SqlQuery(ITEMS + "WHERE project_id = :projectId ORDER BY id")
    List<ConsentItem> ofProject(long projectId);

    @SqlQuery(ITEMS + "WHERE state = 'OPEN' AND closes_on < :today ORDER BY id")
    List<ConsentItem> due(LocalDate today);

    /** Whose scans were deleted in due time. */
    @SqlQuery("SELECT id FROM consent_item WHERE project_id = :projectId AND forgotten_at IS NOT NULL")
    List<Long> forgotten(long projectId);

    @SqlQuery("SELECT COUNT(*) FROM consent_item WHERE project_id = :projectId AND state <> 'DRAFT'")
    int countOpened(long projectId);

    @SqlQuery("""
            SELECT s.item_id, s.place_id, l.code, l.name, l.name_en
              FROM consent_scope s
              JOIN consent_item i ON i.id = s.item_id
              JOIN place l        ON l.id = s.place_id
             WHERE i.project_id = :projectId
             ORDER BY s.item_id, l.code""")
    List<Scope> scopes(long projectId);

    @SqlQuery("SELECT COUNT(*) > 0 FROM consent_scope WHERE item_id = :itemId AND place_id = :placeId")
    boolean asks(long itemId, long placeId);

    @SqlUpdate("""
            UPDATE consent_item
               SET state = 'OPEN', opened_at = :at, closes_on = :closesOn
             WHERE id = :itemId AND state = 'DRAFT'""")
    int open(long itemId, OffsetDateTime at, LocalDate closesOn);

    @SqlUpdate("""
            UPDATE consent_item
               SET state = 'CLOSED', closed_at = :at, passed = :passed
             WHERE id = :itemId AND state = 'OPEN'""")
    int close(long itemId, OffsetDateTime at, boolean passed);

    @SqlUpdate("""
            INSERT INTO consent_result (item_id, owners, households, area, voted_households, agree_owners, agree_area, disagree_owners,
                                        disagree_area, abstain_owners, abstain_area)
            VALUES (:c.itemId, :c.owners, :c.households, :c.area, :c.votedHouseholds, :c.agreeOwners, :c.agreeArea, :c.disagreeOwners,
                    :c.disagreeArea, :c.abstainOwners, :c.abstainArea)""")
    void addResult(@BindMethods("c") Count c);

    @SqlQuery("""
            SELECT r.item_id, r.owners, r.households, r.area, r.voted_households, r.agree_owners, r.agree_area,
                   r.disagree_owners, r.disagree_area, r.abstain_owners, r.abstain_area
              FROM consent_result r
              JOIN consent_item i ON i.id = r.item_id
             WHERE i.project_id = :projectId""")
    List<Count> results(long projectId);
}
