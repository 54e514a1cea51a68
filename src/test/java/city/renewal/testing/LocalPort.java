package city.renewal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A free port of this machine on which each caller is answered on a thread of its own. */
final class LocalPort implements AutoCloseable {

    private final ServerSocket socket;
    private final Answer answer;

    /** What a caller is answered, whose connection is closed afterwards. */
    @FunctionalInterface
    interface Answer {
        /** @throws IOException when the caller hung up */
        void give(Socket caller) throws IOException;
    }

    LocalPort(Answer answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int number() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            answer.give(caller);
        } catch (IOException gone) {
            // The caller hung up, or refused what it was shown.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
