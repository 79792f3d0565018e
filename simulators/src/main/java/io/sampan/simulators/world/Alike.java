package io.sampan.simulators.world;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * Goods that look like a picture. This world tells pictures apart by the colour in their middle alone, where its own goods stand: enough to find the
 * red ones by something red, and nothing by what has a colour that nothing has.
 */
public final class Alike {
    /** Colours further apart than this are no likeness; black and white are 441 apart. */
    private static final double FURTHEST = 90;

    /** The part of a picture's width and height that counts as its middle. */
    private static final double MIDDLE = 0.2;

    private static final int MOST_PIXELS = 40_000_000;

    private final World world;
    private final Map<Long, Integer> colours = new ConcurrentHashMap<>();

    private record Near(Listing listing, double distance) {}

    public Alike(World world) {
        this.world = world;
    }

    /** The mean colour of a picture's middle as {@code rrggbb}; empty for what is no JPEG or PNG picture. */
    public static Optional<Integer> colour(byte[] file) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(file));
            return image == null || (long) image.getWidth() * image.getHeight() > MOST_PIXELS
                    ? Optional.empty()
                    : Optional.of(middle(image));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static int middle(BufferedImage image) {
        int width = Math.max(1, (int) (image.getWidth() * MIDDLE));
        int height = Math.max(1, (int) (image.getHeight() * MIDDLE));
        int left = (image.getWidth() - width) / 2;
        int top = (image.getHeight() - height) / 2;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int rgb = image.getRGB(x, y);
                red += rgb >> 16 & 255;
                green += rgb >> 8 & 255;
                blue += rgb & 255;
            }
        }
        long pixels = (long) width * height;
        return (int) (red / pixels << 16 | green / pixels << 8 | blue / pixels);
    }

    /** The marketplace's goods whose first variant is nearest to this colour, the nearest first; of equally near ones those sold most. */
    public List<Listing> find(Marketplace marketplace, int colour, int most) {
        return world.listings(marketplace).stream()
                .map(listing -> new Near(listing, distance(colour, colour(listing))))
                .filter(near -> near.distance() <= FURTHEST)
                .sorted(Comparator.comparingDouble(Near::distance)
                        .thenComparing(near -> -near.listing().sold()))
                .limit(most)
                .map(Near::listing)
                .toList();
    }

    private int colour(Listing listing) {
        return colours.computeIfAbsent(
                listing.id(),
                id -> Integer.parseInt(
                        world.offer(listing).skus().getFirst().colour().hex(), 16));
    }

    private static double distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return Math.sqrt(red * red + green * green + blue * blue);
    }
}
