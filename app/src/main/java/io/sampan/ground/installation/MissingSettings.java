package io.sampan.ground.installation;

/** Settings that production needs are not there; the message lists each with the name of its environment variable. */
class MissingSettings extends RuntimeException {
    MissingSettings(String message) {
        super(message);
    }
}
