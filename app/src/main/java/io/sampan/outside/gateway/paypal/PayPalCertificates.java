package io.sampan.outside.gateway.paypal;

import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys with which PayPal signs webhooks, each fetched once from where the webhook says, if that is PayPal's. */
final class PayPalCertificates {
    private static final int MOST_KEPT = 16;
    private static final String PATH = "/v1/notifications/certs/";

    private final Wire wire;
    private final PayPalSettings settings;
    private final Clock clock;
    private final Map<URI, X509Certificate> kept = new ConcurrentHashMap<>();

    PayPalCertificates(Wire wire, PayPalSettings settings, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty for an address that is not PayPal's, or a certificate that cannot be had or is not valid now. */
    Optional<PublicKey> key(String address) {
        return address(address)
                .filter(this::isPayPals)
                .flatMap(this::certificate)
                .filter(this::isValid)
                .map(X509Certificate::getPublicKey);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private boolean isPayPals(URI address) {
        var path = address.normalize().getPath();
        return path != null
                && path.startsWith(PATH)
                && settings.certificateOrigins().stream().anyMatch(origin -> isOf(address, origin));
    }

    private static boolean isOf(URI address, URI origin) {
        return List.of(origin.getScheme(), origin.getAuthority())
                .equals(List.of(String.valueOf(address.getScheme()), String.valueOf(address.getAuthority())));
    }

    private Optional<X509Certificate> certificate(URI address) {
        var known = kept.get(address);
        if (known != null) {
            return Optional.of(known);
        }
        var call = Call.get(PayPalGateway.NAME, address).within(settings.callLimit());
        if (!(wire.send(call) instanceof Answered.Reply reply) || reply.status() != 200) {
            return Optional.empty();
        }
        try (var in = new ByteArrayInputStream(reply.body())) {
            var made = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(address, made);
            return Optional.of(made);
        } catch (CertificateException | IOException notACertificate) {
            return Optional.empty();
        }
    }

    private boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException notNow) {
            return false;
        }
    }
}
