package io.sampan.windows.frame;

/** @param key beginning of the text keys of this error, such as {@code error.404} */
public record ErrorView(int status, String key) {}
