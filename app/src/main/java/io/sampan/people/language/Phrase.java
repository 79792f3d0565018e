package io.sampan.people.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** One text of a bundle, read once and spoken often by many threads. */
sealed interface Phrase {
    /** @param shown how a value is written that stands in the text as it is */
    String speak(Map<String, Object> values, Function<Object, String> shown);

    /** @throws IllegalArgumentException when it is no ICU message */
    static Phrase of(String text, Locale locale) {
        var pattern = new MessagePattern(text);
        var pieces = new ArrayList<Piece>();
        var fixed = new StringBuilder();
        int from = 0;
        for (int i = 1; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            fixed.append(text, from, Math.max(from, part.getIndex()));
            from = Math.max(from, part.getLimit());
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                if (part.getArgType() != MessagePattern.ArgType.NONE) {
                    return new Grammatical(text, locale, new ConcurrentLinkedQueue<>());
                }
                pieces.add(new Piece(fixed.toString(), false));
                fixed.setLength(0);
                pieces.add(new Piece(pattern.getSubstring(pattern.getPart(i + 1)), true));
                i = pattern.getLimitPartIndex(i);
                from = pattern.getPart(i).getLimit();
            }
        }
        pieces.add(new Piece(fixed.toString(), false));
        return pieces.size() == 1 ? new Fixed(fixed.toString()) : new Simple(List.copyOf(pieces));
    }

    record Piece(String text, boolean isName) {}

    /** Without values. */
    record Fixed(String text) implements Phrase {
        @Override
        public String speak(Map<String, Object> values, Function<Object, String> shown) {
            return text;
        }
    }

    /** Values stand in the text as they are. */
    record Simple(List<Piece> pieces) implements Phrase {
        @Override
        public String speak(Map<String, Object> values, Function<Object, String> shown) {
            var spoken = new StringBuilder();
            for (var piece : pieces) {
                spoken.append(piece.isName() ? shown.apply(values.getOrDefault(piece.text(), "")) : piece.text());
            }
            return spoken.toString();
        }
    }

    /** The text changes with the values, by plural, gender or choice. ICU's format is for one thread at a time: idle ones wait here. */
    record Grammatical(String text, Locale locale, ConcurrentLinkedQueue<MessageFormat> idle) implements Phrase {
        @Override
        public String speak(Map<String, Object> values, Function<Object, String> shown) {
            var waiting = idle.poll();
            var format = waiting == null ? new MessageFormat(text, ULocale.forLocale(locale)) : waiting;
            var spoken = format.format(values);
            idle.offer(format);
            return spoken;
        }
    }
}
