import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../gadget/report/report.ts';
import { run } from '../support/commandLine.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';

let wiki: RealWiki;
let folder: string;

beforeAll(async () => {
	wiki = await startRealWiki();
	folder = await mkdtemp(path.join(tmpdir(), 'report-'));
});
afterAll(async () => {
	await wiki?.stop();
	await rm(folder, { recursive: true, force: true });
});

test('a report on a wiki without the extension counts its active editors', async () => {
	const state = path.join(folder, 'state.jsonl');
	const { code, out } = await run(report, ['--wiki', wiki.origin, '--state', state]);
	expect(code).toBe(0);
	expect(out[0]).toContain('no GrowthExperiments extension, so its active editors are counted');
	expect(out.at(-1)).toMatch(/^Would opt out \d+ of \d+ editors$/);
	expect(existsSync(state)).toBe(false);
});
