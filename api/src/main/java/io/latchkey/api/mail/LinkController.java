package io.latchkey.api.mail;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that mailed links open. It does nothing by itself: mail scanners open links too. */
@RestController
class LinkController {

    private static final String ONLY_OUR_OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");

    @GetMapping("/link")
    ResponseEntity<Resource> page() {
        return file("page.html", PAGE);
    }

    @GetMapping("/link/page.js")
    ResponseEntity<Resource> script() {
        return file("page.js", SCRIPT);
    }

    @GetMapping("/link/page.css")
    ResponseEntity<Resource> style() {
        return file("page.css", STYLE);
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", ONLY_OUR_OWN)
                .body(new ClassPathResource("link/" + name));
    }
}
