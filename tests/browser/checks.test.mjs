// Journeys through the recomputed figures and the systems: which figures do not add up, and where
// they are printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, accessibilityProblems, open, viewOf, waitForView } from "./harness.mjs";

const drawer = (page) => page.locator("dialog.drawer[open]");
const query = (page) => new URLSearchParams(viewOf(page));
const spaced = (text) => text.replaceAll("\u00a0", " ");
const rows = (page) => page.locator(".check");
const menu = (page, name) => page.locator(".nav").getByRole("link", { name, exact: true });

test("which figures of the SME programme do not add up, from the menu to the paragraph", async () => {
  const { page, problems } = await open();

  await menu(page, "Hệ thống").click();
  await waitForView(page, /p=system$/);
  await page.getByRole("link", { name: "Chương trình hỗ trợ doanh nghiệp nhỏ và vừa" }).click();
  await waitForView(page, /e=sme-programme/);
  assert.match(await page.title(), /^Chương trình hỗ trợ doanh nghiệp nhỏ và vừa/);
  assert.match(spaced(await page.locator(".kicker").innerText()), /Số mới nhất ở đây: ngày 12\/8\/2024/);

  await page.locator(".head").getByRole("link", { name: /lệch chữ số cuối/ }).click();
  await waitForView(page, /p=checks&e=sme-programme&focus=last-digit/);
  assert.equal(await rows(page).count(), 2);
  const first = spaced(await rows(page).first().innerText());
  assert.match(first, /1\.255\.068 ÷ 1\.600\.000 = 78,44% \(Rõ Số tính\); in là ước 78,45%/);
  assert.match(first, /Lệch chữ số cuối\s+lệch 0,01 điểm phần trăm/);

  await rows(page).first().getByRole("button", { name: "ước 78,45%" }).click();
  const printed = spaced(await drawer(page).innerText());
  for (const part of ["78,45%", "Đoạn 28", "từ 78,445% đến dưới 78,455%"]) {
    assert.ok(printed.includes(part), part);
  }
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Xem phép tính của mọi hệ thống" }).click();
  await waitForView(page, /p=checks$/);
  assert.ok((await rows(page).count()) > 90);
  assert.deepEqual(problems, []);
});

test("a verdict chosen by keyboard filters the list, is told, and is undone by going back", async () => {
  const { page, problems } = await open({ path: "?p=checks" });
  const all = await rows(page).count();
  const tally = page.getByRole("navigation", { name: /Kết quả tính lại/ });
  const choice = tally.getByRole("link", { name: /Chưa khớp/ });

  await choice.focus();
  await page.keyboard.press("Enter");
  await waitForView(page, /focus=does-not-fit/);
  assert.equal(await rows(page).count(), 1);
  assert.equal(await choice.getAttribute("aria-current"), "true");
  assert.ok(await choice.evaluate((element) => element === document.activeElement), "the focus stays");
  assert.equal(spaced(await page.locator("#shown").innerText()), `Đang xem 1 trên ${all} phép tính.`);
  assert.equal(await page.locator("#found").count(), 0);

  // The row has figures that can be opened.
  await page.locator(".check button").first().focus();
  await page.keyboard.press("Enter");
  await drawer(page).waitFor();
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "detached" });
  // The history entry of the panel disappears after the panel.
  await page.waitForFunction(() => history.state !== "panel");

  await page.goBack();
  await page.waitForFunction((number) => document.querySelectorAll(".check").length === number, all);
  assert.equal(query(page).get("focus"), null);
  assert.deepEqual(problems, []);
});

test("the address of a filtered list gives it back, in the other language too", async () => {
  const { page, problems } = await open({ path: "?p=checks&focus=not-fully-explained&lang=en" });
  assert.equal(await rows(page).count(), 1);
  assert.match(spaced(await rows(page).innerText()), /3 \+ 57 = 60 \(computed here\); printed as 63/);
  await page.getByRole("link", { name: "Tiếng Việt" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "vi");
  assert.match(spaced(await rows(page).innerText()), /Chưa giải thích hết\s+còn lại 3/);
  assert.equal(query(page).get("focus"), "not-fully-explained");

  const { page: wrong } = await open({ path: "?p=checks&focus=wrong" });
  assert.match(await wrong.locator("aside.notice").innerText(), /không có kết luận nào tên là: wrong/);
  assert.ok((await rows(wrong).count()) > 90);
  assert.deepEqual(problems, []);
});

test("on a phone nothing scrolls sideways and what is pressed is large enough", async () => {
  for (const path of ["?p=checks", "?p=system", "?p=system&e=sme-programme", "?p=system&e=dti", "?p=sources"]) {
    const { page, problems } = await open({ path, viewport: PHONE });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${path}: ${sideways} px too wide`);
    // Links inside a sentence are as high as their line; everything else needs the full height.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("main .tally a, main .sum button, main .used button, main .data button, main .where, main summary")]
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height < 43.5)
        .map(({ text, box }) => `${text}: ${box.height}`),
    );
    assert.deepEqual(small, [], path);
    assert.deepEqual(problems, []);
  }
});

test("checks, systems and sources are accessible, light and dark, in both languages", async () => {
  for (const [path, colorScheme] of [
    ["?p=checks", "light"],
    ["?p=checks&focus=agrees&lang=en", "dark"],
    ["?p=system", "dark"],
    ["?p=system&e=online-public-services", "light"],
    ["?p=system&e=project-06&lang=en", "dark"],
    ["?p=sources", "light"],
    ["?p=sources&tab=systems", "dark"],
  ]) {
    const { page, problems } = await open({ path, colorScheme, reducedMotion: "reduce" });
    assert.deepEqual(await accessibilityProblems(page), [], path);
    assert.deepEqual(problems, []);
  }
});

test("without JavaScript the checks are all there, and the tally leads to its groups", async () => {
  const { page, problems } = await open({ path: "checks/", javaScriptEnabled: false });
  assert.ok((await rows(page).count()) > 90);
  await page.locator(".tally").getByRole("link", { name: /Lệch chữ số cuối/ }).click();
  assert.equal(new URL(page.url()).hash, "#last-digit");
  const top = await page.locator("#last-digit").evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(Math.abs(top) < 200, `${top}`);
  assert.deepEqual(problems, []);
});

test("from a source to a system and on to its places side by side", async () => {
  const { page, problems } = await open({ path: "?p=sources" });
  await page.getByRole("button", { name: "Hệ thống" }).click();
  await page.getByRole("heading", { name: "Dịch vụ công trực tuyến" }).getByRole("link").click();
  await waitForView(page, /p=system&e=online-public-services/);
  await page.getByRole("link", { name: "So sánh các nơi theo chỉ tiêu này" }).first().click();
  await waitForView(page, /p=compare&i=/);
  assert.deepEqual(problems, []);
});
