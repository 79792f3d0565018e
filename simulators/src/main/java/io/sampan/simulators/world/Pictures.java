package io.sampan.simulators.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Draws goods: one silhouette per kind, in the offer's colour and pattern, in several views. Each under 4 kB. */
final class Pictures {
    /** The number of different views. */
    static final int VIEWS = 5;

    private final Map<String, String> fragments = new HashMap<>();

    Pictures() {
        for (String line : Vocabulary.lines("silhouettes.txt")) {
            if (line.startsWith("=")) {
                for (String alias : line.substring(1).strip().split(" ")) {
                    String[] pair = alias.split("=");
                    fragments.put(pair[0], Objects.requireNonNull(fragments.get(pair[1]), alias));
                }
            } else {
                int bar = line.indexOf('|');
                fragments.put(line.substring(0, bar), line.substring(bar + 1));
            }
        }
    }

    /** View n, 1 to {@link #VIEWS}, of an offer in one colour. */
    String draw(Offer offer, int n, Colour colour) {
        Tint tint = new Tint(colour.hex());
        Dice dice = Dice.of(offer.listing().id(), n, "picture");
        String goods = goods(offer.listing().category(), tint);
        String view = switch ((n - 1) % VIEWS) {
            case 0 -> front(goods, tint, dice);
            case 1 -> scene(goods, tint, dice);
            case 2 -> detail(goods, tint, dice);
            case 3 -> sizes(goods, tint, offer);
            default -> swatches(goods, tint, offer);
        };
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"800\" height=\"800\">"
                + pattern(offer.listing().facts().pattern().zh(), tint) + view + "</svg>";
    }

    private String goods(Category category, Tint tint) {
        String fragment = Objects.requireNonNull(
                fragments.get(category.goods().silhouette()), category.goods().silhouette());
        return fragment.replace("$f", "url(#f)")
                .replace("$d", tint.mixed(-0.28))
                .replace("$l", tint.mixed(0.42))
                .replace("$k", "#3b3733");
    }

    private static String front(String goods, Tint tint, Dice dice) {
        String ground = tint.ground(dice.below(4));
        return "<rect width=\"400\" height=\"400\" fill=\"" + ground + "\"/>"
                + "<circle cx=\"200\" cy=\"190\" r=\"150\" fill=\"#fff\" opacity=\".3\"/>"
                + shadow(200, 342, 118) + placed(goods, 40, 36, 1.6);
    }

    private static String scene(String goods, Tint tint, Dice dice) {
        String wall = tint.ground(dice.below(4) + 1);
        int side = dice.chance(0.5) ? 60 : 330;
        return "<rect width=\"400\" height=\"400\" fill=\"" + wall + "\"/>"
                + "<rect y=\"286\" width=\"400\" height=\"114\" fill=\"#e6d9c6\"/>"
                + "<rect y=\"286\" width=\"400\" height=\"5\" fill=\"#fff\" opacity=\".5\"/>"
                + "<path d=\"M" + (side - 40) + " 0h90l-120 286h-90z\" fill=\"#fff\" opacity=\".28\"/>"
                + "<g opacity=\".75\"><path d=\"M" + (side - 20) + " 262h40l-5 42h-30z\" fill=\"#c58f6d\"/><path d=\"M"
                + side + " 262q-46-30-34-84 34 22 34 84 0-70 36-92 10 58-36 92\" fill=\"#8aa57e\"/></g>"
                + shadow(200, 332, 104) + placed(goods, 60, 58, 1.4);
    }

    private static String detail(String goods, Tint tint, Dice dice) {
        return "<rect width=\"400\" height=\"400\" fill=\"" + tint.ground(dice.below(4) + 2) + "\"/>"
                + placed(goods, -110 - dice.below(60), -90 - dice.below(80), 3.1);
    }

    private static String sizes(String goods, Tint tint, Offer offer) {
        SizeMm size = offer.parcel().size();
        String line = "stroke=\"#6b655c\" stroke-width=\"2\"";
        String text = "font-family=\"sans-serif\" font-size=\"17\" fill=\"#57514a\" text-anchor=\"middle\"";
        return "<rect width=\"400\" height=\"400\" fill=\"#faf7f1\"/>" + placed(goods, 84, 44, 1.25)
                + "<path d=\"M84 318h250M84 310v16M334 310v16M58 44v250M50 44h16M50 294h16\" " + line + "/>"
                + "<text x=\"209\" y=\"346\" " + text + ">" + cm(size.length()) + "</text>"
                + "<text x=\"32\" y=\"174\" transform=\"rotate(-90 32 174)\" " + text + ">" + cm(size.width())
                + "</text><rect x=\"84\" y=\"362\" width=\"250\" height=\"5\" rx=\"2\" fill=\"" + tint.mixed(0.1)
                + "\"/>";
    }

    private static String cm(int mm) {
        return mm / 10 + "." + mm % 10 + " cm";
    }

