package io.sampan.outside.carrier;

/**
 * A carrier's line, such as {@code express}; its name for people is the text {@code line.<value>}.
 *
 * @param value lower-case letters, digits and hyphens, at most 40
 */
public record LineId(String value) {
    public LineId {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("Not a line's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
