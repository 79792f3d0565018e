package io.sampan.bench.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Brings letters to the shop's hooks: some twice or three times, some late, some not at all, all in no order, and slips forged ones among them. */
final class Postman implements AutoCloseable {
    private static final double LOST = 0.03;
    private static final double HELD = 0.3;
    private static final double TWICE = 0.35;
    private static final double THRICE = 0.08;
    private static final double FORGED = 0.12;
    private static final int AT_ONCE = 16;

    private final Map<String, URI> hooks;
    private final Random random;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Letter> held = new ArrayList<>();
    private final Map<String, Letter> lastOf = new HashMap<>();
    private int delivered;
    private int forged;
    private int forgedTaken;
    private int genuineRefused;
    private int lost;

    Postman(Map<String, URI> hooks, Random random) {
        this.hooks = hooks;
        this.random = random;
    }

    /** One round: what has come, and what was held back. @param last nothing is held back any more */
    void round(List<Letter> come, boolean last) throws IOException, InterruptedException {
        var bag = new ArrayList<Letter>();
        for (var letter : come) {
            put(letter, last, bag);
        }
        var late = new ArrayList<>(held);
        held.clear();
        for (var letter : late) {
            if (last || random.nextDouble() >= HELD) {
                bag.add(letter);
            } else {
                held.add(letter);
            }
        }
        Collections.shuffle(bag, random);
        bring(bag);
    }

    private void put(Letter letter, boolean last, List<Letter> bag) {
        if (random.nextDouble() < LOST) {
            lost++;
            return;
        }
        double fate = random.nextDouble();
        int copies = fate < THRICE ? 3 : fate < TWICE ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            boolean wait = !last && random.nextDouble() < HELD;
            (wait ? held : bag).add(letter);
        }
        if (random.nextDouble() < FORGED) {
            var other = lastOf.get(letter.gateway());
            bag.add(other == null || random.nextBoolean() ? letter.tampered(random) : letter.signedLike(other));
        }
        lastOf.put(letter.gateway(), letter);
    }

    private void bring(List<Letter> bag) throws IOException, InterruptedException {
        var turns = new Semaphore(AT_ONCE);
        var answers = new ArrayList<Future<Boolean>>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var letter : bag) {
                turns.acquire();
                answers.add(workers.submit(() -> {
                    try {
                        return isTaken(letter);
                    } finally {
                        turns.release();
                    }
                }));
            }
            for (int i = 0; i < bag.size(); i++) {
                count(bag.get(i), answers.get(i).get());
            }
        } catch (ExecutionException broken) {
            throw new IOException(broken.getCause());
        }
    }

    private void count(Letter letter, boolean taken) {
        delivered++;
        forged += letter.forged() ? 1 : 0;
        forgedTaken += letter.forged() && taken ? 1 : 0;
        genuineRefused += !letter.forged() && !taken ? 1 : 0;
    }

    private boolean isTaken(Letter letter) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hooks.get(letter.gateway()))
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofByteArray(letter.body()));
        letter.headers().forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString()).statusCode() / 100 == 2;
    }

    boolean holdsSome() {
        return !held.isEmpty();
    }

    int delivered() {
        return delivered;
    }

    int forged() {
        return forged;
    }

    int forgedTaken() {
        return forgedTaken;
    }

    /** Genuine ones that were refused, since they came too late. */
    int genuineRefused() {
        return genuineRefused;
    }

    int lost() {
        return lost;
    }

    @Override
    public void close() {
        http.close();
    }
}
