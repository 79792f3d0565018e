package io.sampan.simulators.world;

/**
 * A colour that goods come in.
 *
 * @param name such as 雾霾蓝 / Haze Blue
 * @param hex  six digits, without the number sign
 */
public record Colour(Word name, String hex) {}
