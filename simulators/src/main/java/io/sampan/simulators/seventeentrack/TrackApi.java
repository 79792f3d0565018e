package io.sampan.simulators.seventeentrack;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Faults;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The verbs under /track/v2.2: at most 40 numbers a request, 3 requests a second, each number answered by itself. */
final class TrackApi implements Handler {
    static final int NUMBERS_LIMIT = 40;
    static final int REQUESTS_A_SECOND = 3;
    private static final String ROOT = "/track/v2.2/";
    private static final Set<String> VERBS = Set.of("register", "gettrackinfo", "stoptrack", "retrack", "getquota");
    private static final int QUOTA = 100_000;
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private final SeventeenTrack service;
    private final Faults faults;
    private final Book<Registration> registrations;
    private final String token;
    private final Pace pace = new Pace(REQUESTS_A_SECOND, System::nanoTime);

    TrackApi(SeventeenTrack service, Faults faults, Book<Registration> registrations, String token) {
        this.service = service;
        this.faults = faults;
        this.registrations = registrations;
        this.token = token;
    }

    /** One number turned down. */
    private record Rejection(int code, String message) {}

    @Override
    public Answer handle(Question q) {
        String verb = q.path().startsWith(ROOT) ? q.path().substring(ROOT.length()) : "";
        if (!VERBS.contains(verb) || !q.method().equals("POST")) {
            return Answer.text(404, "");
        }
        if (!q.header("17token").equals(token)) {
            return fault(401, -18010002, "Invalid security key.");
        }
        if (!pace.allows()
                || faults.take("17track", q.path(), FaultKind.FLOW_CONTROL).isPresent()) {
            return Answer.text(429, "");
        }
        return verb.equals("getquota") ? quota() : each(verb, q);
    }

    private Answer each(String verb, Question q) {
        JsonNode list;
        try {
            list = Json.tree(q.text());
        } catch (JacksonException e) {
            return fault(200, -18010013, "Invalid submitted data.");
        }
        if (!list.isArray() || list.isEmpty()) {
            return fault(200, -18010013, "Invalid submitted data.");
        }
        if (list.size() > NUMBERS_LIMIT) {
            return fault(200, -18010014, "Tracking numbers exceed the 40 limit.");
        }
        var answer = Json.object().put("code", 0);
        var data = answer.putObject("data");
        ArrayNode accepted = data.putArray("accepted");
        ArrayNode rejected = data.putArray("rejected");
        for (JsonNode one : list) {
            String number = one.at("/number").asString("").strip();
            Rejection no = number.matches("[A-Za-z0-9-]{5,50}")
                    ? apply(verb, number, one, accepted)
                    : new Rejection(-18010012, "The format of data " + number + " is invalid.");
            if (no != null) {
                rejected.addObject()
                        .put("number", number)
                        .putObject("error")
                        .put("code", no.code())
                        .put("message", no.message());
            }
        }
        return Answer.json(answer);
    }

    private @Nullable Rejection apply(String verb, String number, JsonNode one, ArrayNode accepted) {
        synchronized (registrations) {
            if (verb.equals("register")) {
                return register(number, one, accepted);
            }
            Registration known = registrations.get(number).orElse(null);
            if (known == null) {
                return new Rejection(
                        -18019902, "Tracking number " + number + " is not registered yet. Register first.");
            }
            return switch (verb) {
                case "gettrackinfo" -> {
                    accepted.add(service.info(known));
                    yield null;
                }
                case "stoptrack" -> stop(known, accepted);
                default -> again(known, accepted);
            };
        }
    }

    private @Nullable Rejection register(String number, JsonNode one, ArrayNode accepted) {
        if (registrations.get(number).isPresent()) {
            return new Rejection(-18019901, "Tracking number " + number + " is already registered.");
        }
        int carrier = one.at("/carrier").asInt(0);
        int detected = carrier != 0 ? carrier : detect(number);
        if (detected == 0) {
            return new Rejection(-18019903, "Carrier cannot be detected.");
        }
        String tag = one.at("/tag").asString("");
        var fresh = new Registration(number, detected, tag.isEmpty() ? null : tag, service.now(), true, false, 0);
        registrations.put(number, fresh);
        service.readLater(number);
        accepted.add(line(fresh).put("origin", carrier != 0 ? 2 : 1));
        return null;
    }

    private @Nullable Rejection stop(Registration known, ArrayNode accepted) {
        if (!known.tracking()) {
            return new Rejection(-18019906, "Only tracking numbers that are being tracked can be stopped.");
        }
        registrations.put(known.number(), known.stopped());
        accepted.add(line(known));
        return null;
    }

    private @Nullable Rejection again(Registration known, ArrayNode accepted) {
        if (known.tracking()) {
            return new Rejection(-18019904, "Only stopped numbers can be retracked.");
        }
        if (known.retracked()) {
            return new Rejection(-18019905, "A number can be retracked once only.");
        }
        registrations.put(known.number(), known.again());
        service.readLater(known.number());
        accepted.add(line(known));
        return null;
    }

    private static ObjectNode line(Registration registration) {
        return Json.object().put("number", registration.number()).put("carrier", registration.carrier());
    }

    /** The carrier by the number's looks: an S10 number that ends in CN and checks out, or YT with sixteen digits. */
    static int detect(String number) {
        if (number.matches("YT\\d{16}")) {
            return SeventeenTrack.YUN_EXPRESS;
        }
        if (!number.matches("[A-Z]{2}\\d{9}CN")) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i + 2) - '0') * WEIGHTS[i];
        }
        int remainder = sum % 11;
        int check = remainder == 0 ? 5 : remainder == 1 ? 0 : 11 - remainder;
        return check == number.charAt(10) - '0' ? SeventeenTrack.CHINA_POST : 0;
    }

    private Answer quota() {
        var answer = Json.object().put("code", 0);
        answer.putObject("data")
                .put("quota_total", QUOTA)
                .put("quota_used", registrations.size())
                .put("quota_remain", QUOTA - registrations.size());
        return Answer.json(answer);
    }

    private static Answer fault(int status, int code, String message) {
        var answer = Json.object().put("code", code);
        answer.putObject("data")
                .putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", message);
        return Answer.json(status, answer);
    }
}
