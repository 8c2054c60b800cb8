import { afterAll, beforeAll, describe } from 'vitest';
import { cacheCases } from '../abuse/cache.ts';
import { formCases } from '../abuse/forms.ts';
import { queryCases } from '../abuse/queries.ts';
import { raceCases } from '../abuse/races.ts';
import { secretCases, signInCases } from '../abuse/secrets.ts';
import { startAbusedSite, type AbusedSite } from '../abuse/site.ts';
import { uploadCases } from '../abuse/uploads.ts';

let site: AbusedSite;
beforeAll(async () => {
  site = await startAbusedSite();
});
afterAll(() => site.stop());

// By the classes of the list of abuse cases (tests/abuse.ts).
describe('E', () => uploadCases(() => site));
describe('G', () => cacheCases(() => site));
describe('J', () => raceCases(() => site));
describe('C', () => queryCases(() => site));
describe('C', () => formCases(() => site));
describe('B', () => signInCases(() => site));
describe('I', () => secretCases(() => site));
