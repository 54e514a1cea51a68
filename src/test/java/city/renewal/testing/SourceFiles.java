package city.renewal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's sources in Java and TypeScript, as text, for rules about what is written in them. */
public final class SourceFiles {

    /** Literals come first, so that a comment's sign within one begins no comment, nor a quote within a comment one. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<block>\"{3}.*?\"{3})\
            |(?<text>"(?:\\\\.|[^"\\\\\\n])*+")\
            |(?<other>'(?:\\\\.|[^'\\\\\\n])*+'|`(?:\\\\.|[^`\\\\])*+`)\
            |(?<comment>//[^\\n]*|/\\*.*?\\*/)""", Pattern.DOTALL);

    private SourceFiles() {
    }

    /** @return every file below the folder whose name ends so, such as {@code .java} */
    public static List<Path> below(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return the file's text with its comments left out */
    public static String code(Path file) {
        try {
            return TOKEN.matcher(Files.readString(file)).replaceAll(token ->
                    token.group("comment") == null ? Matcher.quoteReplacement(token.group()) : " ");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return every literal in code without comments, with its quotes: strings, text blocks, characters, templates */
    public static List<String> literals(String code) {
        return TOKEN.matcher(code).results().map(MatchResult::group).toList();
    }
}
