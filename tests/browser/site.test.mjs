// What holds for every version of the site, whatever it shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, open, screenshot } from "./harness.mjs";

for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  test(`the page loads without a problem and without a foreign request: ${name}`, async () => {
    const { page, problems, response } = await open({ viewport });
    await screenshot(page, `home-${name}`, { fullPage: false });

    assert.equal(response.status(), 200);
    assert.notEqual((await page.title()).trim(), "", "the page has a title");
    assert.match(await page.locator("html").getAttribute("lang"), /^(vi|en)\b/);
    assert.notEqual((await page.locator("h1").first().innerText()).trim(), "", "a heading is shown");
    assert.deepEqual(problems, []);
  });
}

test("it works in a folder, on a host that sends no headers of ours", async () => {
  const { page, problems } = await open({ base: "/a-user/ro-so/", headers: false });

  assert.ok(await page.locator("h1").first().isVisible());
  assert.deepEqual(problems, []);
});

test("it loads again without a problem", async () => {
  const { page, problems } = await open();

  await page.reload();
  await page.waitForLoadState("networkidle");

  assert.ok(await page.locator("h1").first().isVisible());
  assert.deepEqual(problems, []);
});

test("without JavaScript the heading is there", async () => {
  const { page, problems } = await open({ javaScriptEnabled: false });
  await screenshot(page, "home-without-javascript", { fullPage: false });

  const heading = page.locator("h1").first();
  assert.ok(await heading.isVisible());
  assert.notEqual((await heading.innerText()).trim(), "");
  assert.deepEqual(problems, []);
});

test("a Content-Security-Policy is in force and allows neither inline code nor eval", async () => {
  for (const headers of [{}, false]) {
    const { page, response } = await open({ headers });

    const policies = await page
      .locator("meta[http-equiv='Content-Security-Policy' i]")
      .evaluateAll((metas) => metas.map((meta) => meta.content));
    const sent = (await response.allHeaders())["content-security-policy"];
    if (sent) policies.push(sent);

    const where = headers === false ? "on a host that sends no headers" : "with our headers";
    assert.ok(policies.length > 0, `there is a policy ${where}`);
    for (const policy of policies) {
      assert.match(policy, /\b(default-src|script-src)\b/);
      assert.doesNotMatch(policy, /'unsafe-(inline|eval)'/);
    }
  }
});
