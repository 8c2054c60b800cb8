import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { pageOfRegistration } from '#events/read-token.server.ts';
import { tagsOf } from '#events/write-public.server.ts';
import { langs } from '#language/lang.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import { visit } from '../support/browser.ts';
import { listing, organisation } from '../support/connections.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';
import { as, button, look, phone, text, wide } from '../support/walk.ts';

const here = '32101026';
const there = '34101002';
const names = { firm: '苏州澄湖风机有限公司', lab: '合肥巢湖叶片研究所', other: '苏州匿名阀门有限公司' } as const;
const contract = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

async function theStage() {
  return withSiteDatabase(({ inTransaction }) =>
    inTransaction(commandLine, async (tx) => {
      const firm = await organisation(tx, { kind: 'enterprise', zone: here, name: names.firm });
      const lab = await organisation(tx, { kind: 'institute', zone: there, name: names.lab });
      const other = await organisation(tx, { kind: 'enterprise', zone: here, name: names.other });
      const need = await listing(tx, { side: 'need', organisation: firm, zone: here, title: '风机叶片防冰' });
      const offer = await listing(tx, { side: 'offer', organisation: lab, zone: there, title: '超疏水防冰涂层' });
      const hidden = await listing(tx, {
        ...{ side: 'need', organisation: other, zone: here, title: '阀门低温密封', isAnonymous: true },
      });
      return { firm, lab, other, need, offer, hidden };
    }),
  );
}

type People = Record<'organiser' | 'buyer' | 'maker', Awaited<ReturnType<typeof signedIn>>>;
let at: Awaited<ReturnType<typeof theStage>>;
let people: People;
let event = 0;
let connection = '';
const desk = (tab = '') => `/zh/desk/events/${event}${tab}`;

beforeAll(async () => {
  at = await theStage();
  people = {
    organiser: await signedIn('pitch-day-broker', { role: 'broker', zone: here }),
    buyer: await signedIn('fan-buyer', { role: 'member', organisation: at.firm }),
    maker: await signedIn('blade-maker', { role: 'member', organisation: at.lab }),
  };
});

const form: Readonly<Record<string, string>> = {
  ...{ titleZh: '风电装备路演', titleEn: 'Wind power pitch day', venueZh: '一号厅', venueEn: 'Hall 1' },
  ...{ beginsAt: '2031-03-11T09:00', endsAt: '2031-03-11T17:00', capacity: '2' },
  ...{ summaryZh: '两家单位见面。', summaryEn: 'Two sides meet.' },
};

async function attach(page: Page, title: string): Promise<void> {
  await page.goto(desk('/listings'));
  await page.fill('#find', title);
  await page.locator('form[role=search] button').last().click();
  await page.getByRole('button', { name: new RegExp(`${title}$`) }).click();
  await page.getByRole('status').first().waitFor();
}

test('the organiser makes a pitch day: agenda, what is presented there, slots for meetings', () =>
  visit('/zh/desk/events/new', as(people.organiser), async ({ page }) => {
    for (const [name, value] of Object.entries(form)) await page.fill(`main [name=${name}]`, value);
    await page.selectOption('main [name=kind]', 'pitch-day');
    await page.locator('main form button').last().click();
    await page.waitForURL(/\/desk\/events\/\d+\?done=add/);
    event = Number(/events\/(\d+)/.exec(page.url())?.[1]);
    await page.goto(desk('/agenda'));
    await page.fill('[name=titleZh]', '叶片防冰专题');
    await page.fill('[name=titleEn]', 'Keeping ice off blades');
    await page.fill('[name=endsAt]', '2031-03-11T10:00');
    await page.locator('[name=speakerZh]').first().fill('林工');
    await page.locator('[name=speakerOrganisation]').first().fill(names.lab);
    await page.locator('form.item button').click();
    await page.getByText('叶片防冰专题').first().waitFor();
    for (const title of ['风机叶片防冰', '超疏水防冰涂层', '阀门低温密封']) await attach(page, title);
    await page.goto(desk('/meetings'));
    await page.fill('[name=from]', '2031-03-11T14:00');
    await page.fill('[name=to]', '2031-03-11T15:00');
    await page.fill('[name=tables]', '2');
    await page.locator('form.open button').click();
    await page
      .getByText(/个时段/)
      .first()
      .waitFor();
    await page.goto(desk());
    await page.locator('form.step button').click();
    await page.waitForURL(/done=publish/);
  }));

