package io.sampan.bench.people;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A photo as a warehouse takes them: an open box on a table with something in it, of a colour that depends on the thing. */
final class Photograph {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private Photograph() {}

    /** A PNG as a data address, which {@link Multipart} sends as a file. */
    static String of(String thing) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xd9d4ca), 0, HEIGHT, new Color(0xb9b2a5)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        box(pen);
        thing(pen, Color.getHSBColor(Math.floorMod(thing.hashCode(), 360) / 360f, 0.45f, 0.75f));
        pen.dispose();
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    private static void box(Graphics2D pen) {
        pen.setColor(new Color(0x8f, 0x86, 0x78));
        pen.fillOval(90, 380, 460, 60);
        pen.setColor(new Color(0xb5834c));
        pen.fill(quad(110, 150, 530, 150, 560, 410, 80, 410));
        pen.setColor(new Color(0x7d5730));
        pen.fill(quad(140, 180, 500, 180, 522, 376, 118, 376));
        pen.setColor(new Color(0xc99a63));
        pen.fill(quad(110, 150, 530, 150, 560, 96, 84, 96));
        pen.setColor(new Color(0xe6dcc3));
        pen.fill(quad(300, 96, 345, 96, 343, 150, 302, 150));
    }

    private static void thing(Graphics2D pen, Color colour) {
        pen.setColor(colour.darker());
        pen.fillRoundRect(196, 226, 256, 134, 26, 26);
        pen.setPaint(new GradientPaint(190, 214, colour.brighter(), 190, 350, colour));
        pen.fillRoundRect(190, 214, 256, 134, 26, 26);
        pen.setColor(new Color(255, 255, 255, 90));
        pen.setStroke(new BasicStroke(3));
        pen.drawLine(212, 280, 424, 280);
        pen.drawLine(318, 226, 318, 338);
    }

    private static Polygon quad(int... points) {
        var shape = new Polygon();
        for (int i = 0; i + 1 < points.length; i += 2) {
            shape.addPoint(points[i], points[i + 1]);
        }
        return shape;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
