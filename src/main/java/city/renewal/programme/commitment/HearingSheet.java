package city.renewal.programme.commitment;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.matter.MatterKind;
import city.renewal.matter.MatterRules;
import city.renewal.programme.PublishedFigures;
import city.renewal.project.Kinds;
import city.renewal.site.paper.Paper;
import city.renewal.site.paper.PaperPdf;
import city.renewal.site.photo.PhotoCopy;
import city.renewal.site.photo.Photos;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sheet that an officer takes to a hearing (百姓问政): all that is known of one commitment on A4, as of one moment, with
 * a QR code that leads everybody to the public page of the same. For staff, because it names who answers for catching up.
 */
public final class HearingSheet {

    private final Commitments commitments;
    private final MatterRules matters;
    private final Photos photos;
    private final Kinds kinds;
    private final PublishedFigures figures;
    private final Messages messages;
    private final Installation installation;
    private final Clock clock;
    private final String publicAddress;

    /**
     * @param clock         in the configured zone
     * @param publicAddress where residents reach the program, without a slash at its end; empty where nobody said
     */
    public HearingSheet(Commitments commitments, MatterRules matters, Photos photos, Kinds kinds,
                        PublishedFigures figures, Messages messages, Installation installation, Clock clock,
                        String publicAddress) {
        this.commitments = commitments;
        this.matters = matters;
        this.photos = photos;
        this.kinds = kinds;
        this.figures = figures;
        this.messages = messages;
        this.installation = installation;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    /**
     * Writes the sheet as PDF.
     *
     * @param reader who signed in
     * @param machine where the program was reached, without a slash at its end; used where no public address is set
     * @param out    left open
     * @throws Refusal when there is no such commitment
     */
    public void write(Actor reader, int year, int number, Locale locale, String machine, OutputStream out)
            throws IOException {
        CommitmentPage page = commitments.page(year, number)
                .orElseThrow(() -> new Refusal("commitment.unknown", String.valueOf(year), number));
        Formats formats = new Formats(messages, locale, LocalDate.now(clock));
        CommitmentWords words = new CommitmentWords(formats, kinds, figures);
        // Disputes between neighbours are nobody else's, not even as a number.
        Map<String, String> kindNames = matters.kinds().stream().filter(kind -> !kind.dispute())
                .collect(Collectors.toMap(MatterKind::id, kind -> words.words(kind.name())));
        List<OpenMatters> open = commitments.openMatters(page.line()).stream()
                .filter(each -> kindNames.containsKey(each.kind())).toList();
        String address = (publicAddress.isEmpty() ? machine : publicAddress) + "/commitments/" + year + "/" + number;
        Paper paper = new HearingPaper(page, open, kindNames, this::copy, words, clock, address)
                .paper(reader.name(), installation.demonstration());
        new PaperPdf(formats).write(paper, out);
    }

    /** As everybody may see it, also on air. */
    private List<Paper.Picture> copy(ProjectPhoto photo, String caption) {
        return photos.copy(photo.id(), PhotoCopy.STAMPED, null).stream()
                .map(shown -> new Paper.Picture(shown.file(), caption)).toList();
    }
}
