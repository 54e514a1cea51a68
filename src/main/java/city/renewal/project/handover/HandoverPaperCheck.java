package city.renewal.project.handover;

import city.renewal.base.Finding;
import city.renewal.base.SealedFiles;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Compares the files of papers with the hashes under which they were stored. */
public final class HandoverPaperCheck {

    private final HandoverPaperDao dao;
    private final SealedFiles files;

    /** @param files as {@link HandoverPapers#files} gives them */
    public HandoverPaperCheck(Jdbi jdbi, SealedFiles files) {
        this.dao = jdbi.onDemand(HandoverPaperDao.class);
        this.files = files;
    }

    /** Reads every file. @return one finding a file; empty when all is well */
    public List<Finding> findings() {
        return dao.needed().stream().filter(needed -> !files.intact(needed.sha256()))
                .map(needed -> new Finding(files.has(needed.sha256()) ? "check.paper.damaged" : "check.paper.missing",
                        needed.project(), String.valueOf(needed.id()), needed.sha256()))
                .toList();
    }
}
