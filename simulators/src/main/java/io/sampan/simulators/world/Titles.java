package io.sampan.simulators.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a listing's facts and says them in a Chinese and an English title. */
final class Titles {
    private static final String PLAIN = "纯色";
    private static final List<String> ADDRESSED =
            List.of("Women's ", "Men's ", "Kids' ", "Girls' ", "Boys' ", "Baby ", "Pet ", "Cat ", "Dog ", "Car ");

    private final Vocabulary vocabulary;
    private final List<Word> sellingWords;
    private final List<Word> bargainWords;

    Titles(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.sellingWords = vocabulary.all("selling");
        this.bargainWords = vocabulary.all("bargain");
    }

    Listing.Facts facts(Category category, Dice dice) {
        Category.Family family = category.family();
        Word season = vocabulary.word("season", dice.pick(List.of("春季", "夏季", "秋季", "冬季", "春秋", "秋冬")));
        Word material = dice.pick(category.goods().materials());
        return new Listing.Facts(
                dice.pick(family.styles()),
                dice.pick(family.patterns()),
                material,
                season,
                audience(category, dice),
                features(category, dice),
                dice.chance(0.8) ? 2026 : 2025,
                noun(category, material, dice));
    }

    private Word audience(Category category, Dice dice) {
        String noun = category.goods().noun();
        String middle = category.middle().zh();
        if (noun.startsWith("girls'")) {
            return vocabulary.word("audience", "女童");
        }
        if (noun.startsWith("women's") || middle.startsWith("女")) {
            return vocabulary.word("audience", "女");
        }
        if (middle.startsWith("男") || category.name().zh().startsWith("男")) {
            return vocabulary.word("audience", "男");
        }
        if (middle.startsWith("童鞋")) {
            return vocabulary.word("audience", "儿童");
        }
        return dice.pick(category.family().audiences());
    }

