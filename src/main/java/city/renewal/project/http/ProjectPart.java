package city.renewal.project.http;

import city.renewal.project.Project;

/** What a feature gives to everybody of a public project, at {@code /api/v1/projects/{code}/{name}}. */
public interface ProjectPart {

    /** @return the end of the address: small letters */
    String name();

    /**
     * @param project open to the public
     * @return the answer, written as JSON; records, whose text tells callers whether they have it already
     */
    Object answer(Project project);
}
