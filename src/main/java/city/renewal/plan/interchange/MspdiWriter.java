package city.renewal.plan.interchange;

import java.io.IOException;
import java.io.OutputStream;
import org.mpxj.mspdi.MSPDIWriter;

/**
 * Writes a plan as Microsoft Project's XML. Reading the result back gives the same tree, dates, durations, links,
 * constraints, calendars, progress, baselines, notes, codes and quantities; a percentage is rounded to a whole one, as
 * the format demands, and one counted in units becomes one of the duration. Keeps no state; may be shared between
 * threads.
 */
public final class MspdiWriter {

    /** @param out left open */
    public void write(PlanDocument document, OutputStream out) throws IOException {
        MSPDIWriter writer = new MSPDIWriter();
        writer.setWriteTimephasedData(false);
        writer.write(new ForeignProject(document).build(), out);
    }
}
