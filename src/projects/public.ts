import type { Stage } from './project.ts';

/** What everybody may know of a project that was made public: its name, where it stands, its industries and since when. */
export interface PublicProject {
  readonly id: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly stage: Stage;
  readonly industries: readonly string[];
  /** The year it counts as signed from; before that the year it entered its stage. */
  readonly year: number;
}

interface Kept extends Omit<PublicProject, 'year'> {
  readonly stageSince: string;
  readonly countsOn: string | null;
}

/** The public projection: neither money nor people nor whose it is. */
export function publicProject({ id, nameZh, nameEn, stage, industries, stageSince, countsOn }: Kept): PublicProject {
  return { id, nameZh, nameEn, stage, industries, year: Number((countsOn ?? stageSince).slice(0, 4)) };
}
