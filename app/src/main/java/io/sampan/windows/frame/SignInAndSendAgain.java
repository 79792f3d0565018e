package io.sampan.windows.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * For who sends a form after their session has ended: a page that holds what they typed, leads to the sign-in in another tab, and sends it
 * again. Nothing of it is kept by us.
 */
@Component
public class SignInAndSendAgain {
    private static final int MOST_FIELDS = 100;
    private static final int MOST_CHARACTERS = 50_000;
    private static final String OF_THE_OLD_FORM = "_csrf";

    private final Pages pages;

    SignInAndSendAgain(Pages pages) {
        this.pages = pages;
    }

    /** What was typed into one field. Personal: its text form shows its name only. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /** @param path that the form was sent to */
    public record View(String path, List<Field> fields) {
        public View {
            fields = List.copyOf(fields);
        }
    }

    /** The form that was sent; empty for what is none, for files, and for more than such a page should hold. */
    Optional<View> of(HttpServletRequest request) {
        var type = request.getContentType();
        if (!request.getMethod().equals("POST")
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                fields.add(new Field(name, value));
            }
        });
        fields.removeIf(field -> field.name().equals(OF_THE_OLD_FORM));
        int length = fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        return fields.size() > MOST_FIELDS || length > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(new View(request.getRequestURI(), fields));
    }

    void show(HttpServletRequest request, HttpServletResponse response, View view) throws IOException {
        var frame = pages.frame(request, "storefront");
        pages.show(response, HttpServletResponse.SC_FORBIDDEN, "frame/again.jte", frame, view);
    }
}
