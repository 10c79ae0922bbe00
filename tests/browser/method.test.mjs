// Journeys from a figure to what stands behind it: its panel, a citation, a report of an error,
// sharing, the page on method, and addresses that lead nowhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, accessibilityProblems, open, screenshot, waitForView } from "./harness.mjs";

const drawer = (page) => page.locator("dialog[open]");
const spaced = (text) => text.replaceAll("\u00a0", " ");
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const mayCopy = { context: { permissions: ["clipboard-read", "clipboard-write"] } };

/** A browser without a clipboard and without sharing, like some in-app browsers. */
const withoutClipboard = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined });
    delete Navigator.prototype.share;
  });

async function openPanel(page) {
  await page.locator(".where").first().click();
  await drawer(page).waitFor();
}

test("the panel tells the age, the sources, and what the figure may be compared with", async () => {
  const { page, problems } = await open();
  await openPanel(page);
  const text = spaced(await drawer(page).innerText());
  for (const part of ["Số của tháng 8/2022; số mới nhất trong Rõ Số là của", "So được với", "Quảng Ninh", "So được, kèm lưu ý", "Cả nước", "Đoạn 4"]) {
    assert.ok(text.includes(part), part);
  }
  assert.match(text, /ột nguồn, in ở một nơi/);
  assert.ok(!text.includes("dưới 5%"), "another indicator is not offered");
  await screenshot(page, "panel-1280-light", { fullPage: false });
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(problems, []);
});

test("a figure that three documents print is one source", async () => {
  const { page, problems } = await open({ path: "?p=method" });
  await page.locator("#witness .cell").click();
  const text = spaced(await drawer(page).innerText());
  assert.match(text, /ột nguồn, in ở ba nơi/);
  assert.ok(text.includes("Các nơi này cùng tóm tắt một báo cáo"));
  assert.ok((await drawer(page).locator(".mentions > li").count()) >= 3);
  assert.deepEqual(problems, []);
});

test("from one figure to the next within the panel, and from there into the comparison", async () => {
  const { page, problems } = await open();
  await openPanel(page);
  const next = drawer(page).locator(".near .cell").first();
  const printed = await next.innerText();
  await next.focus();
  await page.keyboard.press("Enter");

  await page.waitForFunction((wanted) => document.querySelector("dialog[open] .big")?.textContent === wanted, printed);
  assert.equal(await drawer(page).evaluate((dialog) => dialog.scrollTop), 0, "it is read from the top");
  assert.ok(await page.evaluate(() => document.activeElement.closest("dialog") !== null), "the focus stays inside");

  await drawer(page).getByRole("link", { name: "Mở trong phần So sánh" }).click();
  await waitForView(page, /i=online_handled_dossier_rate/);
  assert.equal(await drawer(page).count(), 0);
  assert.match(spaced(await page.locator("h1").innerText()), /tháng 8\/2022$/);
  assert.match(new URL(page.url()).search, /focus=province63:22/);
  assert.deepEqual(problems, []);
});

test("a citation is copied and can be pasted", async () => {
  const { page, problems } = await open({ path: "?p=compare", ...mayCopy });
  await page.locator("table.data .cell").first().click();
  await drawer(page).getByRole("button", { name: "Sao chép trích dẫn" }).click();
  await drawer(page).getByText("Đã sao chép trích dẫn.").waitFor();
  const cited = spaced(await clipboard(page));
  assert.match(cited, /^.+: .+\(.+\)\. In trong: .+\. Xem trên Rõ Số: http:\/\/127\.0\.0\.1.+\/compare\/$/);
  assert.deepEqual(problems, []);
});

test("a figure that the page below does not compare is cited with the view that shows it", async () => {
  const { page, problems } = await open(mayCopy);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("18,54");
  await page.locator("dialog.finder").getByRole("option").first().click();
  await drawer(page).getByRole("button", { name: "Sao chép trích dẫn" }).click();
  await drawer(page).getByText("Đã sao chép trích dẫn.").waitFor();
  assert.match(spaced(await clipboard(page)), /18,54%.+Xem trên Rõ Số: http\S+\/indicators\/end_to_end_dossier_rate\/\S*$/);
  assert.deepEqual(problems, []);
});

test("where copying is refused the text is shown, selected", async () => {
  const { page, problems } = await open({ before: withoutClipboard });
  await openPanel(page);
  await drawer(page).getByRole("button", { name: "Sao chép trích dẫn" }).click();
  const field = drawer(page).locator("textarea");
  await field.waitFor();
  const [value, selected, isActive] = await field.evaluate((element) => [
    element.value,
    element.value.slice(element.selectionStart, element.selectionEnd),
    element === document.activeElement,
  ]);
  assert.match(spaced(value), /87,02%/);
  assert.equal(selected, value);
  assert.ok(isActive);
  assert.deepEqual(problems, []);
});

