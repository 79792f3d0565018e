package io.sampan.windows.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Requests that no page can answer get a page for people instead of a problem for programs. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {
    private final ErrorPages errors;

    Refusals(ErrorPages errors) {
        this.errors = errors;
    }

    @ExceptionHandler({NotThere.class, NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        errors.show(request, response, HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        errors.show(request, response, HttpStatus.CONTENT_TOO_LARGE.value());
    }

    @ExceptionHandler({
        NotUnderstood.class,
        BindException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MethodArgumentTypeMismatchException.class,
        HandlerMethodValidationException.class,
        HttpMediaTypeException.class,
        MultipartException.class
    })
    void notUnderstood(HttpServletRequest request, HttpServletResponse response) throws IOException {
        errors.show(request, response, HttpStatus.BAD_REQUEST.value());
    }
}