    private static String swatches(String goods, Tint tint, Offer offer) {
        var dots = new StringBuilder();
        var colours = offer.skus().stream().map(Offer.Sku::colour).distinct().toList();
        int x = 200 - (colours.size() - 1) * 26;
        for (Colour colour : colours) {
            dots.append("<circle cx=\"")
                    .append(x)
                    .append("\" cy=\"358\" r=\"18\" fill=\"#")
                    .append(colour.hex())
                    .append("\" stroke=\"#fff\" stroke-width=\"3\"/>");
            x += 52;
        }
        return "<rect width=\"400\" height=\"400\" fill=\"" + tint.ground(1) + "\"/>"
                + "<path d=\"M0 400V250Q200 190 400 250v150z\" fill=\"#fff\" opacity=\".5\"/>" + shadow(200, 312, 96)
                + placed(goods, 66, 40, 1.34) + dots;
    }

    private static String shadow(int x, int y, int width) {
        return "<ellipse cx=\"" + x + "\" cy=\"" + y + "\" rx=\"" + width
                + "\" ry=\"13\" fill=\"#54483c\" opacity=\".13\"/>";
    }

    private static String placed(String goods, int x, int y, double scale) {
        return "<g transform=\"translate(" + x + " " + y + ") scale(" + scale + ")\">" + goods + "</g>";
    }

    private static String pattern(String name, Tint tint) {
        String base = "<rect width=\"40\" height=\"40\" fill=\"#" + tint.hex() + "\"/>";
        String dark = tint.mixed(-0.3);
        String light = tint.mixed(0.55);
        String marks = switch (name) {
            case "条纹" -> "<path d=\"M0 0h40v5H0zM0 13h40v5H0zM0 26h40v5H0z\" fill=\"" + light + "\"/>";
            case "格纹" ->
                "<path d=\"M0 0h9v40H0zM0 0h40v9H0z\" fill=\"" + dark
                        + "\" opacity=\".55\"/><path d=\"M22 0h2v40h-2zM0 22h40v2H0z\" fill=\"" + light + "\"/>";
            case "波点" ->
                "<g fill=\"" + light
                        + "\"><circle cx=\"8\" cy=\"8\" r=\"3.500\"/><circle cx=\"28\" cy=\"28\" r=\"3.500\"/></g>";
            case "碎花", "花卉", "印花" ->
                "<g fill=\"" + light
                        + "\"><circle cx=\"10\" cy=\"8\" r=\"3\"/><circle cx=\"14\" cy=\"12\" r=\"3\"/><circle cx=\"6\" cy=\"12\" r=\"3\"/><circle cx=\"29\" cy=\"28\" r=\"2.500\"/><circle cx=\"33\" cy=\"32\" r=\"2.500\"/><circle cx=\"25\" cy=\"32\" r=\"2.500\"/></g><g fill=\"#e9b44c\"><circle cx=\"10\" cy=\"11\" r=\"2\"/><circle cx=\"29\" cy=\"31\" r=\"1.600\"/></g>";
            case "几何" ->
                "<path d=\"M0 20L10 6l10 14L30 6l10 14\" fill=\"none\" stroke=\"" + light + "\" stroke-width=\"3\"/>";
            case "山水", "青花", "云纹", "锦鲤" ->
                "<path d=\"M2 14q6-9 12 0t12 0 12 0M-4 32q6-9 12 0t12 0 12 0\" fill=\"none\" stroke=\"" + light
                        + "\" stroke-width=\"2.500\"/>";
            default -> "";
        };
        if (marks.isEmpty()) {
            return "<linearGradient id=\"f\" x2=\"1\" y2=\"1\"><stop stop-color=\""
                    + tint.mixed(name.equals("渐变") ? 0.5 : 0.1)
                    + "\"/><stop offset=\"1\" stop-color=\"" + tint.mixed(name.equals("渐变") ? -0.12 : -0.08)
                    + "\"/></linearGradient>";
        }
        return "<pattern id=\"f\" width=\"40\" height=\"40\" patternUnits=\"userSpaceOnUse\" patternTransform=\"scale(.7)\">"
                + base + marks + "</pattern>";
    }

    /** A colour and its neighbours. */
    private record Tint(String hex) {
        private static final String[] DEEPER = {
            "#cdbfae", "#b3c1c8", "#d0b6ac", "#b6c2a8", "#beb5c9", "#c9bb94", "#aebfba"
        };
        private static final String[] GROUNDS = {
            "#f3eee6", "#e9eef0", "#f4e9e4", "#ebefe4", "#eeeaf1", "#f6f0dd", "#e6ecea"
        };

        /** Lighter for a positive share, darker for a negative one. */
        String mixed(double share) {
            int rgb = Integer.parseInt(hex, 16);
            int to = share < 0 ? 30 : 255;
            double part = Math.abs(share);
            int red = blend(rgb >> 16, to, part);
            int green = blend(rgb >> 8 & 255, to, part);
            int blue = blend(rgb & 255, to, part);
            return "#%02x%02x%02x".formatted(red, green, blue);
        }

        private static int blend(int from, int to, double part) {
            return (int) Math.round(from + (to - from) * part);
        }

        /** A soft ground, deeper under light goods so that they stand out. */
        String ground(int nth) {
            int rgb = Integer.parseInt(hex, 16);
            boolean light = (rgb >> 16) + (rgb >> 8 & 255) + (rgb & 255) > 610;
            String[] grounds = light ? DEEPER : GROUNDS;
            return grounds[Math.floorMod(hex.hashCode() + nth, grounds.length)];
        }
    }
}
