package city.renewal.project.handover;

/**
 * What somebody is given who opens a paper.
 *
 * @param name with its ending, for a reader's disk
 * @param hash of the content, 64 hexadecimal digits
 */
public record PaperFile(String name, String contentType, String hash, byte[] content) {
}
