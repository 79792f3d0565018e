package io.sampan.windows.storefront;

import io.sampan.browse.search.PictureRequest;
import io.sampan.browse.search.Results;
import io.sampan.browse.search.Search;
import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Searching by a picture: for goods of which one has a photo and no name. The picture is not kept. */
@Controller
public class PicturePage {
    /** Unpacking a picture takes some 200 MB and a core's half second: whoever comes while so many are being unpacked is asked to come again. */
    private static final int PICTURES_AT_A_TIME = 2;

    private final Semaphore room = new Semaphore(PICTURES_AT_A_TIME);
    private final Storefront storefront;
    private final Search search;
    private final Goods goods;

    PicturePage(Storefront storefront, Search search, Goods goods) {
        this.storefront = storefront;
        this.search = search;
        this.goods = goods;
    }

    /**
     * @param fault text key of what is wrong with what was sent; empty when nothing is
     * @param asked whether a picture was searched for
     * @param silent names of marketplaces that did not answer in time
     */
    public record View(String fault, boolean asked, List<GoodsCard> cards, List<String> silent) {
        static View faulty(String key) {
            return new View(key, false, List.of(), List.of());
        }
    }

    @GetMapping("/search/picture")
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, storefront.frame(request), new View("", false, List.of(), List.of()));
    }

    @PostMapping("/search/picture")
    void search(
            @RequestParam("picture") Optional<MultipartFile> picture,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var file = picture.isPresent() ? picture.get().getBytes() : new byte[0];
        if (!room.tryAcquire()) {
            show(response, frame, View.faulty("picture.busy"));
            return;
        }
        PictureRequest.Read read;
        try {
            read = PictureRequest.read(file, frame.texts().locale());
        } finally {
            room.release();
        }
        switch (read) {
            case PictureRequest.Read.Fine(var wanted) -> show(response, frame, found(search.find(wanted), frame));
            case PictureRequest.Read.NoPicture _ -> show(response, frame, View.faulty("picture.none"));
            case PictureRequest.Read.TooLarge _ -> show(response, frame, View.faulty("picture.too-large"));
        }
    }

    private View found(Results results, Frame frame) {
        var silent = results.sources().stream()
                .filter(source -> source.answered() == Results.Answered.SILENT)
                .map(source -> frame.say("market." + source.marketplace().slug()))
                .toList();
        return new View("", true, goods.of(results.elsewhere(), frame), silent);
    }

    private void show(HttpServletResponse response, Frame frame, View view) throws IOException {
        int status = view.fault().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        storefront.show(response, status, "picture", frame, view);
    }
}
