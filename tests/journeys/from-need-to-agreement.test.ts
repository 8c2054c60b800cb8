import { beforeAll, expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { fourPeople, here } from '../support/four-people.ts';
import { until } from '../support/program.ts';
import {
  as,
  button,
  expectNothingThere,
  followNews,
  funnelOn,
  linkInLetter,
  look,
  phone,
  save,
  text,
  wide,
  type Funnel,
} from '../support/walk.ts';

let people: Awaited<ReturnType<typeof fourPeople>>;
let before: Funnel;
/** Paths at the desk, known once there is something behind them. */
let need = '';
let connection = '';
let needNumber = '';

async function funnelAtDesk(): Promise<Funnel> {
  let funnel: Funnel = {};
  await visit(`/zh/desk/connections/funnel?zone=${here}`, { ...wide, ...people.broker }, async ({ page }) => {
    if ((await page.locator('tbody').count()) > 0) funnel = await funnelOn(page);
  });
  return funnel;
}

beforeAll(async () => {
  people = await fourPeople();
  before = await funnelAtDesk();
});

test('an enterprise writes a vague need, is told why, and mends it until it is clear', () =>
  visit('/zh/desk', as(people.member), async ({ page }) => {
    await look(page, '01-member-empty');
    await page.getByRole('link', { name: '写一条需求' }).click();
    await page.fill('#listing-title', '提升水泵密封性能');
    await page.click('main form button');
    await page.waitForURL(/\/desk\/needs\/\d+$/);
    need = new URL(page.url()).pathname;
    needNumber = /\d+$/.exec(need)?.[0] ?? '';
    const clarity = page.getByRole('region', { name: '清晰度' });
    const body =
      '现有密封件寿命较短，可靠性不太理想，希望进一步提高性能，达到国际先进水平，尽快实现国产替代，并大幅降低成本。';
    await page.fill('#listing-body', body);
    await clarity.getByText('有些说法没有尺度').waitFor();
    expect(await clarity.innerText()).toMatch(/还看不清要什么[\s\S]*没有可衡量的指标/);
    await look(page, '02-need-vague');
    await page.fill('#listing-title', '含砂水泵停水空转时机械密封不热裂');
    await page.fill(
      '#listing-body',
      '矿用渣浆泵每天停水空转 2 至 3 次，碳化硅密封环干摩擦 20 秒即热裂，平均 800 小时换一次，每次停机 6 小时。',
    );
    await page.fill('#listing-tried', '换过石墨浸渍环，寿命到 900 小时。');
    await page.fill('#listing-conditions', '含砂量 5% 以内，轴径 50 mm，不改泵体。');
    await page.fill('#listing-summary', '渣浆泵停水空转时机械密封环不热裂，寿命 3000 小时以上。');
    await page.locator('[name="target.name"]').first().fill('密封环寿命');
    await page.locator('[name="target.value"]').first().fill('3000');
    await page.locator('[name="target.unit"]').first().fill('小时');
    await page.fill('#listing-industryKeywords', '泵阀');
    await page.fill('#listing-technologyKeywords', '机械密封、耐磨涂层');
    await page.fill('#listing-deadline', '2027-06-30');
    await page.fill('#listing-decider', '总工程师');
    await page.check('[name=cooperation][value=commission]');
    await page.fill('#listing-budgetLow', '40');
    await page.fill('#listing-budgetHigh', '80');
    await clarity.getByText('清楚', { exact: true }).waitFor();
    await look(page, '03-need-clear');
    await save(page);
    await button(page, '提交给技术经理人').click();
    await page.getByText('已提交，技术经理人会收到通知。').waitFor();
    expect(await text(page)).toMatch(/TR-\d{8}-\d{3}/);
  }));

test('the broker is told, sends it back with a comment; it is mended, accepted and published', async () => {
  await visit('/zh/desk', as(people.broker), async ({ page }) => {
    await look(page, '04-broker-desk');
    await followNews(page, /含砂水泵/);
    await page.locator('summary', { hasText: '附意见退回' }).click();
    await page.locator('[name=field]').first().selectOption('conditions');
    await page.locator('[name=says]').first().fill('请写明泵的转速。');
    await button(page, '附意见退回').click();
    await page.getByText('已退回').waitFor();
  });
  await visit('/zh/desk', as(people.member), async ({ page }) => {
    expect(await text(page)).toContain('有 1 条意见，等您修改');
    await followNews(page, /含砂水泵/);
    expect(await page.locator('#listing-conditions-notes').innerText()).toContain('请写明泵的转速');
    await page.fill('#listing-conditions', '含砂量 5% 以内，轴径 50 mm，转速 1480 转/分钟，不改泵体。');
    await save(page);
    await page.getByRole('button', { name: /标为已处理/ }).click();
    await page.getByText('意见已标为处理。').waitFor();
    await button(page, '提交给技术经理人').click();
    await page.getByText('已提交').first().waitFor();
  });
  await expectNothingThere([`/zh/needs/${needNumber}`, `/en/needs/${needNumber}`], [people.outsider, {}]);
  await visit(need, as(people.broker), async ({ page }) => {
    await button(page, '受理').click();
    await page.getByText('已受理。').waitFor();
    await button(page, '发布').click();
    await page.getByText('已发布。').waitFor();
    await look(page, '05-published');
  });
});

test('the worker finds who fits: the institute’s offer leads, with a reason that speaks of the matter', async () => {
  await visit(need, as(people.broker), async ({ page }) => {
    await until(async () => {
      await page.goto(need);
      await page.getByRole('link', { name: '谁合适，对接到哪一步' }).click();
      await page.getByRole('heading', { name: '谁合适' }).waitFor();
      return (await page.locator('ol > li').count()) > 0;
    });
    await look(page, '06-who-fits');
    const first = page.locator('ol > li').first();
    expect(await first.innerText()).toContain('类金刚石涂层碳化硅密封环');
    expect(await first.innerText()).toContain('合肥滨湖表面工程研究所');
    expect(await first.locator('div > p').first().innerText()).toMatch(/密封/);
  });
  await visit(`/zh/needs/${needNumber}`, wide, async ({ page }) => {
    expect(await text(page)).toContain('苏州湖山泵业有限公司');
    expect(await text(page)).not.toContain('65850001');
    const fits = page.getByRole('region', { name: '可能适合的成果与服务' });
    await fits.getByRole('link', { name: '类金刚石涂层碳化硅密封环' }).waitFor();
    await look(page, '07-public-need');
    await fits.getByRole('link', { name: '类金刚石涂层碳化硅密封环' }).click();
    await page.waitForURL(`**/zh/offers/${people.offer}`);
  });
  await visit('/zh/desk', as(people.member), async ({ page }) => {
    await page.getByRole('link', { name: /看看谁合适/ }).click();
    await page.getByRole('heading', { name: '谁合适' }).waitFor();
    expect(await page.locator('ol > li').first().innerText()).toContain('类金刚石');
  });
});

test('the broker proposes it, and to nobody else there is anything', async () => {
  await visit(`/zh/desk/connections/for/${needNumber}`, as(people.broker), async ({ page }) => {
    await page.locator('ol > li').first().getByRole('button', { name: '提议对接' }).click();
    await page.waitForURL(/\/desk\/connections\/\d+\?did/);
    connection = new URL(page.url()).pathname;
    expect(await text(page)).not.toContain('0551-65590002');
    await look(page, '08-proposed');
  });
  const { outsider, farBroker, labBroker, professor } = people;
  await expectNothingThere([need, connection, `/zh/desk/connections/for/${needNumber}`], [outsider, farBroker]);
  await expectNothingThere([need, `/zh/desk/connections/for/${needNumber}`], [labBroker, professor]);
});

test('the institute answers from its letter without signing in; contacts stay hidden until both have', async () => {
  const link = (await linkInLetter(people.professor.accountId)).replace('/zh/', '/en/');
  await visit(link, { ...phone, javaScriptEnabled: false }, async ({ page }) => {
    expect(await text(page)).toContain('Silicon carbide seal rings with a diamond-like carbon coating');
    expect(await text(page)).not.toContain('65850001');
    await page.getByRole('button', { name: 'Accept' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Accepted, thank you.');
  });
  await visit('/en/desk', as(people.professor), async ({ page }) => {
    await look(page, '09-professor-desk');
    await page
      .getByRole('link', { name: /含砂水泵/ })
      .first()
      .click();
    await page.waitForURL(/\/en\/desk\/connections\/\d+/);
    expect(await text(page)).not.toContain('65850001');
  });
  await visit('/zh/desk', as(people.member), async ({ page }) => {
    await look(page, '10-member-answers');
    expect(await text(page)).not.toContain('65590002');
    await button(page, '同意对接').click();
    await page.getByText('已同意。双方都同意后互相看到联系方式。').waitFor();
    await page.goto(connection);
    expect(await text(page)).toContain('0551-65590002');
    await look(page, '11-acquainted');
  });
});

const contract = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
let file = '';

test('they talk, negotiate and record the agreement; both confirm, and it is effective', async () => {
  await visit('/en/desk', as(people.professor), async ({ page }) => {
    await followNews(page, /Both sides have accepted/);
    expect(await text(page)).toContain('0512-65850001');
    await button(page, 'Contact has begun').click();
    await button(page, 'Negotiation has begun').click();
    await page.locator('summary', { hasText: 'Record an agreement' }).waitFor();
    await look(page, '12-negotiation-en');
  });
  await visit(connection, as(people.member), async ({ page }) => {
    await page.locator('summary', { hasText: '登记协议' }).click();
    await page.fill('[name=amount]', '680000');
    await page.fill('[name=agreedOn]', '2026-11-20');
    await page.setInputFiles('#document', contract);
    await page.locator('form[action="?/agree"] button').click();
    await page.getByText('还不是有效链接').waitFor();
    file = (await page.getByRole('link', { name: '合同.pdf' }).first().getAttribute('href')) ?? '';
    expect((await page.request.get(file)).status()).toBe(200);
  });
  await visit('/en/desk', as(people.professor), async ({ page }) => {
    await page.locator('section[aria-labelledby=to-confirm] a').first().click();
    await button(page, 'Confirm').click();
    await page.getByText('Effective connection · 680,000 yuan').waitFor();
    await look(page, '13-effective-en');
  });
  const { outsider, farBroker } = people;
  await expectNothingThere([need, connection, file], [outsider, farBroker]);
  await expectNothingThere([need], [people.labBroker]);
});

test('the funnel has moved by one at every step, at the desk and before the public', async () => {
  const now = await funnelAtDesk();
  const moved = Object.entries(now).map(([step, count]) => [step, Number(count) - Number(before[step] ?? 0)]);
  expect(moved).toEqual(['征集', '受理', '发布', '推荐', '发起对接', '双方接受', '有效链接'].map((step) => [step, 1]));
  await visit(`/zh/connections?zone=${here}`, wide, async ({ page }) => {
    const few = (count: string) => (Number(count) > 0 && Number(count) < 5 ? '少于 5' : count);
    expect(await funnelOn(page)).toEqual(
      Object.fromEntries(Object.entries(now).map(([step, count]) => [step, few(count)])),
    );
    await look(page, '14-public-funnel');
  });
});
