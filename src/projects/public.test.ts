import { expect, test } from 'vitest';
import { commandLine, visitor } from '#accounts/actor.ts';
import { sayWhoAsks } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { aProject, here, noon, projectWorld, valueOf } from '../../tests/support/projects.ts';
import { publicProjects } from './read-public.server.ts';
import { recordSigning } from './write-signing.server.ts';
import { changeProject } from './write.server.ts';

test('the public knows the name, stage, industry and year of what was made public, and nothing else', () =>
  inRollback(async (tx) => {
    const world = await projectWorld(tx);
    const id = await aProject(tx, world, { nameEn: 'Lidar line' });
    await aProject(tx, world, { nameZh: '内部项目' });
    valueOf(
      await recordSigning(tx, world.broker, { id, kind: 'formal', amount: 1, signedOn: '2025-03-01', now: noon }),
    );
    const hidden = await changeProject(tx, world.broker, { id, isPublic: true, now: noon });
    expect(hidden.ok).toBe(false);
    valueOf(await changeProject(tx, commandLine, { id, isPublic: true, now: noon }));
    await sayWhoAsks(tx, visitor);
    expect(await publicProjects(tx, here)).toEqual([
      { id, nameZh: '澄光激光雷达产线', nameEn: 'Lidar line', stage: 'lead', industries: ['3984'], year: 2025 },
    ]);
  }));
