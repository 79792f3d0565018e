package io.sampan.windows.console;

import io.sampan.deliver.warehouse.ItemId;
import io.sampan.deliver.warehouse.PhotoId;
import io.sampan.deliver.warehouse.PhotoTaken;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.people.identity.AccountId;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos of items: in from the operator's camera, out to the operator's pages. */
@Controller
class PhotoDesk {
    private final Pages pages;
    private final Warehouse warehouse;

    PhotoDesk(Pages pages, Warehouse warehouse) {
        this.pages = pages;
        this.warehouse = warehouse;
    }

    /** Keeps every photo that can be kept, and tells of the first that cannot. */
    @PostMapping("/console/items/{id}/photos")
    void photograph(
            @PathVariable UUID id,
            @RequestParam("photo") Optional<List<MultipartFile>> photos,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var item = warehouse.find(new ItemId(id)).orElseThrow(NotThere::new);
        var by = Visitor.of(request).required().id();
        var said = "no-photo";
        for (var photo : photos.orElse(List.of())) {
            if (!photo.isEmpty()) {
                var now = said(item.id(), photo, by);
                said = said.equals("no-photo") || said.equals("photographed") ? now : said;
            }
        }
        pages.goOn(response, "/console/items/" + id + "?said=" + said);
    }

    @GetMapping("/console/photos/{id}")
    void show(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var photo = warehouse.photo(new PhotoId(id)).orElseThrow(NotThere::new);
        response.setContentType(photo.contentType());
        response.setContentLength(photo.bytes().length);
        response.setHeader("Cache-Control", "private, max-age=86400, immutable");
        response.getOutputStream().write(photo.bytes());
    }

    private String said(ItemId item, MultipartFile photo, AccountId by) throws IOException {
        return switch (warehouse.photograph(item, photo.getBytes(), by)) {
            case PhotoTaken.Kept _, PhotoTaken.Already _ -> "photographed";
            case PhotoTaken.NotAPicture _ -> "not-a-picture";
            case PhotoTaken.TooLarge _, PhotoTaken.TooManyPixels _ -> "photo-too-large";
            case PhotoTaken.TooMany _ -> "too-many-photos";
            case PhotoTaken.Forbidden _ -> "not-now";
        };
    }
}