    private static List<Word> features(Category category, Dice dice) {
        List<Word> all = new ArrayList<>(category.goods().features());
        int wanted = Math.min(all.size(), 1 + dice.below(3));
        List<Word> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            chosen.add(all.remove(dice.below(all.size())));
        }
        return List.copyOf(chosen);
    }

    private static String noun(Category category, Word material, Dice dice) {
        List<String> nouns = category.goods().nouns();
        String noun = dice.chance(0.7) ? nouns.getFirst() : dice.pick(nouns);
        boolean otherMaterial =
                category.goods().materials().stream().anyMatch(m -> !m.equals(material) && noun.contains(m.zh()));
        return otherMaterial ? nouns.getFirst() : noun;
    }

    Word title(Marketplace marketplace, Category category, Listing.Facts facts, Word brand, Dice dice) {
        return switch (marketplace) {
            case ALI1688, TAOBAO -> usual(category, facts, brand, dice);
            case JD -> new Word(tidy(facts, brand), english(category, facts, brand.en(), false));
            case PINDUODUO ->
                new Word(
                        "【" + dice.pick(bargainWords).zh() + "】" + shouted(category, facts, dice),
                        english(category, facts, "", false));
        };
    }

    /** As on JD: brand in both scripts, then a word a space. Source: titles in docs/sources/jdvop.md. */
    private static String tidy(Listing.Facts facts, Word brand) {
        var text = new StringBuilder(brand.zh() + "（" + brand.en() + "）" + facts.noun());
        facts.features().forEach(feature -> word(text, feature.zh()));
        word(text, facts.material().zh());
        word(text, facts.pattern().zh().equals(PLAIN) ? "" : facts.pattern().zh());
        word(text, facts.style().zh());
        return text.toString();
    }

    private static void word(StringBuilder text, String word) {
        if (!word.isEmpty() && text.indexOf(word) < 0) {
            text.append(' ').append(word);
        }
    }

    /** As on Pinduoduo: the year, every name that the thing has, and what it boasts of. */
    private static String shouted(Category category, Listing.Facts facts, Dice dice) {
        var text = new StringBuilder(facts.year() + "新款");
        append(text, facts.style().zh());
        append(text, facts.pattern().zh().equals(PLAIN) ? "" : facts.pattern().zh());
        append(text, facts.noun());
        append(text, facts.audience().zh());
        facts.features().forEach(feature -> append(text, feature.zh()));
        append(text, dice.pick(category.goods().nouns()));
        append(text, facts.material().zh());
        return text.toString();
    }

    private Word usual(Category category, Listing.Facts facts, Word brand, Dice dice) {
        boolean branded = dice.chance(category.family().seasonal() ? 0.45 : 0.75);
        boolean dated = category.family().seasonal() && dice.chance(0.7);
        Word selling = dice.pick(sellingWords);
        boolean sells = dice.chance(0.75);
        return new Word(
                chinese(facts, branded ? brand.zh() : "", dated, sells ? selling.zh() : ""),
                english(category, facts, branded ? brand.en() : "", dated));
    }

    private static String chinese(Listing.Facts facts, String brand, boolean dated, String selling) {
        var text = new StringBuilder(brand);
        if (dated) {
            text.append(facts.year()).append(facts.season().zh()).append("新款");
        }
        append(
                text,
                facts.noun().contains(facts.style().zh()) ? "" : facts.style().zh());
        append(text, facts.pattern().zh().equals(PLAIN) ? "" : facts.pattern().zh());
        append(
                text,
                facts.noun().contains(facts.material().zh())
                        ? ""
                        : facts.material().zh());
        text.append(facts.noun()).append(facts.audience().zh());
        facts.features().forEach(feature -> append(text, feature.zh()));
        append(text, dated && selling.equals("新款") ? "" : selling);
        return text.toString();
    }

    private static void append(StringBuilder text, String word) {
        if (text.indexOf(word) < 0) {
            text.append(word);
        }
    }

    private static String english(Category category, Listing.Facts facts, String brand, boolean dated) {
        String noun = capitals(category.goods().noun());
        var words = new ArrayList<String>();
        words.add(brand);
        words.add(dated ? facts.year() + " " + facts.season().en() : "");
        words.add(without(facts.style().en(), noun));
        words.add(
                facts.pattern().zh().equals(PLAIN)
                        ? ""
                        : without(facts.pattern().en(), facts.style().en()));
        words.add(without(facts.material().en(), noun));
        words.add(noun);
        words.add(addressed(noun) ? "" : facts.audience().en());
        words.removeIf(String::isEmpty);
        var title = new StringBuilder(String.join(" ", words));
        for (Word feature : facts.features()) {
            if (!title.toString().toLowerCase(Locale.ROOT).contains(feature.en().toLowerCase(Locale.ROOT))) {
                title.append(joins(feature.en()) && !title.toString().contains(",") ? " " : ", ")
                        .append(feature.en());
            }
        }
        return title.toString();
    }

    private static boolean joins(String feature) {
        return feature.startsWith("with ") || feature.startsWith("for ");
    }

    /** Whether the noun itself says for whom. */
    private static boolean addressed(String noun) {
        return ADDRESSED.stream().anyMatch(noun::startsWith);
    }

    /** The modifier, unless the noun says it already or begins with its last word. */
    private static String without(String modifier, String noun) {
        String lower = noun.toLowerCase(Locale.ROOT);
        String first = firstPart(lower);
        String small = modifier.toLowerCase(Locale.ROOT);
        if (lower.contains(small)) {
            return "";
        }
        if (small.endsWith(" " + first)) {
            return modifier.substring(0, modifier.length() - first.length() - 1);
        }
        return modifier;
    }

    private static String firstPart(String words) {
        int end = 0;
        while (end < words.length() && words.charAt(end) != ' ' && words.charAt(end) != '-') {
            end++;
        }
        return words.substring(0, end);
    }

    private static String capitals(String noun) {
        var out = new StringBuilder();
        for (String word : noun.split(" ")) {
            boolean small = List.of("and", "of", "for").contains(word);
            out.append(out.isEmpty() ? "" : " ")
                    .append(small ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }
}
