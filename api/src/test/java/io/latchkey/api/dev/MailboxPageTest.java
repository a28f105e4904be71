package io.latchkey.api.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxPageTest {

    @TempDir
    private Path directory;

    @Test
    void nothing_from_a_mail_or_an_address_becomes_markup() {
        var evil = "<script>alert(1)</script>\"'&";
        var page = MailboxPage.of(
                List.of(new DeliveredMail("1", evil, evil, Instant.EPOCH, evil)), Optional.of("\"><script>"));
        assertThat(page).doesNotContain("<script", "\"'&").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void our_own_links_can_be_opened() {
        var text = "a http://127.0.0.1:8080/link#k=mailbox&a=1&t=x_-9 b http://evil.example/x";
        var page = MailboxPage.of(List.of(new DeliveredMail("1", "", "", Instant.EPOCH, text)), Optional.empty());
        assertThat(page)
                .contains("<a href=\"http://127.0.0.1:8080/link#k=mailbox&amp;a=1&amp;t=x_-9\" rel=\"noreferrer\">")
                .doesNotContain("href=\"http://evil");
    }

    @Test
    void a_directory_that_is_not_there_yet_is_an_empty_mailbox() {
        assertThat(new Mailbox(directory.resolve("later")).messages(Optional.empty()))
                .isEmpty();
        assertThat(MailboxPage.of(List.of(), Optional.empty())).contains("No mail yet");
    }

    @Test
    void the_newest_mail_comes_first_and_only_to_whom_was_asked_for() throws Exception {
        mail("a", "ann@example.org", 10);
        mail("b", "bob@example.org", 20);
        mail("c", "ann@example.org", 30);
        Files.writeString(directory.resolve(".half.tmp"), "To: ann@example.org");

        var mailbox = new Mailbox(directory);
        assertThat(mailbox.messages(Optional.empty()))
                .extracting(DeliveredMail::id)
                .containsExactly("c", "b", "a");
        assertThat(mailbox.messages(Optional.of("ANN@example.org")))
                .extracting(DeliveredMail::id)
                .containsExactly("c", "a");
        assertThat(mailbox.messages(Optional.empty()).getFirst().text()).isEqualTo("Łukasz\n");
    }

    private void mail(String id, String to, long second) throws Exception {
        var file = directory.resolve(id + ".eml");
        Files.writeString(
                file,
                "To: " + to + "\r\nSubject: s\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\nŁukasz\r\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }
}