test.each(langs)('everybody finds it from the pages of what and who is there (%s)', (lang) =>
  visit(`/${lang}/events/${event}`, wide, async ({ page }) => {
    await page.locator(`main a[href="/${lang}/organisations/${at.lab}"]`).first().waitFor();
    for (const path of [`needs/${at.need}`, `offers/${at.offer}`, `needs/${at.hidden}`]) {
      await page.goto(`/${lang}/${path}`);
      await page.locator(`main a[href="/${lang}/events/${event}"]`).waitFor();
    }
    await look(page, `event-need-${lang}`);
    for (const [id, isThere] of [
      ...[[at.lab, true] as const, [at.firm, true] as const],
      // What is presented without a name leads from nobody's page.
      [at.other, false] as const,
    ]) {
      await page.goto(`/${lang}/organisations/${id}`);
      expect(await page.locator(`main a[href="/${lang}/events/${event}"]`).count()).toBe(isThere ? 1 : 0);
    }
  }),
);

const guests = [
  { name: '钱工', organisation: names.firm, email: 'fan-buyer@zone.example' },
  { name: '林工', organisation: names.lab, email: 'blade-maker@zone.example' },
];
const pages: string[] = [];

async function pageOf(email: string): Promise<string> {
  return withSiteDatabase((database) =>
    database.inTransaction(theSystem, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(
        sql`select id from registration where email = ${email} and event_id = ${event}`,
      );
      return (await pageOfRegistration(tx, ''))({ id: Number(rows[0]?.id), lang: 'zh' });
    }),
  );
}

test('two members register on their phones, and a third stands in line', async () => {
  const all = [...guests, { name: '后来的人', organisation: '某公司', email: 'late@guest.example' }];
  for (const guest of all)
    await visit(`/zh/events/${event}`, { ...phone, javaScriptEnabled: false }, async ({ page }) => {
      for (const [name, value] of Object.entries(guest)) await page.fill(`[name=${name}]`, value);
      await page.check('[name=consent]');
      await page.locator('#register button').click();
      await page.locator('#register [role=status]').waitFor();
      const address = await pageOf(guest.email);
      pages.push(address);
      await page.goto(address);
      await page.locator('form[action="?/confirm"] button').click();
      await page.getByRole('status').first().waitFor();
    });
  await visit(pages[2] ?? '', phone, async ({ page }) => {
    expect(await text(page)).toContain('候补');
  });
});

test('one asks the other for a meeting, and they have a table', async () => {
  await visit(pages[0] ?? '', phone, async ({ page }) => {
    await page.selectOption('#organisation', { label: names.lab });
    await page.fill('form.ask [name=note]', '想谈防冰涂层');
    await page.locator('form.ask button').click();
    await page.getByText('已发出请求').waitFor();
  });
  await visit(pages[1] ?? '', phone, async ({ page }) => {
    await page.getByRole('button', { name: `接受 ${names.firm}` }).click();
    await page.getByText('1 号桌').waitFor();
    await look(page, 'event-meeting');
  });
});

