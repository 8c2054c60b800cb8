import { sql } from 'drizzle-orm';
import { commandLine } from '#accounts/actor.ts';
import { createListing } from '#listings/write-create.server.ts';
import { saveListing } from '#listings/write-save.server.ts';
import { saveTranslation } from '#listings/write-translation.server.ts';
import { acceptListing, publishListing, submitListing } from '#listings/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { valueOf } from './connections.ts';
import { signedIn, withSiteDatabase } from './sign-in.ts';

export const here = '32101026';
const there = '34101002';

const sealRing = {
  ...{ kind: 'technology', title: '类金刚石涂层碳化硅密封环', stage: 'demonstration', rights: 'offer-side' },
  summary: '干摩擦系数 0.1，断水也能运转 5 分钟，用于渣浆泵和化工泵的机械密封。',
  body: '在碳化硅密封环端面沉积 3 微米类金刚石（DLC）耐磨涂层，机械密封在断水干摩擦时不热裂，含砂介质下磨损率下降 80%。',
  advantage: '与未镀膜的碳化硅密封环相比，干摩擦寿命长 4 倍，单价只增加 60 元。',
  proof: '在两台矿用渣浆泵上连续运行 4200 小时。',
  fields: '渣浆泵、化工泵、潜水泵的机械密封',
  ...{ industryKeywords: ['泵阀', '矿山装备'], technologyKeywords: ['机械密封', '类金刚石涂层', '耐磨涂层'] },
  ...{ cooperation: ['commission', 'licence'], budgetLow: 300_000, budgetHigh: 900_000 },
  targets: [{ name: '密封环寿命', comparison: 'at-least', value: 4000, unit: '小时' }],
};
const sealRingInEnglish = {
  title: 'Silicon carbide seal rings with a diamond-like carbon coating',
  summary: 'A dry friction coefficient of 0.1: runs for five minutes without water in slurry and chemical pumps.',
  body: 'A 3 µm diamond-like carbon film on the face of a silicon carbide seal ring keeps it from cracking when the pump runs dry.',
  advantage: 'Four times the dry-running life of an uncoated ring, for 60 yuan more.',
  proof: '4,200 hours in two mine slurry pumps.',
  fields: 'Mechanical seals of slurry, chemical and submersible pumps',
  ...{ industryKeywords: ['pumps and valves'], technologyKeywords: ['mechanical seal', 'diamond-like carbon'] },
  targetNames: ['Life of the seal ring'],
};
/** Speak of pumps, or of coatings, and are not what the need asks for. */
const others = [
  {
    ...{ kind: 'technology', title: '泵站能耗在线监测系统', stage: 'market', rights: 'offer-side' },
    ...{ summary: '水泵机组能耗实时监测。', body: '采集水泵电流、流量、压力，给出调度方案，泵站电费下降 12%。' },
    ...{
      advantage: '比人工抄表快 30 倍。',
      industryKeywords: ['泵阀', '水务'],
      technologyKeywords: ['物联网', '能耗监测'],
    },
    cooperation: ['service'],
  },
  {
    ...{ kind: 'technology', title: '医用导管亲水润滑涂层', stage: 'laboratory', rights: 'offer-side' },
    ...{ summary: '导管表面亲水涂层。', body: '聚乙烯吡咯烷酮亲水涂层，使导管插入阻力下降 70%。' },
    ...{ advantage: '比硅油涂层耐久 5 倍。', industryKeywords: ['医疗器械'], technologyKeywords: ['亲水涂层', '润滑'] },
    cooperation: ['licence'],
  },
];

interface Organisation {
  readonly kind: 'enterprise' | 'institute';
  readonly zone: string;
  readonly zh: string;
  readonly en: string;
  /** Whom to ask there, and under which number. */
  readonly contact: readonly [string, string];
}

async function organisation(tx: Tx, { kind, zone, zh, en, contact: [name, phone] }: Organisation): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with made as (insert into organisation (kind, zone_code, name_zh, name_en, is_public)
      values (${kind}, ${zone}, ${zh}, ${en}, true) returning id)
    insert into organisation_contact (organisation_id, name, phone) select id, ${name}, ${phone} from made
    returning organisation_id as id`);
  return Number(rows[0]?.id);
}

/** Written, checked and before the public, as its broker would have brought it there. */
async function published(tx: Tx, organisationId: number, content: typeof sealRing | (typeof others)[number]) {
  const { kind, title } = content;
  const { id } = valueOf(
    await createListing(tx, commandLine, { side: 'offer', kind, title, organisationId, lang: 'zh' }),
  );
  let { revision } = valueOf(await saveListing(tx, commandLine, { id, seen: 1, content }));
  if (content === sealRing) {
    const translation = { id, seen: revision, lang: 'en', madeHow: 'human', texts: sealRingInEnglish } as const;
    ({ revision } = valueOf(await saveTranslation(tx, commandLine, translation)));
  }
  for (const step of [submitListing, acceptListing, publishListing])
    valueOf(await step(tx, commandLine, { id, seen: revision }));
  return id;
}

const firmOf = { kind: 'enterprise', zone: here, zh: '苏州湖山泵业有限公司', en: 'Suzhou Hushan Pumps' } as const;
const labOf = {
  kind: 'institute',
  zone: there,
  zh: '合肥滨湖表面工程研究所',
  en: 'Hefei Binhu Surface Engineering Institute',
} as const;
const neighbourOf = {
  kind: 'institute',
  zone: there,
  zh: '合肥云谷智能研究院',
  en: 'Hefei Cloud Valley Institute',
} as const;

/** What stands before the story begins: three organisations of two zones, and what the institutes offer. */
async function theStage(tx: Tx) {
  const firm = await organisation(tx, { ...firmOf, contact: ['钱工', '0512-65850001'] });
  const lab = await organisation(tx, { ...labOf, contact: ['Prof. Lin', '0551-65590002'] });
  const neighbour = await organisation(tx, { ...neighbourOf, contact: ['孙某', '0551-65590003'] });
  const offer = await published(tx, lab, sealRing);
  for (const content of others) await published(tx, neighbour, content);
  return { firm, lab, neighbour, offer };
}

/** An enterprise’s member, its zone’s broker, an institute’s member of another zone, and those whom it is no business of. */
export async function fourPeople() {
  const stage = await withSiteDatabase(({ inTransaction }) => inTransaction(commandLine, theStage));
  return {
    ...stage,
    member: await signedIn('hushan-member', { role: 'member', organisation: stage.firm }),
    broker: await signedIn('xiangcheng-broker', { role: 'broker', zone: here }),
    professor: await signedIn('binhu-professor', { role: 'member', organisation: stage.lab }),
    outsider: await signedIn('yungu-member', { role: 'member', organisation: stage.neighbour }),
    labBroker: await signedIn('hefei-broker', { role: 'broker', zone: there }),
    farBroker: await signedIn('far-broker', { role: 'broker', zone: '32101001' }),
  };
}
