package io.sampan.windows.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.carrier.Carrier.Labelled;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class LabelTest {
    static final UUID PARCEL = UUID.fromString("01a20320-a200-7e51-9263-cd98c44da4b6");

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png"})
    void aPageToPrintIsShown(String type) throws IOException {
        var printed = printed(type);
        assertThat(printed.getContentType()).isEqualTo(type);
        assertThat(printed.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(printed.getContentAsByteArray()).hasSize(3);
    }

    @Test
    void aDrawingIsShownInASandbox() throws IOException {
        var printed = printed("image/svg+xml");
        assertThat(printed.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(printed.getHeader("Content-Security-Policy")).startsWith("sandbox;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xhtml+xml", "image/png, text/html", "IMAGE/SVG+XML", ""})
    void whateverElseACarrierSendsIsAFileToKeep(String type) throws IOException {
        var printed = printed(type);
        assertThat(printed.getContentType()).isEqualTo("application/octet-stream");
        assertThat(printed.getHeader("Content-Disposition")).startsWith("attachment");
    }

    private static MockHttpServletResponse printed(String type) throws IOException {
        var response = new MockHttpServletResponse();
        ParcelsPage.print(new Labelled.Ready(type, new byte[3]), PARCEL, response);
        return response;
    }
}