/** Years go by. What the clock would have told the pages is told them here. */
const theDayGoesBy = () =>
  withSiteDatabase((database) =>
    database.inTransaction(theSystem, async (tx) => {
      await tx.execute(sql`update event set begins_at = now() - interval '4 hours', ends_at = now() - interval '1 hour'
        where id = ${event}`);
      await tx.execute(sql`update meeting_slot set begins_at = begins_at - (timestamptz '2031-03-11T14:00+08' - now()) - interval '3 hours',
        ends_at = ends_at - (timestamptz '2031-03-11T14:00+08' - now()) - interval '3 hours' where event_id = ${event}`);
      await notifyChanged(tx, tagsOf({ id: event }));
    }),
  );

test('they come, meet, and the organiser proposes what can come of it', async () => {
  await theDayGoesBy();
  await visit(desk('/check-in'), as(people.organiser), async ({ page }) => {
    for (const { name } of guests) {
      await page.goto(`${desk('/check-in')}?q=${encodeURIComponent(name)}`);
      await page.getByRole('button', { name: `签到 ${name}` }).click();
      await page.getByRole('button', { name: `撤销签到 ${name}` }).waitFor();
    }
  });
  await visit(pages[0] ?? '', phone, async ({ page }) => {
    const contact = page.getByRole('checkbox', { name: new RegExp(names.lab) });
    expect([await contact.isChecked(), await contact.isDisabled()]).toEqual([true, true]);
  });
  await visit(desk('/outcome'), as(people.organiser), async ({ page }) => {
    await look(page, 'event-outcome');
    await page
      .getByRole('button', { name: /^提出对接: 风机叶片防冰$/ })
      .first()
      .click();
    await page.getByRole('status').waitFor();
    connection = (await page.locator('tbody a').first().getAttribute('href')) ?? '';
    expect(connection).toMatch(/\/desk\/connections\/\d+$/);
  });
});

test('both accept, agree and confirm', async () => {
  for (const one of [people.buyer, people.maker])
    await visit('/zh/desk', as(one), async ({ page }) => {
      await button(page, '同意对接').click();
      await page.getByText('已同意').first().waitFor();
    });
  await visit(connection, as(people.maker), async ({ page }) => {
    await button(page, '开始接洽').click();
    await button(page, '进入商谈').click();
    await page.locator('summary', { hasText: '登记协议' }).click();
    await page.fill('[name=amount]', '860000');
    await page.fill('[name=agreedOn]', '2026-11-20');
    await page.setInputFiles('#document', contract);
    await page.locator('form[action="?/agree"] [name=isNamed]').check();
    await page.locator('form[action="?/agree"] button').click();
    await page.getByText('还不是有效链接').waitFor();
  });
  await visit(`/zh/organisations/${at.firm}`, wide, async ({ page }) => {
    expect(await text(page)).not.toContain('达成协议');
  });
  await visit('/zh/desk', as(people.buyer), async ({ page }) => {
    await page.locator('section[aria-labelledby=to-confirm] a').first().click();
    await page.locator('[name=isNamed]').first().check();
    await button(page, '确认属实').click();
    await page.getByText(/有效链接 ·/).waitFor();
  });
});

test.each(langs)('everybody sees what came of it, and nobody what it came to (%s)', (lang) =>
  visit(`/${lang}/events/${event}`, wide, async ({ page }) => {
    const facts = (await page.locator('main section dl dd').allInnerTexts()).slice(-4);
    expect(facts.slice(0, 3)).toEqual(['2', '1', '1']);
    // One agreement between two named sides: any sum would be theirs.
    expect(facts[3]).toBe('—');
    await look(page, `event-over-${lang}`);
    for (const [own, other] of [
      [at.firm, at.lab],
      [at.lab, at.firm],
    ]) {
      await page.goto(`/${lang}/organisations/${own}`);
      const agreed = page.getByRole('listitem').filter({ hasText: lang === 'zh' ? '达成协议' : 'Agreement' });
      expect(await agreed.locator(`a[href="/${lang}/organisations/${other}"]`).count()).toBe(1);
      expect(await text(page)).not.toMatch(/86|860,000/);
      await look(page, `event-organisation-${lang}-${own}`);
    }
  }),
);
