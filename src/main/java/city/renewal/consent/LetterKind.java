package city.renewal.consent;

import java.util.List;

/** What a letter asks a household to do with its code. */
public enum LetterKind {
    VOTE("vote/", "letter.title", "letter.about",
            List.of("letter.until", "letter.once", "letter.keep", "letter.paper", "letter.proof"), "letter.english"),
    VISIT("visit/", "letter.visit.title", "letter.visit.about",
            List.of("letter.until", "letter.visit.change", "letter.keep", "letter.visit.phone"),
            "letter.visit.english");

    private final String path;
    private final String title;
    private final String about;
    private final List<String> points;
    private final String english;

    LetterKind(String path, String title, String about, List<String> points, String english) {
        this.path = path;
        this.title = title;
        this.about = about;
        this.points = points;
        this.english = english;
    }

    /** @return where its page is, before the project's code and without a slash at the beginning */
    public String path() {
        return path;
    }

    String title() {
        return title;
    }

    String about() {
        return about;
    }

    List<String> points() {
        return points;
    }

    String english() {
        return english;
    }
}
