package city.renewal.bench;

import java.io.PrintStream;

/**
 * One group of measurements, run by its name.
 *
 * @param name           what it is called on the command line
 * @param about          in one line, what it measures and what it takes after its name
 * @param needsArguments whether it can do nothing without words after its name
 * @param work           measures and prints
 */
record Benchmark(String name, String about, boolean needsArguments, Work work) {

    interface Work {

        /**
         * @param arguments the words after the name, up to the name of the next benchmark
         * @param out       where the figures go
         */
        void run(String[] arguments, PrintStream out) throws Exception;
    }
}
