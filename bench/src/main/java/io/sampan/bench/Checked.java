package io.sampan.bench;

/** What became of one vector. */
sealed interface Checked {
    record Right() implements Checked {}

    record Wrong(String why) implements Checked {}

    /** The shop has no code for its kind. */
    record Unknown() implements Checked {}

    static Checked equal(String expected, String computed) {
        return computed.equals(expected) ? new Right() : new Wrong("expected " + expected + ", computed " + computed);
    }

    static Checked held(boolean right) {
        return right ? new Right() : new Wrong("refused what is right, or took what is not");
    }
}
