import { mkdirSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { pageOfRegistration } from '#events/read-token.server.ts';
import { openSlots } from '#events/write-slots.server.ts';
import { settleOrganisation } from '#events/write-desk-registration.server.ts';
import { langs } from '#language/lang.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { grid, guest, here, organisation, registered } from '../support/events.ts';
import { signedInOperator, withSiteDatabase } from '../support/sign-in.ts';

const desktop = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };
const withoutScript = { ...desktop, javaScriptEnabled: false };

let operator: Reader;
let event = 0;
beforeAll(async () => {
  operator = await signedInOperator('organiser');
});

async function accessible(page: Parameters<typeof expectAccessible>[0]): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
}

/** Pictures to be looked at, where somebody asks for them. */
async function pictured(page: Parameters<typeof expectAccessible>[0], name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/events-${name}.png`, fullPage: true });
}

const form: Readonly<Record<string, string>> = {
  ...{ zone: here, titleZh: '新材料成果路演', titleEn: 'New materials pitch day' },
  ...{ beginsAt: '2030-09-11T09:00', endsAt: '2030-09-11T17:00', capacity: '40' },
  ...{ venueZh: '会议中心一号厅', venueEn: 'Conference centre, hall 1' },
  ...{
    summaryZh: '六家平台介绍成果，四家企业提出需求。',
    summaryEn: 'Six institutes present results, four enterprises say what they need.',
  },
};

describe('a zone holds a pitch day', () => {
  test('the organiser writes it down without script, with an agenda, and publishes it', () =>
    visit('/zh/desk/events/new', { ...operator, ...withoutScript }, async ({ page }) => {
      for (const [name, value] of Object.entries(form)) await page.fill(`main [name=${name}]`, value);
      await page.selectOption('main [name=kind]', 'pitch-day');
      await page.locator('main form button').last().click();
      await page.waitForURL(/\/desk\/events\/\d+\?done=add/);
      event = Number(/events\/(\d+)/.exec(page.url())?.[1]);
      await page.goto(`/zh/desk/events/${event}/agenda`);
      await page.fill('[name=titleZh]', '开场致辞');
      await page.fill('[name=titleEn]', 'Opening');
      await page.fill('[name=endsAt]', '2030-09-11T09:30');
      await page.fill('[name=roomZh]', '一号厅');
      await page.locator('[name=speakerZh]').first().fill('陈某');
      await page.locator('[name=speakerOrganisation]').first().fill('某研究院');
      await page.locator('form.item button').click();
      await page.getByText('开场致辞').first().waitFor();
      await page.goto(`/zh/desk/events/${event}`);
      await page.locator('form.step button').click();
      await page.waitForURL(/done=publish/);
    }));

  test.each(langs)('its page (%s) shows it to everybody, without script, and calendars can have it', (lang) =>
    visit(`/${lang}/events/${event}`, desktop, async ({ page, status, scripts }) => {
      expect([status, scripts]).toEqual([200, []]);
      await pictured(page, `public-${lang}`);
      await accessible(page);
      await pictured(page, `public-${lang}-phone-dark`);
      const calendar = await page.request.get(`/${lang}/events/${event}.ics`);
      expect(await calendar.text()).toContain(`UID:event-${event}@`);
      await page.goto(`/${lang}/events`);
      await page.locator(`main a[href$="/events/${event}"]`).first().waitFor();
      await pictured(page, `list-${lang}-phone-dark`);
      expect(await (await page.request.get(`/${lang}/events/feed.ics`)).text()).toContain('BEGIN:VEVENT');
    }),
  );

  test('what is wrong with a registration is said beside its field, and what was typed stays', () =>
    visit(`/zh/events/${event}`, { ...phone, javaScriptEnabled: false }, async ({ page }) => {
      await page.fill('[name=name]', '王工');
      await page.fill('[name=organisation]', '某新材料公司');
      await page.fill('[name=email]', 'wang@guest.example');
      await page.fill('[name=phone]', '请发邮件');
      await page.check('[name=consent]');
      await page.locator('#register button').click();
      await page.locator('#phone-problem').waitFor();
      expect(await page.inputValue('[name=name]')).toBe('王工');
      await expectNoSidewaysScroll(page);
      await pictured(page, 'register-wrong-phone');
      await page.fill('[name=phone]', '');
      await page.locator('#register button').click();
      await page.locator('#register [role=status]').waitFor();
    }));

  test('the link in the mail confirms it, shows the code, and lets it be changed or given back', async () => {
    const address = await withSiteDatabase((database) =>
      database.inTransaction(theSystem, async (tx) => {
        const { rows } = await tx.execute<{ id: string }>(
          sql`select id from registration where email = 'wang@guest.example'`,
        );
        return (await pageOfRegistration(tx, ''))({ id: Number(rows[0]?.id), lang: 'zh' });
      }),
    );
    await visit(address, desktop, async ({ page }) => {
      await accessible(page);
      await page.locator('form[action="?/confirm"] button').click();
      await page.locator('.code').waitFor();
      await pictured(page, 'ticket');
      await page.goto(address.replace('/zh/', '/en/'));
      await accessible(page);
    });
    const code = await withSiteDatabase(async (database) => {
      const { rows } = await database.inTransaction(theSystem, (tx) =>
        tx.execute<{ code: string }>(sql`select code from registration where email = 'wang@guest.example'`),
      );
      return rows[0]?.code ?? '';
    });
    await visit(`/zh/desk/events/${event}/check-in?q=${code}`, { ...operator, ...phone }, async ({ page }) => {
      await page.getByRole('button', { name: '签到 王工' }).click();
      await page.getByRole('button', { name: '撤销签到 王工' }).waitFor();
      await pictured(page, 'check-in-phone');
    });
  });

  test('two sides agree on a meeting from their own pages', async () => {
    const [asking = '', asked = ''] = await withSiteDatabase((database) =>
      database.inTransaction(commandLine, async (tx) => {
        const now = new Date();
        await openSlots(tx, commandLine, {
          event,
          fields: { ...grid, from: '2030-09-11T14:00', to: '2030-09-11T16:00', tables: '4' },
        });
        const sign = await pageOfRegistration(tx, '');
        const pages: string[] = [];
        for (const name of ['某新能源公司', '某半导体研究所']) {
          await organisation(tx, name);
          const id = await registered(tx, event, guest(`g${pages.length}`, { name: `${name}的人` }));
          await settleOrganisation(tx, commandLine, { event, registration: id, name, now });
          pages.push(sign({ id, lang: 'zh' }));
        }
        return pages;
      }),
    );
    await visit(asking, withoutScript, async ({ page }) => {
      await page.fill('[name=note]', '想谈固态电池材料');
      await page.locator('form.ask button').click();
      await page.locator('[role=status]').first().waitFor();
    });
    await visit(asked, desktop, async ({ page }) => {
      await page.getByRole('button', { name: /^接受/ }).click();
      await page.getByText('1 号桌').waitFor();
      await accessible(page);
      await pictured(page, 'guest-meetings-phone-dark');
    });
  });

  test.each([
    '',
    '/agenda',
    '/listings',
    '/registrations',
    '/registrations?one=1',
    '/check-in',
    '/meetings',
    '/outcome',
  ])('the desk page %s of it breaks no rule of accessibility and fits a phone', async (tab) => {
    for (const lang of langs)
      await visit(`/${lang}/desk/events/${event}${tab}`, { ...operator, ...desktop }, async ({ page, status }) => {
        expect(status).toBe(200);
        await pictured(page, `desk${tab.replace(/\W/g, '-')}-${lang}`);
        await accessible(page);
      });
  });

  test('called off, its page says why, and calendars are told', () =>
    visit(`/zh/desk/events/${event}`, { ...operator, ...desktop }, async ({ page }) => {
      await page.locator('summary', { hasText: '取消活动' }).click();
      await page.fill('#reason', '台风');
      await page.locator('details button').click();
      await page.waitForURL(/done=cancel/);
      await page.goto(`/zh/events/${event}`);
      await page.getByText('本活动已取消。原因：台风').waitFor();
      expect(await (await page.request.get(`/zh/events/${event}.ics`)).text()).toContain('STATUS:CANCELLED');
    }));
});
