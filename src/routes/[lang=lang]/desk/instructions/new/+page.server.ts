import { canKeepFiles } from '#files/file.ts';
import { aboutNamed } from '#instructions/instruction.ts';
import { namesOf } from '#slips/read-about.server.ts';
import { unitsOf } from '#slips/read-units.server.ts';
import { isOperator } from '#accounts/actor.ts';
import { ownZones } from '../../zone-choice.server.ts';
import { record } from './record.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const zones = await ownZones(tx, actor, ['publisher', 'leader']);
    const codes = zones.map(({ code }) => code);
    const about = aboutNamed(url.searchParams.get('about') ?? '');
    return {
      ...{ zones, units: await unitsOf(tx, codes) },
      about: about && [...(await namesOf(tx, [about])).values()][0],
      hasPaper: isOperator(actor) || codes.some((zone) => canKeepFiles(actor, zone)),
    };
  });

export const actions: Actions = { default: record };
