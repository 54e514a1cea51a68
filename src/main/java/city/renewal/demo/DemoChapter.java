package city.renewal.demo;

/** A part of the demonstration that stands on its plans and reports. */
public interface DemoChapter {

    /** Adds its part, in the transaction in which everything is loaded. */
    void add(DemoScene scene);
}
