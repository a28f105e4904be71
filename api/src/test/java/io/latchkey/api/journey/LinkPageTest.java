package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.value.LinkToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The page behind the links of mails, in a browser. What it looked like is kept in target/link-page. */
class LinkPageTest {

    private static final Pattern LINK = Pattern.compile("http://\\S+/link#k=(\\w+)&\\S+");
    private static final Path PICTURES = Path.of("target", "link-page");

    private static ChromeDriver browser;
    private final Client client = Running.CLIENT;

    @BeforeAll
    static void open() {
        browser = new ChromeDriver(
                new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--window-size=700,560"));
    }

    @AfterAll
    static void close() {
        browser.quit();
    }

    @AfterEach
    void look(TestInfo test) throws Exception {
        Files.createDirectories(PICTURES);
        Files.write(
                PICTURES.resolve(test.getTestMethod().orElseThrow().getName() + ".png"),
                browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void a_mailbox_is_confirmed_by_the_button_only_and_once() {
        var email = "ann-" + UUID.randomUUID() + "@example.org";
        client.post("/v1/accounts", "", Map.of("email", email, "name", "Ann", "password", "correct horse battery"))
                .expect(201);
        var link = link(email, "mailbox");

        visit(link);
        assertThat(browser.getCurrentUrl()).endsWith("/link");
        assertThat(section()).isEqualTo("mailbox");
        visit(link);
        press("confirm");
        assertThat(done()).startsWith("Thank you.");
        visit(link);
        press("confirm");
        assertThat(status()).contains("used before");
    }

    @Test
    void a_recovery_shows_its_long_code_when_asked_to() {
        var ann = Holder.registered(client);
        var recovery = ann.startRecovery();

        visit(link(ann.email, "recovery"));
        assertThat(section()).isEqualTo("recovery");
        assertThat(find("token").isDisplayed()).isFalse();
        press("show");

        client.post(
                        "/v1/recoveries/" + recovery.text("recoveryId") + "/proofs",
                        recovery.text("handle"),
                        Map.of("kind", "mailbox", "token", find("token").getText()))
                .expect(200);
    }

    @Test
    void a_member_who_is_helped_is_shown_what_the_app_asks_for() {
        var code =
                UUID.randomUUID() + "." + LinkToken.random(new SecureRandom()).value();

        visit(Running.SERVICE.client().service + "/link#k=choose&r=" + code.replace(".", "&t="));
        assertThat(section()).isEqualTo("recovery");
        assertThat(find("helped").isDisplayed()).isTrue();
        assertThat(find("unasked").isDisplayed()).isTrue();
        assertThat(find("began").isDisplayed()).isFalse();
        assertThat(find("unbegun").isDisplayed()).isFalse();
        press("show");
        assertThat(find("token").getText()).isEqualTo(code);
    }

    @Test
    void a_reset_is_stopped_by_the_button_only() {
        var ann = Holder.protectedOne(client);
        Backdating.events(Running.DATA, ann.accountId, "MailboxVerified");
        var begun = ann.signIn().expect(200);
        var route = "/v1/sign-ins/" + begun.text("signInId") + "/second-factor-reset";
        var reset = client.post(route, begun.text("handle"), Map.of()).expect(202);
        ann.proveRecovery(reset, "mailbox", client.mailedCode(ann.email, "to take off"))
                .expect(200);
        var link = link(ann.email, "veto");

        visit(link);
        assertThat(section()).isEqualTo("veto");
        assertThat(state(reset)).isEqualTo("waiting");
        press("stop");
        assertThat(done()).startsWith("It is stopped");
        assertThat(state(reset)).isEqualTo("cancelled");
        visit(link);
        press("stop");
        assertThat(status()).startsWith("There is nothing to stop");
    }

    @Test
    void whoever_says_that_it_was_somebody_else_closes_every_way() {
        var ann = Holder.protectedOne(client);
        ann.startRecovery();

        visit(link(ann.email, "notme"));
        assertThat(section()).isEqualTo("notme");
        press("freeze");

        assertThat(done()).startsWith("Every way of recovery is closed");
        client.get("/v1/account", ann.access).expect(401);
    }

    @Test
    void what_is_lost_is_marked_and_suspended() {
        var ann = Holder.protectedOne(client);
        client.post("/v1/loss-reports", "", Map.of("email", ann.email)).expect(202);

        visit(link(ann.email, "lost"));
        press("report");
        assertThat(status()).isEqualTo("Mark what is lost.");
        find("authenticators").click();
        press("report");
        assertThat(done()).startsWith("It is suspended");
    }

    @Test
    void half_a_link_does_nothing_and_says_so() {
        visit(Running.SERVICE.client().service + "/link#k=veto&r=1");

        assertThat(section()).isEqualTo("broken");
    }

    /** A part of an address after the hash does not load a page again by itself. */
    private static void visit(String link) {
        browser.get("about:blank");
        browser.get(link);
    }

    private static WebElement find(String id) {
        return browser.findElement(By.id(id));
    }

    private static String section() {
        return browser.findElements(By.tagName("section")).stream()
                .filter(WebElement::isDisplayed)
                .map(section -> section.getAttribute("id"))
                .reduce("", String::concat);
    }

    private static void press(String button) {
        find(button).click();
    }

    /** What the page says once the wish is fulfilled, and nothing else but its heading. */
    private static String done() {
        var said = status();
        assertThat(browser.findElements(By.cssSelector("section p, section button, section label")))
                .noneMatch(WebElement::isDisplayed);
        return said;
    }

    private static String status() {
        var said = find("status").getText();
        for (int i = 0; i < 200 && (said.isEmpty() || said.equals("One moment.")); i++) {
            Client.pause(50);
            said = find("status").getText();
        }
        return said;
    }

    private String state(Client.Answer recovery) {
        return client.get("/v1/recoveries/" + recovery.text("recoveryId"), recovery.text("handle"))
                .expect(200)
                .text("status");
    }

    /** The newest link of this kind that was mailed. */
    private String link(String email, String kind) {
        for (int i = 0; i < 200; i++) {
            for (var mail : client.mails(email)) {
                var found = LINK.matcher(mail.path("text").asString());
                while (found.find()) {
                    if (found.group(1).equals(kind)) {
                        return found.group();
                    }
                }
            }
            Client.pause(100);
        }
        throw new AssertionError("no link of the kind " + kind + " for " + email);
    }
}
