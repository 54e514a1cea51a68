package city.renewal.matter;

import java.util.List;

/**
 * All that a firm's people read of a matter that they repair.
 *
 * @param projectId  whose news may change it
 * @param phone      whether the resident's telephone number is known
 * @param phoneOpen  whether the handler opened it to the firm
 * @param steps      what concerns the firm, oldest first
 * @param photos     of the resident
 * @param ownPhotos  of the firm
 */
public record RepairPage(long projectId, Repair repair, boolean phone, boolean phoneOpen, List<MatterStep> steps,
                         List<Long> photos, List<Long> ownPhotos) {
}
