package io.github.appflowkit.server.http;

/** Follows what stands around the chunks of a body, byte by byte: sizes, line ends, trailers. */
final class ChunkFraming {
    private enum Part {
        SIZE,
        SIZE_END,
        DATA_RETURN,
        DATA_END,
        TRAILER,
        TRAILER_END,
        END
    }

    /** More digits make a size that no body may have. */
    private static final int MAX_SIZE_DIGITS = 7;

    private final StringBuilder line = new StringBuilder();
    private final int maxTrailerBytes;
    private Part part = Part.SIZE;
    private int dataLeft;
    private int trailerBytes;

    ChunkFraming(int maxTrailerBytes) {
        this.maxTrailerBytes = maxTrailerBytes;
    }

    /** How many of the next bytes are the body's own. */
    int dataLeft() {
        return dataLeft;
    }

    void dataRead(int bytes) {
        dataLeft -= bytes;
    }

    boolean isEnd() {
        return part == Part.END;
    }

    /**
     * Takes the next byte that is not the body's own.
     *
     * @throws IllegalArgumentException if it cannot stand there
     */
    void next(byte next) {
        part = switch (part) {
            case SIZE -> size(next);
            case SIZE_END -> sizeEnd(next);
            case DATA_RETURN -> required(next, '\r', Part.DATA_END);
            case DATA_END -> required(next, '\n', Part.SIZE);
            case TRAILER -> trailer(next);
            case TRAILER_END -> trailerEnd(next);
            case END -> throw new IllegalStateException("The body has ended");
        };
    }

    private Part size(byte next) {
        if (next == '\r' && !line.isEmpty()) {
            return Part.SIZE_END;
        }
        // Neither spaces nor extensions: nobody sends them, but for smugglers.
        if (next < 0 || Character.digit(next, 16) < 0 || line.length() == MAX_SIZE_DIGITS) {
            throw new IllegalArgumentException("Not the size of a chunk");
        }
        line.append((char) next);
        return Part.SIZE;
    }

    private Part sizeEnd(byte next) {
        dataLeft = Integer.parseInt(line.toString(), 16);
        line.setLength(0);
        return required(next, '\n', dataLeft == 0 ? Part.TRAILER : Part.DATA_RETURN);
    }

    private Part trailer(byte next) {
        if (++trailerBytes > maxTrailerBytes) {
            throw new IllegalArgumentException("The trailers are too large");
        }
        if (next == '\r') {
            return Part.TRAILER_END;
        }
        if (next >= 0 && next < ' ' && next != '\t' || next == 0x7f) {
            throw new IllegalArgumentException("A control character in a trailer");
        }
        line.append((char) (next & 0xff));
        return Part.TRAILER;
    }

    private Part trailerEnd(byte next) {
        boolean last = line.isEmpty();
        if (!last) {
            HeadSyntax.requireHeader(line.toString());
            line.setLength(0);
        }
        return required(next, '\n', last ? Part.END : Part.TRAILER);
    }

    private static Part required(byte next, char expected, Part then) {
        if (next != expected) {
            throw new IllegalArgumentException("A line end is missing");
        }
        return then;
    }
}
