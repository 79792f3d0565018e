package io.sampan.simulators.world;

/**
 * A word in the world's two languages.
 *
 * @param zh Chinese
 * @param en English; empty for trade words that no English listing would carry
 */
public record Word(String zh, String en) {

    /** The word in English if so asked, otherwise in Chinese. */
    public String in(boolean english) {
        return english ? en : zh;
    }
}