test("a copy that is refused only after the page was left asks nothing of the next", async () => {
  const { page, problems } = await open({
    before: (page) => page.addInitScript(() => {
      delete Navigator.prototype.share;
      const writeText = () => new Promise((_, refuse) => setTimeout(() => refuse(new Error("late")), 300));
      Object.defineProperty(Navigator.prototype, "clipboard", { get: () => Object.create(Clipboard.prototype, { writeText: { value: writeText } }) });
    }),
  });
  const share = page.getByRole("button", { name: "Chia sẻ trang này" });
  await share.click();
  await page.locator(".nav").getByRole("link", { name: "Nguồn" }).click();
  await waitForView(page, /p=sources/);
  await page.waitForTimeout(500);
  assert.equal(await page.locator("#byhand").count(), 0);
  // On the page that asked, it is shown.
  await share.click();
  await page.locator("#byhand").waitFor();
  assert.deepEqual(problems, []);
});

test("a figure is reported as wrong, by keyboard, with the letter filled in", async () => {
  const { page, problems } = await open(mayCopy);
  await page.locator(".where").first().focus();
  await page.keyboard.press("Enter");
  await drawer(page).getByRole("link", { name: "Báo sai" }).focus();
  await page.keyboard.press("Enter");

  await waitForView(page, /p=corrections&focus=online-handled\.hoa-binh\.2022-08/);
  assert.equal(await drawer(page).count(), 0);
  assert.match(spaced(await page.locator(".figure-asked").innerText()), /87,02%[\s\S]*Hòa Bình/);
  await page.getByRole("button", { name: "Sao chép mẫu thư" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Đã sao chép nội dung báo sai.").waitFor();
  const letter = spaced(await clipboard(page));
  for (const part of ["87,02%", "Mã của con số: online-handled.hoa-binh.2022-08", "Địa chỉ trang đang xem: http://127.0.0.1"]) {
    assert.ok(letter.includes(part), `${part}: ${letter}`);
  }
  // The address alone brings it back.
  await page.reload();
  await page.locator("#static").waitFor({ state: "detached" });
  assert.match(await page.locator("#letter").inputValue(), /online-handled\.hoa-binh\.2022-08/);
  assert.deepEqual(problems, []);
});

test("the foot of a page leads to a report that names the page", async () => {
  const { page, problems } = await open({ path: "?p=compare&i=dti_province" });
  await page.locator(".pagefoot").getByRole("link", { name: "Báo sai" }).click();
  await waitForView(page, /p=corrections/);
  assert.match(await page.locator("#letter").inputValue(), /http:\/\/127\.0\.0\.1.*\?p=compare&i=dti_province/);
  assert.ok(await page.getByText("Chưa có đính chính nào").isVisible());
  assert.deepEqual(problems, []);
});

test("where errors are reported is what the page's head says, and nothing that runs", async () => {
  const serve = (address) => async (page) => {
    await page.route("**/*", async (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      const answer = await route.fetch();
      const body = (await answer.text()).replace("<meta charset", `<meta name="report" content="${address}"><meta charset`);
      await route.fulfill({ response: answer, body });
    });
  };
  const sound = await open({ path: "?p=corrections", before: serve("https://example.org/issues/new") });
  const link = sound.page.getByRole("link", { name: "Mở nơi nhận báo sai" });
  assert.equal(await link.getAttribute("href"), "https://example.org/issues/new");
  assert.deepEqual(sound.problems, []);
  const odd = await open({ path: "?p=corrections", before: serve("javascript:alert(1)") });
  assert.equal(await odd.page.getByRole("link", { name: "Mở nơi nhận báo sai" }).count(), 0);
});

test("a page is shared through the device where it can", async () => {
  const { page, problems } = await open({
    path: "?p=compare&i=dti_province&theme=dark",
    before: (page) => page.addInitScript(() => {
      Navigator.prototype.share = (data) => { window.shared = { ...data }; return Promise.resolve(); };
    }),
  });
  await page.getByRole("button", { name: "Chia sẻ trang này" }).click();
  const shared = await page.evaluate(() => window.shared);
  assert.equal(shared.title, await page.title());
  assert.match(shared.url, /\/indicators\/dti_province\/$/);
  assert.match(shared.text, /0,8373/);
  assert.equal(await page.locator(".pagefoot .done").innerText(), "");
  assert.deepEqual(problems, []);
});

test("without a way to share the address is copied; whoever changes their mind is left alone", async () => {
  const without = await open({
    path: "?p=compare",
    ...mayCopy,
    before: (page) => page.addInitScript(() => { delete Navigator.prototype.share; }),
  });
  await without.page.getByRole("button", { name: "Chia sẻ trang này" }).click();
  await without.page.locator(".pagefoot").getByText("Đã sao chép địa chỉ trang.").waitFor();
  assert.equal(await clipboard(without.page), new URL("compare/", without.server.url).href, "that of its own page");
  assert.equal(await without.page.getByText("Đã sao chép địa chỉ trang.").count(), 1, "it is told once");
  assert.deepEqual(without.problems, []);

  const refusing = (name) => (page) =>
    page.addInitScript((name) => {
      Navigator.prototype.share = () => Promise.reject(new DOMException("", name));
    }, name);
  const changed = await open({ ...mayCopy, before: refusing("AbortError") });
  await changed.page.getByRole("button", { name: "Chia sẻ trang này" }).click();
  await changed.page.waitForTimeout(200);
  assert.equal(await changed.page.locator(".pagefoot .done").innerText(), "");
  const failed = await open({ ...mayCopy, before: refusing("NotAllowedError") });
  await failed.page.getByRole("button", { name: "Chia sẻ trang này" }).click();
  await failed.page.locator(".pagefoot").getByText("Đã sao chép địa chỉ trang.").waitFor();

  const bare = await open({ before: withoutClipboard });
  await bare.page.getByRole("button", { name: "Chia sẻ trang này" }).click();
  const field = bare.page.locator(".pagefoot textarea");
  await field.waitFor();
  assert.equal(await field.inputValue(), bare.page.url());
});

test("an address that leads nowhere says so, with the nearest that there is", async () => {
  const { page, problems } = await open({ path: "?p=hoa-binh" });
  assert.equal(await page.locator("h1").innerText(), "Không có trang này");
  assert.equal(await page.locator(".nav [aria-current]").count(), 0, "no page of the menu is shown");
  assert.match(await page.title(), /Không có trang này/);
  await page.getByRole("link", { name: "Tỉnh Hòa Bình" }).click();
  await waitForView(page, /p=place&e=province63:17/);
  assert.equal(await page.locator(".lost").count(), 0);
  await page.goBack();
  await page.locator(".lost").waitFor();
  assert.deepEqual(problems, []);
});

for (const [name, viewport] of [["1280", DESKTOP], ["390", { width: 390, height: 844 }], ["360", PHONE]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`method, corrections, what is lost and the panel at ${name} px, ${colorScheme}: accessible, and nothing too wide`, async () => {
      for (const path of ["?p=method", "?p=corrections&focus=online-handled.hoa-binh.2022-08", "?p=foo", "?p=method&lang=en"]) {
        const { page, problems } = await open({ path, viewport, colorScheme });
        await page.locator("#static").waitFor({ state: "detached" });
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok((await wide()) <= 0, `${path} is ${await wide()} px too wide`);
        await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
        assert.ok((await wide()) <= 0, `${path}, opened, is ${await wide()} px too wide`);
        assert.deepEqual(await accessibilityProblems(page), [], path);
        const label = path.replace(/[^a-z]+/g, "-").slice(0, 24);
        await screenshot(page, `${label}-${name}-${colorScheme}`);
        assert.deepEqual(problems, []);
      }
      const { page } = await open({ viewport, colorScheme });
      await openPanel(page);
      const tooWide = await drawer(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      assert.ok(tooWide <= 0, `the panel is ${tooWide} px too wide`);
      await screenshot(page, `panel-${name}-${colorScheme}`, { fullPage: false });
    });
  }
}

test("on a phone everything to touch in the panel and below the page is 44 px high", async () => {
  const { page } = await open({ viewport: PHONE, context: { hasTouch: true, isMobile: true } });
  await openPanel(page);
  const small = await page.locator("dialog[open] button:visible, .pagefoot button, .pagefoot a, .acts a:visible")
    .evaluateAll((found) => found.map((element) => [element.textContent, element.getBoundingClientRect().height]));
  assert.ok(small.length > 6);
  // A box that begins between two pixels loses a fraction of one.
  assert.deepEqual(small.filter(([, height]) => Math.round(1000 * height) / 1000 < 44), []);
});

test("the method is read without JavaScript", async () => {
  const { page } = await open({ path: "method/", javaScriptEnabled: false });
  const text = spaced(await page.locator("#static").innerText());
  for (const part of ["Đọc con số thế nào", "Không so sánh trực tiếp", "Khác chỉ tiêu", "Thuật ngữ"]) {
    assert.ok(text.includes(part), part);
  }
  assert.ok((await page.locator("#static .wordings svg").count()) >= 4, "the rulers are drawn");
});
